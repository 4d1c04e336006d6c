/** Undo: one stack for typing and fields, and never over what someone else has written since. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readField, readSet, readSupporters } from '../../../shared/document/read-document.ts';
import { readCollection } from '../../../shared/document/collections.ts';
import { readScores } from '../../../shared/document/scores.ts';
import type { ItemChange } from '../../../shared/domain/collections.ts';
import { textOf } from '../../../shared/document/schema.ts';
import { writeChange } from '../../../shared/document/write-change.ts';
import { improvementChanges } from '../../../web/commands/improvement-changes.ts';
import { createUndoStack } from '../../../web/commands/undo.ts';
import { createReplica, exchange } from '../../support/document-replica.ts';

function setUp() {
  const mine = createReplica(1);
  const theirs = createReplica(2);
  const editorOrigin = {};
  let ms = 1_000;
  const author = { ...mine.author(0), nowMs: () => ms++ };
  const stack = createUndoStack(mine.doc, author, editorOrigin, improvementChanges);
  const description = textOf(mine.doc, 'description');
  return {
    mine,
    theirs,
    stack,
    text: () => description.toString(),
    type: (text: string) =>
      mine.doc.transact(() => description.insert(description.length, text), editorOrigin),
    title: () => readField(mine.doc, 'title').value,
    retitle: (value: string) => stack.change({ type: 'setField', field: 'title', value }),
    theyRetitle: (value: string) => {
      exchange(mine.doc, theirs.doc);
      const later = { ...theirs.author(0), nowMs: () => ms++ };
      writeChange(theirs.doc, { type: 'setField', field: 'title', value }, later);
      exchange(mine.doc, theirs.doc);
    },
  };
}

describe('undo', () => {
  test('takes back typing and fields in the reverse of their order', () => {
    const { stack, type, retitle, text, title } = setUp();
    type('one');
    retitle('First');
    type(' two');
    stack.undo();
    expect([text(), title()]).toEqual(['one', 'First']);
    stack.undo();
    expect([text(), title()]).toEqual(['one', '']);
    stack.undo();
    expect([text(), title()]).toEqual(['', '']);
    expect(stack.canUndo.get()).toBe(false);
  });

  test('takes a new entry of a list out again, and a field of it back', () => {
    const { mine, stack } = setUp();
    const item = '018f0000-0000-7000-a000-000000000001';
    const set = (change: ItemChange<'tasks'>) =>
      stack.change({ type: 'setItem', collection: 'tasks', item, change });
    const tasks = () => readCollection(mine.doc, 'tasks').map(({ values }) => values);
    set({ title: 'Print', order: 'a0' });
    set({ state: 'done' });
    stack.undo();
    expect(tasks()).toMatchObject([{ title: 'Print', state: '' }]);
    stack.undo();
    expect(tasks()).toEqual([]);
    stack.redo();
    stack.redo();
    expect(tasks()).toMatchObject([{ title: 'Print', state: 'done' }]);
    stack.change({ type: 'score', criterion: 'value', value: 3 });
    stack.undo();
    expect(readScores(mine.doc)).toEqual([]);
  });

  test('redoes what was undone, until something new is written', () => {
    const { stack, retitle, title } = setUp();
    retitle('First');
    retitle('Second');
    stack.undo();
    expect(title()).toBe('First');
    stack.redo();
    expect(title()).toBe('Second');
    stack.undo();
    retitle('Third');
    expect(stack.canRedo.get()).toBe(false);
    stack.redo();
    expect(title()).toBe('Third');
  });

  test('offers no undo of a field that someone else has set since', () => {
    const { stack, retitle, theyRetitle, title } = setUp();
    retitle('Mine');
    expect(stack.canUndo.get()).toBe(true);
    theyRetitle('Theirs');
    expect(stack.canUndo.get()).toBe(false);
    stack.undo();
    expect(title()).toBe('Theirs');
  });

  test('leaves what others typed alone', () => {
    const { stack, mine, theirs, type, text } = setUp();
    type('mine');
    exchange(mine.doc, theirs.doc);
    textOf(theirs.doc, 'description').insert(0, 'theirs ');
    exchange(mine.doc, theirs.doc);
    stack.undo();
    expect(text()).toBe('theirs ');
  });

  test('passes over typing that someone else has deleted', () => {
    const { stack, mine, theirs, type, retitle, title } = setUp();
    retitle('Before');
    type('gone');
    exchange(mine.doc, theirs.doc);
    textOf(theirs.doc, 'description').delete(0, 4);
    exchange(mine.doc, theirs.doc);
    stack.undo();
    stack.undo();
    expect(title()).toBe('');
  });

  test('takes a tag off and puts it back on', () => {
    const { stack, mine } = setUp();
    stack.change({ type: 'setEntry', field: 'tags', entry: 'safety', on: true });
    stack.undo();
    expect(readSet(mine.doc, 'tags')).toEqual([]);
    stack.redo();
    expect(readSet(mine.doc, 'tags')).toEqual(['safety']);
  });

  test('gives a vote again that another device of the same person had given', () => {
    const { mine, theirs } = setUp();
    writeChange(theirs.doc, { type: 'support', on: true }, theirs.author(1));
    exchange(mine.doc, theirs.doc);
    const author = { ...mine.author(2_000), isOwn: (actor: string) => actor === theirs.actor };
    const stack = createUndoStack(mine.doc, author, {}, improvementChanges);
    stack.change({ type: 'support', on: false });
    expect(readSupporters(mine.doc)).toEqual([]);
    stack.undo();
    expect(readSupporters(mine.doc)).toEqual([mine.actor]);
  });

  test('is not offered for what others write', () => {
    const { stack, mine, theirs } = setUp();
    Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(theirs.doc));
    textOf(theirs.doc, 'description').insert(0, 'theirs');
    exchange(mine.doc, theirs.doc);
    expect(stack.canUndo.get()).toBe(false);
  });
});
