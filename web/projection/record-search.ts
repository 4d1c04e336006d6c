/** Full-text search over rows: by looking at each of a small register, by an index in a worker beyond. */
import type { ReplicaStore } from '../local/replica-store.ts';
import type { RecordRow } from '../local/tables.ts';
import { matches, queryTermsOf, searchedText, termsOf } from './search-terms.ts';
import type { WorkerSearch } from './worker-search.ts';

/** Up to here every row is looked at, which is faster than starting a worker and building its index. */
export const smallRegister = 500;

export type Found = {
  readonly total: number;
  /** Newest first. */
  readonly rows: (start: number, end: number) => Promise<readonly RecordRow[]>;
};

/** One question that is asked again whenever rows have changed. */
export type StandingSearch = {
  /** All rows that have every term. */
  readonly find: () => Promise<Found>;
  readonly stop: () => void;
};

export type RecordSearch = {
  readonly open: (filterText: string) => StandingSearch;
  /** Makes the index of a large register ready, because someone is likely to search it. */
  readonly prepare: () => Promise<void>;
};

export function createRecordSearch(deps: {
  readonly store: Pick<ReplicaStore, 'countRecords' | 'readNewest'>;
  /** Started when first needed. */
  readonly worker: () => WorkerSearch;
}): RecordSearch {
  const open = (filterText: string): StandingSearch => {
    // The answer before the newest is kept, because a screen may still be asking for its windows.
    const kept: (() => void)[] = [];
    return {
      find: async () => {
        const count = await deps.store.countRecords();
        if (count <= smallRegister) return lookAtEach(deps.store, count, filterText);
        const { found, forget } = deps.worker().find(filterText);
        if (kept.push(forget) > 2) kept.shift()?.();
        return found;
      },
      stop: () => {
        for (const forget of kept) forget();
      },
    };
  };

  return {
    open,
    prepare: async () => {
      if ((await deps.store.countRecords()) > smallRegister) deps.worker();
    },
  };
}

async function lookAtEach(
  store: Pick<ReplicaStore, 'readNewest'>,
  count: number,
  filterText: string,
): Promise<Found> {
  const queryTerms = queryTermsOf(filterText);
  const rows = await store.readNewest(0, count);
  const found = rows.filter((row) => matches(termsOf(searchedText(row)), queryTerms));
  return {
    total: found.length,
    rows: async (start, end) => found.slice(start, end),
  };
}
