/** Takes in what a server sends: pages of documents with their rows, whole documents, people, the cursor. */
import type { Result } from '../../shared/result.ts';
import type { DocumentId, ServerEpoch } from '../../shared/domain/ids.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Editing } from '../../shared/process/permissions.ts';
import type { DocumentRow } from '../../shared/document/project-document.ts';
import { projectionVersion } from '../../shared/document/projection.ts';
import type { PulledDocument } from '../../shared/protocol/messages.ts';
import type { StorageFailure } from '../services.ts';
import { putRows, readSyncPoint, writeSyncPoint } from './counters.ts';
import { type Decision, takeDecisions } from './take-decisions.ts';
import { forgetHidden } from './forget-hidden.ts';
import { longTailRows, newDocRow, withChore } from './document-rows.ts';
import { removeGone } from './outbox.ts';
import { beginEpoch, dropRefused, finishChores, startFrom } from './start-again.ts';
import type { ReplicaStoreDeps } from './replica-store.ts';
import { storageResult } from './storage-failure.ts';
import type { DocRow, SyncPoint, TailRow, Tables } from './tables.ts';

/** Confirmed items looked through for those that a page can't show yet; beyond, every row is projected here. */
const recentAcksLimit = 1_000;

export type PulledPeople = {
  readonly version: number;
  readonly list: readonly Person[];
  readonly editing?: Editing | undefined;
};

export type PulledPage = {
  /** What was asked with: when another tab has moved on since, the page is dropped. */
  readonly after: Pick<SyncPoint, 'epoch' | 'cursor'>;
  readonly epoch: ServerEpoch;
  readonly cursor: string;
  readonly documents: readonly PulledDocument[];
  /** Documents that were removed for good. */
  readonly tombs?: readonly DocumentId[];
  readonly people: PulledPeople | undefined;
  /** Documents that this person is not shown any longer. */
  readonly forget?: readonly DocumentId[] | undefined;
  /** All that this person is shown, where that is not everything. */
  readonly only?: readonly DocumentId[] | undefined;
  readonly decisions?: { readonly upTo: number; readonly list: readonly Decision[] } | undefined;
  /** True: the server had no more. */
  readonly isLast: boolean;
};

export type PullStore = {
  /** The page's documents, rows, people and cursor in one transaction; false: it was dropped. */
  readonly applyPage: (page: PulledPage) => Promise<Result<boolean, StorageFailure>>;
  /**
   * Whole documents that were asked for by id; one that the server does not know is in `unknown`. Dropped when
   * the server's lineage, as known here, is another one by now than `epoch`.
   */
  readonly applyWhole: (
    documents: readonly PulledDocument[],
    unknown: readonly DocumentId[],
    epoch?: ServerEpoch | null,
  ) => Promise<Result<void, StorageFailure>>;
};

export function createPullStore(deps: ReplicaStoreDeps): PullStore {
  const { tables: replica, changes } = deps;

  return {
    applyPage: async (page) => {
      const tombs = page.tombs ?? [];
      const isLess =
        tombs.length > 0 ||
        page.forget !== undefined ||
        page.only !== undefined ||
        page.documents.some(({ docEpoch }) => docEpoch > 0);
      let forgotten: readonly DocumentId[] = [];
      const result = await storageResult(() =>
        replica.transact('write', isLess ? goneTables : pageTables, async (tables) => {
          const point = await readSyncPoint(tables);
          if (point.cursor !== page.after.cursor || point.epoch !== page.after.epoch) return false;
          await takeIn(tables, page.documents);
          for (const id of tombs) await removeGone(tables, id, deps.nowMs());
          if (isLess) forgotten = await forgetHidden(tables, page);
          if (page.people !== undefined) await replacePeople(tables, page.people.list);
          await takeDecisions(tables, page.decisions?.list ?? []);
          await writeSyncPoint(tables, {
            epoch: page.epoch,
            cursor: page.cursor,
            peopleVersion: page.people?.version ?? point.peopleVersion,
            editing: page.people?.editing ?? point.editing,
            decisionN: page.decisions?.upTo ?? point.decisionN ?? 0,
            lastSyncedAt: page.isLast ? deps.nowMs() : point.lastSyncedAt,
          });
          return true;
        }),
      );
      if (!result.ok || !result.value) return result;
      const docIds = [
        ...page.documents.map((item) => item.docId as DocumentId),
        ...tombs,
        ...forgotten,
        ...(page.decisions?.list ?? []).map((decision) => decision.docId),
      ];
      if (docIds.length > 0) changes.publish({ type: 'documents', docIds });
      if (page.people !== undefined) changes.publish({ type: 'people' });
      return result;
    },

    applyWhole: async (documents, unknown, epoch) => {
      const result = await storageResult(() =>
        replica.transact('write', [...pageTables, 'search'], async (tables) => {
          if (epoch !== undefined && (await readSyncPoint(tables)).epoch !== epoch) return;
          for (const document of documents) await takeInWhole(tables, document);
          for (const id of unknown) await dropRefused(tables, id);
        }),
      );
      const docIds = [...documents.map((item) => item.docId as DocumentId), ...unknown];
      if (result.ok) changes.publish({ type: 'documents', docIds });
      return result;
    },
  };
}

const pageTables = [
  'meta',
  'docs',
  'tail',
  'outbox',
  'acked',
  'records',
  'people',
  'drafts',
  'settled',
] as const;
const goneTables = [...pageTables, 'search'] as const;

async function takeIn(tables: Tables, documents: readonly PulledDocument[]): Promise<void> {
  const known = await readKnown(
    tables,
    documents.map((item) => item.docId as DocumentId),
  );
  const mustProject = await documentsAheadOf(tables, documents);
  const docs: DocRow[] = [];
  const tail: Omit<TailRow, 'n'>[] = [];
  const rows: DocumentRow[] = [];
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
    if (mustProject.has(item.docId) || item.projVersion !== projectionVersion) {
      docs.push(withChore(taken.doc, 'project'));
    } else {
      docs.push({ ...taken.doc, chores: taken.doc.chores.filter((chore) => chore !== 'project') });
      rows.push(item.row);
    }
  }
  await tables.docs.putMany(docs);
  if (tail.length > 0) await tables.tail.addMany(tail);
  await putRows(tables, rows, (id) => known.has(id));
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
async function takeInWhole(tables: Tables, item: PulledDocument): Promise<void> {
  const docId = item.docId as DocumentId;
  const known = await tables.docs.get(docId);
  if (known === undefined) return takeIn(tables, [item]);
  // Asked for before the document was written anew.
  if (item.docEpoch < known.epoch && item.headSeq < known.headSeq) return;
  if (!known.chores.includes('rebuild')) {
    await takeIn(tables, [item.headSeq < known.headSeq ? overtaken(item, known) : item]);
    return finishChores(tables, docId, ['fetch']);
  }
  // Overtaken by a page: the cursor is past what this answer lacks. It is asked for again.
  if (item.headSeq < known.headSeq) return;
  const doc =
    item.docEpoch === known.epoch
      ? await startFrom(tables, item, known)
      : await beginEpoch(tables, item, known);
  await tables.docs.put(withChore(doc, 'project'));
}

/** A page has come meanwhile: the edits are taken in, and what is newer here stays. No projection has version 0. */
const overtaken = (item: PulledDocument, { headSeq, epoch, facts }: DocRow): PulledDocument => ({
  ...item,
  headSeq,
  docEpoch: epoch,
  facts,
  projVersion: 0,
});

async function replacePeople(
  tables: Pick<Tables, 'people'>,
  people: readonly Person[],
): Promise<void> {
  await tables.people.deleteMany(await tables.people.keys({}));
  await tables.people.putMany(people);
}

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
