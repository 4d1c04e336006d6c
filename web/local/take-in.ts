/** Puts documents as a server sends them into the tables: what is new of each, and its row. Always inside a transaction. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { DocumentRow } from '../../shared/document/project-document.ts';
import { projectionVersion } from '../../shared/document/projection.ts';
import type { KnownBefore } from '../../shared/process/notices.ts';
import type { PulledDocument } from '../../shared/protocol/messages.ts';
import { putRows } from './counters.ts';
import { longTailRows, newDocRow, withChore } from './document-rows.ts';
import type { ChangedRecord } from './notice-maker.ts';
import { beginEpoch, finishChores, startFrom } from './start-again.ts';
import type { DocRow, TailRow, Tables } from './tables.ts';

/** Confirmed items looked through for those that a page can't show yet; beyond, every row is projected here. */
const recentAcksLimit = 1_000;

/** Answers the records whose rows are new by it. */
export async function takeIn(
  tables: Tables,
  documents: readonly PulledDocument[],
): Promise<readonly ChangedRecord[]> {
  const known = await readKnown(
    tables,
    documents.map((item) => item.docId as DocumentId),
  );
  const mustProject = await documentsAheadOf(tables, documents);
  const before = await readBefore(tables, [...known.values()]);
  const docs: DocRow[] = [];
  const tail: Omit<TailRow, 'n'>[] = [];
  const rows: DocumentRow[] = [];
  const changed: ChangedRecord[] = [];
  for (const item of documents) {
    const here = known.get(item.docId);
    const isAnew = here !== undefined && here.epoch !== item.docEpoch;
    if (isAnew && !item.whole) {
      docs.push(withChore(here, 'fetch'));
      continue;
    }
    const taken = isAnew
      ? { doc: await beginEpoch(tables, item, here), tail: [] }
      : takeInOne(item, here);
    tail.push(...taken.tail);
    const { told: _told, ...doc } = taken.doc;
    const told = before.get(item.docId) ?? notHere;
    if (mustProject.has(item.docId) || item.projVersion !== projectionVersion) {
      docs.push({ ...withChore(doc, 'project'), ...(!isAnew && { told }) });
    } else {
      docs.push({ ...doc, chores: doc.chores.filter((chore) => chore !== 'project') });
      rows.push(item.row);
      changed.push({ before: told, row: item.row, facts: item.facts.list ?? [] });
    }
  }
  await tables.docs.putMany(docs);
  if (tail.length > 0) await tables.tail.addMany(tail);
  await putRows(tables, rows, (id) => known.has(id));
  return changed;
}

const notHere: KnownBefore = { row: undefined, facts: 0 };

/** How each record was when its person was last told of it. */
async function readBefore(
  tables: Pick<Tables, 'records'>,
  docs: readonly DocRow[],
): Promise<ReadonlyMap<string, KnownBefore>> {
  if (docs.length === 0) return new Map();
  const rows = await tables.records.getMany(docs.map(({ id }) => id));
  return new Map(
    docs.map(({ id, told, facts }, i) => [
      id,
      told ?? { row: rows[i], facts: facts.list?.length ?? 0 },
    ]),
  );
}

/**
 * The rows of those documents that are here already. A first sync brings hardly any such, and asking for each
 * would cost more than storing it: one look at the ids between the page's first and last tells most of them.
 */
async function readKnown(
  tables: Pick<Tables, 'docs'>,
  ids: readonly DocumentId[],
): Promise<ReadonlyMap<string, DocRow>> {
  const sorted = ids.toSorted();
  const [from, to] = [sorted[0], sorted.at(-1)];
  if (from === undefined || to === undefined) return new Map();
  const between = await tables.docs.keys({ from, to, limit: ids.length + 1 });
  const isComplete = between.length <= ids.length;
  const here = new Set(between);
  const possible = isComplete ? ids.filter((id) => here.has(id)) : ids;
  const rows = possible.length === 0 ? [] : await tables.docs.getMany(possible);
  return new Map(rows.filter((row) => row !== undefined).map((row) => [row.id, row]));
}

/** Documents whose row would hide an edit made here: unsent, or confirmed later than what the page shows. */
async function documentsAheadOf(
  tables: Tables,
  documents: readonly PulledDocument[],
): Promise<ReadonlySet<string>> {
  const ids = documents.map((item) => item.docId);
  const newestSeq = documents.reduce((newest, item) => Math.max(newest, item.headSeq), 0);
  const later = { index: 'seq', from: newestSeq + 1, limit: recentAcksLimit };
  const laterAcks = await tables.acked.range(later);
  if (laterAcks.length === recentAcksLimit) return new Set(ids);
  const unsent = await tables.outbox.occurring('docId', ids);
  return new Set([...unsent, ...laterAcks.map((row) => row.docId)]);
}

function takeInOne(
  item: PulledDocument,
  known: DocRow | undefined,
): { readonly doc: DocRow; readonly tail: readonly Omit<TailRow, 'n'>[] } {
  const docId = item.docId as DocumentId;
  const head = { headSeq: item.headSeq, epoch: item.docEpoch, facts: item.facts };
  if (known === undefined) {
    const doc = { ...newDocRow(docId, item.row.type), ...head, snapshot: item.updates };
    return { doc: item.whole ? doc : withChore(doc, 'fetch'), tail: [] };
  }
  const isThere = item.whole
    ? areSameBytes(item.updates, known.snapshot)
    : item.headSeq <= known.headSeq;
  const tail = isThere ? [] : item.updates.map((bytes) => ({ docId, bytes }));
  const doc = { ...known, ...head, pulledRows: known.pulledRows + tail.length };
  return { doc: doc.pulledRows > longTailRows ? withChore(doc, 'compact') : doc, tail };
}

/** A document asked for by id. One that was refused starts again from it, with the unsent edits before the refusal. */
export async function takeInWhole(
  tables: Tables,
  item: PulledDocument,
): Promise<readonly ChangedRecord[]> {
  const docId = item.docId as DocumentId;
  const known = await tables.docs.get(docId);
  if (known === undefined) return takeIn(tables, [item]);
  // Asked for before the document was written anew.
  if (item.docEpoch < known.epoch && item.headSeq < known.headSeq) return [];
  if (!known.chores.includes('rebuild')) {
    const newest = item.headSeq < known.headSeq ? overtaken(item, known) : item;
    const changed = await takeIn(tables, [newest]);
    await finishChores(tables, docId, ['fetch']);
    return changed;
  }
  // Overtaken by a page: the cursor is past what this answer lacks. It is asked for again.
  if (item.headSeq < known.headSeq) return [];
  const doc =
    item.docEpoch === known.epoch
      ? await startFrom(tables, item, known)
      : await beginEpoch(tables, item, known);
  await tables.docs.put(withChore(doc, 'project'));
  return [];
}

/** A page has come meanwhile: the edits are taken in, and what is newer here stays. No projection has version 0. */
const overtaken = (item: PulledDocument, { headSeq, epoch, facts }: DocRow): PulledDocument => ({
  ...item,
  headSeq,
  docEpoch: epoch,
  facts,
  projVersion: 0,
});

const areSameBytes = (some: readonly Uint8Array[], others: readonly Uint8Array[]): boolean =>
  some.length === others.length &&
  some.every((bytes, i) => {
    const other = others[i];
    return (
      other !== undefined &&
      bytes.length === other.length &&
      bytes.every((byte, at) => byte === other[at])
    );
  });
