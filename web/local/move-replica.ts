/**
 * Takes along what was kept before joining: copies a replica's documents into another under the same ids and
 * empties the source only after the copy is committed. Repeating it, after a crash at any point, does no harm.
 */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { DocumentRow } from '../../shared/document/project-document.ts';
import { putRows } from './counters.ts';
import { rowTables } from './document-store.ts';
import { deleteDocument, newDocRow, readTail, withChore } from './document-rows.ts';
import { outboxOf } from './outbox-reading.ts';
import { deleteMovedRows } from './outbox.ts';
import type { DocRow, DraftRow, OutboxRow, ReplicaTables, TailRow, Tables } from './tables.ts';

/** Documents copied in one transaction. */
const chunkDocuments = 100;

type Moved = {
  readonly doc: DocRow;
  readonly tail: readonly TailRow[];
  readonly outbox: readonly OutboxRow[];
  readonly row: DocumentRow | undefined;
};

/** Throws a StorageError when either storage fails; nothing is lost then. */
export async function moveReplica(source: ReplicaTables, target: ReplicaTables): Promise<void> {
  for (;;) {
    const chunk = await source.transact('read', documentTables, readChunk);
    if (chunk.length === 0) break;
    await target.transact('write', [...documentTables, 'acked'], async (tables) => {
      for (const moved of chunk) await take(tables, moved);
    });
    await source.transact('write', [...documentTables, 'search'], async (tables) => {
      for (const moved of chunk) await release(tables, moved);
    });
  }
  await moveDrafts(source, target);
  await moveSettled(source, target);
}

const documentTables = [...rowTables, 'outbox'] as const;

async function readChunk(tables: Tables): Promise<readonly Moved[]> {
  const docs = await tables.docs.range({ limit: chunkDocuments });
  const ids = docs.map((doc) => doc.id);
  const records = await tables.records.getMany(ids);
  const measures = await tables.measures.getMany(ids);
  const chunk: Moved[] = [];
  for (const [i, doc] of docs.entries()) {
    const tail = await readTail(tables, doc.id);
    const outbox = await outboxOf(tables, doc.id);
    chunk.push({ doc, tail, outbox, row: records[i] ?? measures[i] });
  }
  return chunk;
}

async function take(tables: Tables, { doc, tail, outbox, row }: Moved): Promise<void> {
  const known = await tables.docs.get(doc.id);
  const updates = tail.map((row) => row.bytes);
  if (known === undefined) {
    await tables.docs.put({
      ...newDocRow(doc.id, doc.kind),
      snapshot: doc.snapshot,
      chores: doc.chores,
    });
    if (row !== undefined) await putRows(tables, [row]);
  } else {
    await tables.docs.put(withChore(known, 'project'));
    updates.unshift(...doc.snapshot);
  }
  await tables.tail.addMany(updates.map((bytes) => ({ docId: doc.id, bytes })));
  const fresh: Omit<OutboxRow, 'n'>[] = [];
  for (const { n: _n, ...row } of outbox) {
    if (!(await isThere(tables, row.docId, row.uid))) fresh.push(row);
  }
  await tables.outbox.addMany(fresh);
}

async function isThere(tables: Tables, docId: DocumentId, uid: string): Promise<boolean> {
  const range = { index: '[docId+uid]', from: [docId, uid], to: [docId, uid] };
  return (await tables.outbox.count(range)) + (await tables.acked.count(range)) > 0;
}

/** Only what was read: what another tab has written since is found in the next round. */
async function release(tables: Tables, { doc, tail, outbox }: Moved): Promise<void> {
  await deleteMovedRows(tables, outbox);
  await tables.tail.deleteMany(tail.map((row) => row.n));
  const isEmpty =
    (await readTail(tables, doc.id)).length === 0 && (await outboxOf(tables, doc.id)).length === 0;
  if (isEmpty) await deleteDocument(tables, doc.id);
}

async function moveDrafts(source: ReplicaTables, target: ReplicaTables): Promise<void> {
  const drafts = await source.transact('read', ['drafts'], (tables) => tables.drafts.range({}));
  if (drafts.length === 0) return;
  await target.transact('write', ['drafts'], async (tables) => {
    const known = new Set((await tables.drafts.range({})).map(nameOf));
    const fresh = drafts.filter((draft) => !known.has(nameOf(draft)));
    await tables.drafts.addMany(fresh.map(({ n: _n, ...draft }) => draft));
  });
  await source.transact('write', ['drafts'], (tables) =>
    tables.drafts.deleteMany(drafts.map((draft) => draft.n)),
  );
}

/** They get numbers of the target's drafts, as they may become drafts again. */
async function moveSettled(source: ReplicaTables, target: ReplicaTables): Promise<void> {
  const settled = await source.transact('read', ['settled'], (tables) => tables.settled.range({}));
  if (settled.length === 0) return;
  await target.transact('write', ['drafts', 'settled'], async (tables) => {
    const known = new Set((await tables.settled.range({})).map(nameOf));
    for (const row of settled.filter((one) => !known.has(nameOf(one)))) {
      const { n: _n, fate, settledAt, settledBy, told, ...draft } = row;
      const n = await tables.drafts.addMany([draft]);
      await tables.drafts.deleteMany([n]);
      await tables.settled.put({ ...draft, n, fate, settledAt, settledBy, told });
    }
  });
  await source.transact('write', ['settled'], (tables) =>
    tables.settled.deleteMany(settled.map((row) => row.n)),
  );
}

const nameOf = (draft: DraftRow): string => `${draft.docId}|${draft.uid}`;
