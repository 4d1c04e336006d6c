/** Documents that start again from the server's state: after a refusal, and when the server wrote them anew. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { PulledDocument } from '../../shared/protocol/messages.ts';
import { deleteDocument, readTail } from './document-rows.ts';
import { forgetEarlierEpochs } from './earlier-epochs.ts';
import { deleteNoticesOf } from './notice-store.ts';
import { outboxOf } from './outbox-reading.ts';
import type { DocRow, OutboxRow, Tables } from './tables.ts';

/**
 * The server wrote the document anew, to erase a passage: nothing of the old one stays here but what is unsent,
 * which the server refuses, so that it becomes drafts.
 */
export async function beginEpoch(
  tables: Tables,
  item: PulledDocument,
  known: DocRow,
): Promise<DocRow> {
  await forgetEarlierEpochs(tables, known.id, item.docEpoch, item.facts);
  // They quote it.
  await deleteNoticesOf(tables, known.id);
  await tables.search.deleteMany(await tables.search.keys({}));
  return { ...(await startFrom(tables, item, known)), refusedCode: 'rebase' };
}

/** The server's state, and on it what is unsent and was made for it. */
export async function startFrom(
  tables: Tables,
  item: PulledDocument,
  known: DocRow,
): Promise<DocRow> {
  const tail = await readTail(tables, known.id);
  await tables.tail.deleteMany(tail.map((row) => row.n));
  const unsent = await outboxOf(tables, known.id);
  const { told: _told, ...kept } = known;
  const fitting = unsent.filter(({ docEpoch }) => docEpoch === item.docEpoch);
  return {
    ...kept,
    headSeq: item.headSeq,
    epoch: item.docEpoch,
    facts: item.facts,
    snapshot: [...item.updates, ...fitting.flatMap(updateOf)],
    pulledRows: 0,
    generation: known.generation + 1,
    chores: [],
  };
}

/** Refused from its very first edit: nothing of it is left but the drafts, or what is still to be sent. */
export async function dropRefused(tables: Tables, id: DocumentId): Promise<void> {
  const known = await tables.docs.get(id);
  if (known === undefined) return;
  if (!known.chores.includes('rebuild')) return finishChores(tables, id, ['fetch']);
  const unsent = await outboxOf(tables, id);
  // A workspace's document is there from the start, with nothing in it.
  if (unsent.length === 0 && known.kind !== 'workspace') {
    await deleteNoticesOf(tables, id);
    return deleteDocument(tables, id);
  }
  const tail = await readTail(tables, id);
  await tables.tail.deleteMany(tail.map((row) => row.n));
  await tables.docs.put({
    ...known,
    snapshot: unsent.flatMap(updateOf),
    pulledRows: 0,
    generation: known.generation + 1,
    chores: ['project'],
  });
}

export async function finishChores(
  tables: Pick<Tables, 'docs'>,
  id: DocumentId,
  finished: DocRow['chores'],
): Promise<void> {
  const doc = await tables.docs.get(id);
  if (doc === undefined) return;
  const chores = doc.chores.filter((chore) => !finished.includes(chore));
  await tables.docs.put({ ...doc, chores });
}

const updateOf = ({ body }: OutboxRow): readonly Uint8Array[] =>
  body.type === 'update' ? [body.bytes] : [];
