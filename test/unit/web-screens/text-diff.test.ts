/** What a person did in a text area, found as the smallest edit. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffTexts, type TextEdit } from '../../../web/features/improvement/text-diff.ts';

const apply = (text: string, edit: TextEdit | undefined): string =>
  edit === undefined
    ? text
    : text.slice(0, edit.at) + edit.inserted + text.slice(edit.at + edit.deleted);

const loneSurrogate = /\p{Surrogate}/u;

/** Few letters, so that prefixes and suffixes overlap often; one outside the basic plane. */
const texts = fc
  .array(fc.constantFrom('a', 'b', '中', '😀', '😁', '\n'), { maxLength: 12 })
  .map((characters) => characters.join(''));

describe('diffTexts', () => {
  test('says nothing when nothing changed', () => {
    expect(diffTexts('same', 'same')).toBeUndefined();
  });

  test('finds a word typed in the middle', () => {
    expect(diffTexts('a door', 'a night door', 8)).toEqual({
      at: 2,
      deleted: 0,
      inserted: 'night ',
    });
  });

  test('puts one more of the same letter where the caret is', () => {
    expect(diffTexts('aaaa', 'aaaaa', 2)).toEqual({ at: 1, deleted: 0, inserted: 'a' });
  });

  test('replaces an emoji whole, though it shares half of its code units with the next', () => {
    expect(diffTexts('x😀y', 'x😁y')).toEqual({ at: 1, deleted: 2, inserted: '😁' });
  });

  test('turns any text into any other, wherever the caret is', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(30), (before, after, at) => {
        const caret = Math.min(at, after.length);
        expect(apply(before, diffTexts(before, after, caret))).toBe(after);
      }),
    );
  });

  test('never cuts a code point in two', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(30), (before, after, at) => {
        const edit = diffTexts(before, after, Math.min(at, after.length));
        if (edit === undefined) return;
        expect(edit.inserted).not.toMatch(loneSurrogate);
        expect(before.slice(0, edit.at)).not.toMatch(loneSurrogate);
        expect(before.slice(edit.at + edit.deleted)).not.toMatch(loneSurrogate);
      }),
    );
  });

  test('inserts only what was typed when something was typed', () => {
    fc.assert(
      fc.property(texts, fc.nat(12), fc.constantFrom('a', 'ab', '中'), (before, at, typed) => {
        const offset = [...before].slice(0, at).join('').length;
        const after = before.slice(0, offset) + typed + before.slice(offset);
        expect(diffTexts(before, after, offset + typed.length)).toEqual({
          at: offset,
          deleted: 0,
          inserted: typed,
        });
      }),
    );
  });
});
