import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type TextPart, wordChanges } from '../../../web/features/drafts/word-changes.ts';

const shown = (parts: readonly TextPart[]) =>
  parts
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`,
    )
    .join('');

test.each([
  ['a word that comes', 'Labels fade', [{ insert: 'Old ' }], '[+Old ]Labels fade'],
  ['a word that goes', 'Old labels fade', [{ delete: 4 }], '[-Old ]labels fade'],
  [
    'letters within a word, as the whole word',
    'Lables fade fast',
    [{ retain: 3 }, { delete: 2 }, { insert: 'el' }],
    '[-Lables][+Labels] fade fast',
  ],
  [
    'several places',
    'one two three',
    [{ retain: 3 }, { insert: 's' }, { retain: 5 }, { delete: 5 }],
    '[-one][+ones] two [-three]',
  ],
  ['Chinese, by characters', '标签褪色', [{ retain: 2 }, { insert: '会' }], '标签[+会]褪色'],
  ['a new text', '', [{ insert: 'Labels fade' }], '[+Labels fade]'],
])('shows %s', (_what, now, steps, expected) => {
  expect(shown(wordChanges(now, steps))).toBe(expected);
});

test('shows a little of what stays around a change', () => {
  const parts = wordChanges(`${'a '.repeat(200)}end`, [{ retain: 200 }, { insert: 'NEW ' }]);
  expect(parts.map(({ kind }) => kind)).toEqual(['same', 'added', 'same']);
  expect(parts.every(({ text }) => text.length < 130)).toBe(true);
});

test('loses nothing: what is not removed makes the new text, what is not added the old one', () => {
  const now = 'The quick brown fox jumps over the lazy dog';
  for (let at = 0; at < now.length - 5; at++) {
    const text = new Y.Doc().getText('t');
    text.insert(0, now);
    const steps = [{ retain: at }, { delete: at % 4 }, { insert: 'x y'.slice(0, (at % 3) + 1) }];
    text.applyDelta(steps.filter((step) => !('delete' in step) || step.delete > 0));
    const parts = wordChanges(now, steps);
    const without = (kind: string) =>
      parts
        .filter((part) => part.kind !== kind)
        .map((part) => part.text)
        .join('');
    expect(without('removed')).toBe(text.toString());
    expect(without('added')).toBe(now);
  }
});
