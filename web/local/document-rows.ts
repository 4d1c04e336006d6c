/** Rows of one document, as every part of the replica store handles them; always inside a transaction. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { DocumentKind } from '../../shared/domain/document-kinds.ts';
import { noFacts } from '../../shared/document/projection.ts';
import { deleteRecord } from './counters.ts';
import type { Chore, DocRow, TailRow, Tables } from './tables.ts';

/** Tail rows after which a document's tail is folded into its snapshot. */
export const longTailRows = 16;

export const newDocRow = (id: DocumentId, kind: DocumentKind = 'improvement'): DocRow => ({
  id,
  ...(kind !== 'improvement' && { kind }),
  headSeq: 0,
  epoch: 0,
  snapshot: [],
  snapshotN: 0,
  pulledRows: 0,
  generation: 0,
  refusedCode: '',
  facts: noFacts,
  chores: [],
});

export const withChore = (doc: DocRow, chore: Chore): DocRow =>
  doc.chores.includes(chore) ? doc : { ...doc, chores: [...doc.chores, chore] };

/** A document's tail, oldest first. */
export const readTail = (
  tables: Pick<Tables, 'tail'>,
  id: DocumentId,
): Promise<readonly TailRow[]> =>
  tables.tail.range({ index: '[docId+n]', from: [id, 0], to: [id, Infinity] });

/** Removes a document and its row from this device; its outbox rows must have been moved before. */
export async function deleteDocument(
  tables: Pick<Tables, 'meta' | 'docs' | 'tail' | 'records' | 'measures' | 'search'>,
  id: DocumentId,
): Promise<void> {
  const tail = await readTail(tables, id);
  await tables.tail.deleteMany(tail.map((row) => row.n));
  const doc = await tables.docs.get(id);
  if (doc?.kind === 'workspace') await tables.meta.deleteMany(['workspace']);
  await tables.docs.deleteMany([id]);
  await tables.measures.deleteMany([id]);
  await deleteRecord(tables, id);
}
