/** Keeps a search index in step with a replica's rows: loads the saved one, catches up, saves it now and then. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { ReportDep, TimersDep } from '../local/deps.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';
import { matches, queryTermsOf, searchedText, termsOf } from './search-terms.ts';

/** Raised when the index is made otherwise: a saved one of another name is not read. */
const indexName = 'packed-1';
const chunkRows = 500;
/** While the index is being made, this many of the newest rows are looked at instead. */
const previewRows = 1_000;
/** The index is saved once so many rows have changed, and only after things have been quiet for a while. */
const saveAfterRows = 200;
const quietMs = 5_000;
/** What has changed is taken in this soon, so that a question seldom has to wait for it. */
const followMs = 300;

export type IndexedSearch = {
  /** `isComplete`: false while the index is being made; then only the newest rows have been looked at. */
  readonly find: (
    text: string,
  ) => Promise<{ readonly ids: readonly DocumentId[]; readonly isComplete: boolean }>;
  /** Resolves when the index knows every row. */
  readonly ready: Promise<void>;
};

export function openIndexedSearch(
  deps: TimersDep & ReportDep & { readonly store: ReplicaStore },
): IndexedSearch {
  const { store } = deps;
  let index: SearchIndex | undefined;
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
    if (index !== undefined) followSoon(index);
  });

  async function load(): Promise<void> {
    const saved = await store.readSearchIndex(indexName);
    const loaded = createSearchIndex(saved?.bytes);
    changeN = saved?.changeN ?? 0;
    await catchUp(loaded);
    index = loaded;
    preview = undefined;
    if (isStale) followSoon(loaded);
  }

  function followSoon(target: SearchIndex): void {
    cancelFollow ??= deps.setTimer(followMs, () => {
      cancelFollow = undefined;
      catchUp(target).catch((cause: unknown) => deps.report('following changes', cause));
    });
  }

  /** One at a time: two would put the same rows in twice. */
  function catchUp(target: SearchIndex): Promise<void> {
    catchingUp ??= takeInChanges(target).finally(() => {
      catchingUp = undefined;
    });
    return catchingUp;
  }

  async function takeInChanges(target: SearchIndex): Promise<void> {
    isStale = false;
    await removeMissing(target);
    for (;;) {
      const rows = await store.readChangedSince(changeN, chunkRows);
      for (const row of rows) target.put(row);
      changeN = rows.at(-1)?.changeN ?? changeN;
      savedRows += rows.length;
      if (rows.length < chunkRows) break;
    }
    if (savedRows >= saveAfterRows) saveWhenQuiet(target);
  }

  async function removeMissing(target: SearchIndex): Promise<void> {
    const ids = [...touched].filter(target.has);
    touched.clear();
    if (ids.length === 0) return;
    const rows = await store.readRecords(ids);
    for (const [i, id] of ids.entries()) if (rows[i] === undefined) target.remove(id);
  }

  function saveWhenQuiet(target: SearchIndex): void {
    cancelSave?.();
    cancelSave = deps.setTimer(quietMs, () => {
      savedRows = 0;
      void store.writeSearchIndex({ k: indexName, bytes: target.save(), changeN });
    });
  }

  async function readPreview(): Promise<Preview> {
    const rows = await store.readNewest(0, previewRows);
    return rows.map((row) => ({ id: row.id, terms: termsOf(searchedText(row)) }));
  }

  async function findInPreview(text: string): Promise<readonly DocumentId[]> {
    const queryTerms = queryTermsOf(text);
    preview ??= readPreview();
    return (await preview).filter(({ terms }) => matches(terms, queryTerms)).map(({ id }) => id);
  }

  const loading = load();
  loading.catch((cause: unknown) => deps.report('making the search index', cause));

  return {
    ready: loading,
    find: async (text) => {
      if (index === undefined) return { ids: await findInPreview(text), isComplete: false };
      if (isStale) await catchUp(index);
      return { ids: index.find(text), isComplete: true };
    },
  };
}

type Preview = readonly { readonly id: DocumentId; readonly terms: readonly string[] }[];
