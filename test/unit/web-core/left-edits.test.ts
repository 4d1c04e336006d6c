/** Edits left by a page that went away: written by the next one, once, and kept while that is not possible. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { textOf } from '../../../shared/document/schema.ts';
import { leaveEdits, readLeftEdits } from '../../../web/local/left-edits.ts';
import { takeLeftEdits } from '../../../web/local/take-left-edits.ts';
import { createCoreReplica } from '../../support/core-replica.ts';

function createStorage() {
  const entries = new Map<string, string>();
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  };
}

async function setUp() {
  const replica = createCoreReplica();
  const id = await replica.keep('kept');
  const log = await replica.open(id);
  textOf(log.doc.get(), 'description').insert(0, 'typed at the last moment, ');
  const update = log.unstored();
  if (update === undefined) throw new Error('nothing is pending');
  const storage = createStorage();
  const read = async () => {
    const doc = new Y.Doc();
    for (const stored of (await replica.store.readDocument(id))?.updates ?? []) {
      Y.applyUpdate(doc, stored);
    }
    return textOf(doc, 'description').toString();
  };
  return { ...replica, id, log, update, storage, read };
}

test('an edit that the page could not store is written by the next page', async () => {
  const { deps, id, update, storage, read, clock, setFate } = await setUp();
  setFate('vanish');
  leaveEdits(storage, [{ id, update }]);
  await clock.pass(0);
  setFate('commit');
  await takeLeftEdits({ ...deps, storage });
  expect(await read()).toBe('typed at the last moment, kept');
  expect(readLeftEdits(storage)).toEqual([]);
  expect((await deps.store.readUnsent()).edits).toBe(2);
});

test('an edit that was stored after all is not written twice', async () => {
  const { deps, id, log, update, storage, read } = await setUp();
  leaveEdits(storage, [{ id, update }]);
  await log.close();
  await takeLeftEdits({ ...deps, storage });
  expect(await read()).toBe('typed at the last moment, kept');
  expect((await deps.store.readUnsent()).edits).toBe(2);
});

test('what two pages left is there for the next, and stays when the storage fails', async () => {
  const { deps, id, update, storage, setFate } = await setUp();
  setFate('fail');
  leaveEdits(storage, [{ id, update }]);
  leaveEdits(storage, [{ id, update }]);
  expect(readLeftEdits(storage)).toHaveLength(2);
  await takeLeftEdits({ ...deps, storage });
  expect(readLeftEdits(storage).length).toBeGreaterThan(0);
});
