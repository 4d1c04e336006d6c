/** The benches' own counting: a frame counted wrongly would be a figure that nobody measured. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { countCharacters, countTyped, typeAhead } from '../../bench/sync/edits.ts';

it('counts one character in each frame of someone who types', () => {
  expect(typeAhead(3).map(countTyped)).toEqual([1, 1, 1]);
});

it('counts every character of merged updates, whether of one person or of several', () => {
  const updatesOf = (text: string) => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    [...text].forEach((character, at) => doc.getText('t:description').insert(at, character));
    return updates;
  };
  const one = updatesOf('hello');
  expect(countCharacters(Y.mergeUpdates(one))).toBe(5);
  expect(countCharacters(Y.mergeUpdates([...one, ...updatesOf('you')]))).toBe(8);
  const doc = new Y.Doc();
  one.forEach((update) => Y.applyUpdate(doc, update));
  expect(countCharacters(Y.encodeStateAsUpdate(doc))).toBe(5);
});
