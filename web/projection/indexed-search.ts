/** Keeps a search index in step with a replica's rows: loads the saved one, catches up, saves it now and then. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { ReportDep, TimersDep } from '../local/deps.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';
import { matches, queryTermsOf, searchedText, termsOf } from './search-terms.ts';

/** Raised when terms are made otherwise: a saved index of another name is not read. */
const indexName = 'terms-1';
const chunkRows = 500;
/** While the index is being made, this many of the newest rows are looked at instead. */
const previewRows = 1_000;
/** The index is saved once so many rows have changed, and only after things have been quiet for a while. */
const saveAfterRows = 200;
const quietMs = 5_000;

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
  let cancelSave: (() => void) | undefined;
  const touched = new Set<DocumentId>();
  store.changes.subscribe((change) => {
    if (change.type === 'documents') for (const id of change.docIds) touched.add(id);
  });

  async function load(): Promise<SearchIndex> {
    const saved = await store.readSearchIndex(indexName);
    const loaded = createSearchIndex(
      saved === undefined ? undefined : new TextDecoder().decode(saved.bytes),
    );
    changeN = saved?.changeN ?? 0;
    await catchUp(loaded);
    index = loaded;
    return loaded;
  }

  async function catchUp(target: SearchIndex): Promise<void> {
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
    const ids = [...touched];
    touched.clear();
    const rows = await store.readRecords(ids);
    for (const [i, id] of ids.entries()) if (rows[i] === undefined) target.remove(id);
  }

  function saveWhenQuiet(target: SearchIndex): void {
    cancelSave?.();
    cancelSave = deps.setTimer(quietMs, () => {
      savedRows = 0;
      const bytes = new TextEncoder().encode(target.save());
      void store.writeSearchIndex({ k: indexName, bytes, changeN });
    });
  }

  async function preview(text: string): Promise<readonly DocumentId[]> {
    const queryTerms = queryTermsOf(text);
    const rows = await store.readNewest(0, previewRows);
    return rows
      .filter((row) => matches(termsOf(searchedText(row)), queryTerms))
      .map((row) => row.id);
  }

  const loading = load();
  loading.catch((cause: unknown) => deps.report('making the search index', cause));

  return {
    ready: loading.then(() => undefined),
    find: async (text) => {
      if (index === undefined) return { ids: await preview(text), isComplete: false };
      await catchUp(index);
      return { ids: index.find(text), isComplete: true };
    },
  };
}
