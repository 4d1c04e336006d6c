/** Edits left by a page that went away: written by the next one, once, and kept while that is not possible. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { rewriteWithout } from '../../../shared/document/rewrite-document.ts';
import { textOf } from '../../../shared/document/schema.ts';
import type { ServerEpoch } from '../../../shared/domain/ids.ts';
import { openDocumentLog } from '../../../web/local/document-log.ts';
import { leaveEdits, readLeftEdits } from '../../../web/local/left-edits.ts';
import { takeLeftEdits } from '../../../web/local/take-left-edits.ts';
import { createCoreReplica } from '../../support/core-replica.ts';
import { pulled } from '../../support/replica-builders.ts';

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

test('an edit of a document that was written anew since is a draft, once', async () => {
  const { deps, id, log, storage, setFate, clock } = await setUp();
  await log.close();
  const old = await openDocumentLog(deps, id);
  if (old === undefined) throw new Error('it is not here');
  setFate('vanish');
  textOf(old.doc.get(), 'description').insert(5, 'at last ');
  const update = old.unstored();
  if (update === undefined) throw new Error('nothing is pending');
  const anew = rewriteWithout(old.doc.get(), { type: 'words', words: 'last' });
  if (anew === undefined) throw new Error('nothing to write');
  leaveEdits(storage, [
    { id, update },
    { id, update },
  ]);
  await clock.pass(0);
  setFate('commit');
  await deps.store.applyPage({
    after: await deps.store.readSyncPoint(),
    epoch: '018f0000-0000-7000-8000-00000000000e' as ServerEpoch,
    cursor: 'c',
    documents: [pulled(id, anew.doc, 9, { docEpoch: 1 })],
    people: undefined,
    isLast: true,
  });
  await takeLeftEdits({ ...deps, storage });
  expect(readLeftEdits(storage)).toEqual([]);
  const drafts = await deps.store.readDrafts();
  expect(drafts).toMatchObject([{ docId: id, code: 'rebase', body: { bytes: update } }]);
});
