/** Joining takes along what was kept before, whatever happens half-way. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { textOf } from '../../../shared/document/schema.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { createMemoryStorage } from '../../../web/local/memory-tables.ts';
import { moveReplica } from '../../../web/local/move-replica.ts';
import { createReplicaStore, type ReplicaStore } from '../../../web/local/replica-store.ts';
import type { ReplicaTables } from '../../../web/local/tables.ts';
import { createCoreReplica } from '../../support/core-replica.ts';

async function setUp() {
  const source = createCoreReplica();
  const targetStorage = createMemoryStorage();
  const target = targetStorage.connect();
  const store = createReplicaStore({ nowMs: source.nowMs, tables: target });
  const ids: DocumentId[] = [];
  for (const text of ['one', 'two', 'three']) {
    ids.push(await source.keep(text));
    await source.clock.pass(1);
  }
  const log = await source.open(ids[0] ?? ('' as DocumentId));
  textOf(log.doc.get(), 'description').insert(0, 'more of ');
  await log.close();
  return { source, target, targetStorage, store, ids };
}

const textIn = async (store: ReplicaStore, id: DocumentId | undefined) => {
  const read = id === undefined ? undefined : await store.readDocument(id);
  const doc = new Y.Doc();
  for (const update of read?.updates ?? []) Y.applyUpdate(doc, update);
  return textOf(doc, 'description').toString();
};
const uidsIn = async (store: ReplicaStore) =>
  (await store.readOutboxAndDrafts()).outbox.map((row) => row.uid).sort();

/** Tables of which the `number`th write transaction fails. */
function failingAt(tables: ReplicaTables, number: number): ReplicaTables {
  let writes = 0;
  return {
    ...tables,
    transact: async (mode, names, body) => {
      if (mode === 'write' && ++writes === number) throw new Error('the power went');
      return tables.transact(mode, names, body);
    },
  };
}

describe('moving a replica', () => {
  test('brings documents, rows and unsent edits under the same ids and empties the source', async () => {
    const { source, target, store, ids } = await setUp();
    const before = await uidsIn(source.store);
    await moveReplica(source.tables, target);
    expect(await textIn(store, ids[0])).toBe('more of one');
    expect((await store.readNewest(0, 9)).map((row) => row.title)).toEqual(['three', 'two', 'one']);
    expect(await uidsIn(store)).toEqual(before);
    expect(await source.store.countRecords()).toBe(0);
    expect(await source.store.readUnsent()).toMatchObject({ edits: 0 });
  });

  test('brings drafts along', async () => {
    const { source, target, store, ids } = await setUp();
    await source.store.setAsideDocument(ids[1] ?? ('' as DocumentId), 'badValue', '');
    await moveReplica(source.tables, target);
    expect(await store.readUnsent()).toMatchObject({ drafts: 1 });
    expect(await source.store.readUnsent()).toMatchObject({ drafts: 0 });
  });

  test.each([1, 2])(
    'can be repeated when it broke off at the source’s write %i',
    async (number) => {
      const { source, target, store, ids } = await setUp();
      await source.store.setAsideDocument(ids[1] ?? ('' as DocumentId), 'badValue', '');
      const before = await uidsIn(source.store);
      await expect(moveReplica(failingAt(source.tables, number), target)).rejects.toThrow(
        'the power went',
      );
      await moveReplica(source.tables, target);
      expect(await uidsIn(store)).toEqual(before);
      expect(await textIn(store, ids[0])).toBe('more of one');
      expect(await store.countRecords()).toBe(3);
      expect(await store.readUnsent()).toMatchObject({ drafts: 1 });
    },
  );

  test('loses nothing when the target fails', async () => {
    const { source, target, ids } = await setUp();
    const before = await uidsIn(source.store);
    await expect(moveReplica(source.tables, failingAt(target, 1))).rejects.toThrow(
      'the power went',
    );
    expect(await uidsIn(source.store)).toEqual(before);
    expect(await textIn(source.store, ids[0])).toBe('more of one');
  });

  test('offers nothing again that the target’s server has confirmed', async () => {
    const { source, target, store } = await setUp();
    const copy = createMemoryStorage().connect();
    await moveReplica(source.tables, copy);
    await moveReplica(copy, target);
    const limits = { items: 500, updateBytes: 1e6, exclude: new Set<DocumentId>(), afterN: 0 };
    const taken = await store.takePushBatch(limits);
    if (!taken.ok) throw new Error(taken.error);
    const result = { type: 'ok', seq: 1 } as const;
    await store.settlePush(
      taken.value.map((row) => ({ row, result })),
      null,
    );
    const again = await setUp();
    await moveReplica(again.source.tables, target);
    expect(await uidsIn(store)).toEqual([]);
  });
});
