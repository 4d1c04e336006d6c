/** Keeps a search index and the register's columns in step with a replica's rows: loads the saved ones, catches up, saves them now and then. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { ReportDep, TimersDep } from '../local/deps.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import type { RecordRow } from '../local/tables.ts';
import { figureRecords } from './figure-records.ts';
import {
  type Insights,
  insightsOf,
  type InsightsQuestion,
} from '../../shared/process/kpis/insights.ts';
import { answerFromRows } from './query-match.ts';
import { marks } from './record-marks.ts';
import { createRegisterColumns, type RegisterColumns } from './register-columns.ts';
import { everything, type RegisterAsk, type RowGroup } from './register-query.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';
import { matches, queryTermsOf, searchedText, termsOf } from './search-terms.ts';

/** Raised when the index is made otherwise: a saved one of another name, or of other marks, is not read. */
export const indexName = `packed-10 ${marks.join()}`;
const chunkRows = 500;
/** While the index is being made, this many of the newest rows are looked at instead. */
const previewRows = 1_000;
/** The index is saved once so many rows have changed, and only after things have been quiet for a while. */
const saveAfterRows = 200;
const quietMs = 5_000;
/** What has changed is taken in this soon, so that a question seldom has to wait for it. */
const followMs = 300;
/** Long enough after the index is there for a first search to be answered before. */
const prepareMs = 3_000;

export type IndexedSearch = {
  /** Words: newest first. `isComplete`: false while the index is being made; then only the newest rows have been looked at. */
  readonly find: (what: string | RegisterAsk) => Promise<FoundIds>;
  /** How many each would find; undefined while the index is being made. */
  readonly count: (asks: readonly RegisterAsk[]) => Promise<readonly number[] | undefined>;
  /** undefined while the index is being made. */
  readonly insights: (question: InsightsQuestion) => Promise<Insights | undefined>;
  /** Of a record, with those of its duplicates; undefined while the index is being made. */
  readonly votesOf: (id: DocumentId) => number | undefined;
  /** Resolves when the index knows every row. */
  readonly ready: Promise<void>;
};

export type FoundIds = {
  readonly ids: readonly DocumentId[];
  readonly groups: readonly RowGroup[];
  readonly isComplete: boolean;
};

/** What is kept in step: words in one, fields in the other. */
type Kept = { readonly index: SearchIndex; readonly columns: RegisterColumns };

export function openIndexedSearch(
  deps: TimersDep & ReportDep & { readonly store: ReplicaStore; readonly language: string },
): IndexedSearch {
  const { store } = deps;
  let kept: Kept | undefined;
  let changeN = 0;
  let savedRows = 0;
  let isStale = true;
  let catchingUp: Promise<void> | undefined;
  let cancelSave: (() => void) | undefined;
  let cancelFollow: (() => void) | undefined;
  let preview: Promise<Preview> | undefined;
  const touched = new Set<DocumentId>();
  store.changes.subscribe((change) => {
    if (change.type === 'people') return;
    isStale = true;
    if (change.type === 'documents') for (const id of change.docIds) touched.add(id);
    if (kept !== undefined) followSoon(kept);
  });

  async function load(): Promise<void> {
    const saved = await store.readSearchIndex(indexName);
    const loaded: Kept = {
      index: createSearchIndex(saved?.bytes),
      columns: createRegisterColumns(saved?.columns),
    };
    changeN = saved?.changeN ?? 0;
    await catchUp(loaded);
    kept = loaded;
    preview = undefined;
    deps.setTimer(prepareMs, () => loaded.columns.prepare(deps.language));
    if (isStale) followSoon(loaded);
  }

  function followSoon(target: Kept): void {
    cancelFollow ??= deps.setTimer(followMs, () => {
      cancelFollow = undefined;
      catchUp(target).catch((cause: unknown) => deps.report('following changes', cause));
    });
  }

  /** One at a time: two would put the same rows in twice. */
  function catchUp(target: Kept): Promise<void> {
    catchingUp ??= takeInChanges(target).finally(() => {
      catchingUp = undefined;
    });
    return catchingUp;
  }

  async function takeInChanges(target: Kept): Promise<void> {
    isStale = false;
    await removeMissing(target);
    for (;;) {
      const rows = await store.readChangedSince(changeN, chunkRows);
      for (const row of rows) {
        target.index.put(row);
        target.columns.put(row);
      }
      changeN = rows.at(-1)?.changeN ?? changeN;
      savedRows += rows.length;
      if (rows.length < chunkRows) break;
    }
    if (savedRows >= saveAfterRows) saveWhenQuiet(target);
  }

  async function removeMissing(target: Kept): Promise<void> {
    const ids = [...touched].filter(target.index.has);
    touched.clear();
    if (ids.length === 0) return;
    const rows = await store.readRecords(ids);
    for (const [i, id] of ids.entries()) {
      if (rows[i] !== undefined) continue;
      target.index.remove(id);
      target.columns.remove(id);
    }
  }

  function saveWhenQuiet(target: Kept): void {
    cancelSave?.();
    cancelSave = deps.setTimer(quietMs, () => {
      savedRows = 0;
      const saved = { bytes: target.index.save(), columns: target.columns.save() };
      void store.writeSearchIndex({ k: indexName, changeN, ...saved });
    });
  }

  async function readPreview(): Promise<Preview> {
    const rows = await store.readNewest(0, previewRows);
    return rows.map((row) => ({ row, terms: termsOf(searchedText(row)) }));
  }

  async function findInPreview(what: string | RegisterAsk): Promise<FoundIds> {
    preview ??= readPreview();
    const newest = await preview;
    if (typeof what === 'string') {
      const queryTerms = queryTermsOf(what);
      const found = newest.filter(({ terms }) => matches(terms, queryTerms));
      return { ids: found.map(({ row }) => row.id), groups: [], isComplete: false };
    }
    const rows = newest.map(({ row }) => row);
    const unsent = await store.readUnsentDocuments(rows.map(({ id }) => id));
    const { rows: found, groups } = answerFromRows(rows, what, unsent);
    return { ids: found.map(({ id }) => id), groups, isComplete: false };
  }

  /** Words come from the index, and what is unsent from the outbox, so both go before the columns. */
  async function findInColumns(
    { index, columns }: Kept,
    ask: RegisterAsk,
  ): Promise<Omit<FoundIds, 'isComplete'>> {
    const { query } = ask;
    let among: ReadonlySet<string> | undefined;
    if (query.figure !== '') among = figureRecords(columns.kpiRecords(), ask);
    if (queryTermsOf(query.text).length > 0) {
      const found = index.find(query.text);
      among = new Set(among === undefined ? found : found.filter((id) => among?.has(id)));
    }
    if (query.where === 'device') {
      const all = { ...ask, query: { ...query, sort: everything.sort, group: '' } as const };
      among = await store.readUnsentDocuments(columns.answer(all, among).ids);
    }
    return columns.answer(ask, among);
  }

  async function countInColumns(current: Kept, ask: RegisterAsk): Promise<number> {
    const { text, where, figure } = ask.query;
    if (where === '' && figure === '' && queryTermsOf(text).length === 0)
      return current.columns.count(ask);
    return (await findInColumns(current, ask)).ids.length;
  }

  async function currentOf(current: Kept): Promise<Kept> {
    if (isStale) await catchUp(current);
    return current;
  }

  const loading = load();
  loading.catch((cause: unknown) => deps.report('making the search index', cause));

  return {
    ready: loading,
    votesOf: (id) => kept?.columns.votesOf(id),
    find: async (what) => {
      if (kept === undefined) return findInPreview(what);
      const current = await currentOf(kept);
      if (typeof what !== 'string') {
        return { ...(await findInColumns(current, what)), isComplete: true };
      }
      return { ids: current.index.find(what), groups: [], isComplete: true };
    },
    insights: async (question) => {
      if (kept === undefined) return undefined;
      const { columns } = await currentOf(kept);
      return insightsOf(columns.kpiRecords(), question);
    },
    count: async (asks) => {
      if (kept === undefined) return undefined;
      const current = await currentOf(kept);
      const counts: number[] = [];
      for (const ask of asks) counts.push(await countInColumns(current, ask));
      return counts;
    },
  };
}

type Preview = readonly { readonly row: RecordRow; readonly terms: readonly string[] }[];
