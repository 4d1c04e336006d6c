import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextHlc } from '../../../shared/domain/hlc.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import { limits } from '../../../shared/domain/improvement.ts';
import { markMentions, readMentions } from '../../../shared/domain/mentions.ts';
import { isStoredComment } from '../../../shared/document/read-comments.ts';
import {
  mentionQueryAt,
  peopleFor,
  withMention,
} from '../../../web/features/improvement/mention-query.ts';

const person = (number: number, displayName: string) => ({
  id: `0190a0a0-0000-7000-8000-00000000000${number}` as PersonId,
  displayName,
  roles: [],
  actors: [],
  isRemoved: false,
});
const ann = person(1, 'Ann');
const annLee = person(2, 'Ann Lee');
const wei = person(3, '张伟');
const erased = person(4, '');
const people = [ann, annLee, wei, erased];

const named = (text: string) => readMentions(markMentions(text, people));

describe('people named in a comment', () => {
  it('are found by the longest name, in the order of the text', () => {
    expect(named('Ask @Ann Lee, not @Ann.')).toEqual([
      { text: 'Ask ' },
      { text: 'Ann Lee', person: annLee.id },
      { text: ', not ' },
      { text: 'Ann', person: ann.id },
      { text: '.' },
    ]);
  });

  it('are found between words of Chinese', () => {
    expect(named('请@张伟看看')).toEqual([
      { text: '请' },
      { text: '张伟', person: wei.id },
      { text: '看看' },
    ]);
  });

  it.each(['ann@Ann.example', '@Anna', '@Nobody', '@', 'plain'])('are none in %j', (text) => {
    expect(markMentions(text, people)).toEqual({ text, mentions: [] });
  });

  it('are no more than a comment takes', () => {
    const { mentions, text } = markMentions('@Ann '.repeat(limits.mentions + 5), people);
    expect(mentions).toHaveLength(limits.mentions);
    expect(text.endsWith('@Ann ')).toBe(true);
  });

  it('read as they were written, whatever stands around them', () => {
    const pieces = fc.array(
      fc.constantFrom('@Ann', '@Ann Lee', '@张伟', ' ', 'x', '@', '\n', '\u2060', '，'),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const plain = parts.join('');
        const read = named(plain);
        const shown = read.map(({ text, person: id }) => (id === undefined ? text : `@${text}`));
        expect(shown.join('')).toBe(plain.replaceAll('\u2060', ''));
      }),
    );
  });

  it('are ids, at most twenty', () => {
    const hlc = nextHlc({ nowMs: () => 1_700_000_000_000 });
    const comment = (mentions: unknown) => ({ text: 'x', by: 'a', hlc, mentions });
    expect(isStoredComment({ text: 'x', by: 'a', hlc })).toBe(true);
    expect(isStoredComment(comment([ann.id]))).toBe(true);
    for (const bad of [[], ['Ann'], 'Ann', Array.from({ length: 21 }, () => ann.id), [7]]) {
      expect(isStoredComment(comment(bad))).toBe(false);
    }
  });
});

describe('whom an @ may mean', () => {
  const ask = (text: string) => {
    const query = mentionQueryAt(text, text.length);
    return query === undefined ? undefined : peopleFor(query, people);
  };

  it('offers everybody at first, then those whose words begin so', () => {
    expect(ask('Ask @')).toEqual([ann, annLee, wei]);
    expect(ask('Ask @le')).toEqual([annLee]);
    expect(ask('@ann l')).toEqual([annLee]);
    expect(ask('请@张')).toEqual([wei]);
  });

  it('offers nobody in an address or behind a space', () => {
    expect(ask('ann@')).toBeUndefined();
    expect(ask('@ ')).toBeUndefined();
    expect(ask('Ask Ann')).toBeUndefined();
  });

  it('puts the name where the query stood', () => {
    const query = mentionQueryAt('Ask @an today', 7);
    expect(query && withMention('Ask @an today', query, annLee)).toEqual({
      text: 'Ask @Ann Lee today',
      caret: 13,
    });
  });
});
