import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  compareTexts,
  rewriteText,
  shortenParts,
} from '../../../web/features/history/text-difference.ts';

const shown = (before: string, after: string) =>
  compareTexts(before, after)
    .map(({ type, text }) =>
      type === 'same' ? text : type === 'deleted' ? `[-${text}]` : `[+${text}]`,
    )
    .join('');

it('shows whole words, and Chinese by the character', () => {
  expect(shown('Labels fade fast', 'Labels fade slowly')).toBe('Labels fade [-fast][+slowly]');
  expect(shown('标签很快褪色', '标签慢慢褪色')).toBe('标签[-很快][+慢慢]褪色');
});

it('cuts what stays the same down to the words beside a change', () => {
  const [same] = shortenParts(compareTexts('x '.repeat(300) + 'end', 'x '.repeat(300) + 'start'));
  expect(same?.text.length).toBeLessThan(200);
});

it('turns any text into any other, in one step of undo', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '标', '😀') });
  fc.assert(
    fc.property(words, words, (before, after) => {
      const text = new Y.Doc().getText('t');
      text.insert(0, before);
      const origin = {};
      const undo = new Y.UndoManager(text, {
        trackedOrigins: new Set([origin]),
        captureTimeout: 0,
      });
      rewriteText(text, after, origin);
      expect(text.toString()).toBe(after);
      undo.undo();
      expect(text.toString()).toBe(before);
    }),
  );
});

it('leaves alone what both texts have in common, so that somebody’s edit there stays', () => {
  const mine = new Y.Doc();
  mine.getText('t').insert(0, 'The spoilt label at the door');
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
  theirs.getText('t').insert('The spoilt label at the '.length, 'back ');
  rewriteText(mine.getText('t'), 'The faded label at the door', {});
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  expect(mine.getText('t').toString()).toBe('The faded label at the back door');
});
