/** Full-text search over rows: by looking at each of a small register, by an index in a worker beyond. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import type { WorkerSearch } from './worker-search.ts';
import { matches, queryTermsOf, searchedText, termsOf } from './search-terms.ts';

/** Up to here every row is looked at, which is faster than starting a worker and building its index. */
export const smallRegister = 500;

export type Found = {
  readonly total: number;
  /** Newest first. */
  readonly ids: (start: number, end: number) => Promise<readonly DocumentId[]>;
};

export type RecordSearch = {
  /** All rows that have every term of the text. */
  readonly find: (filterText: string) => Promise<Found>;
};

export function createRecordSearch(deps: {
  readonly store: Pick<ReplicaStore, 'countRecords' | 'readNewest'>;
  /** Started when first needed. */
  readonly worker: () => WorkerSearch;
}): RecordSearch {
  return {
    find: async (filterText) => {
      const count = await deps.store.countRecords();
      if (count > smallRegister) return deps.worker().find(filterText);
      const queryTerms = queryTermsOf(filterText);
      const rows = await deps.store.readNewest(0, count);
      const found = rows.filter((row) => matches(termsOf(searchedText(row)), queryTerms));
      return {
        total: found.length,
        ids: async (start, end) => found.slice(start, end).map((row) => row.id),
      };
    },
  };
}
