/** Full-text search over rows: by looking at each of a small register, by an index in a worker beyond. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { ImprovementRow } from '../../shared/domain/improvement.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import { matches, queryTermsOf, termsOf } from './search-terms.ts';

/** Up to here every row is looked at, which is faster than starting a worker and building its index. */
export const smallRegister = 500;

export type Found = {
  readonly total: number;
  /** Newest first. */
  readonly ids: (start: number, end: number) => Promise<readonly DocumentId[]>;
};

export type RecordSearch = { readonly find: (filterText: string) => Promise<Found> };

export function createRecordSearch(
  store: Pick<ReplicaStore, 'countRecords' | 'readNewest'>,
): RecordSearch {
  return {
    find: async (filterText) => {
      const queryTerms = queryTermsOf(filterText);
      const rows = await store.readNewest(0, await store.countRecords());
      const found = rows.filter((row) => matches(termsOf(searchedText(row)), queryTerms));
      return {
        total: found.length,
        ids: async (start, end) => found.slice(start, end).map((row) => row.id),
      };
    },
  };
}

/** Everything a person may look for a record by. */
export const searchedText = (row: ImprovementRow): string =>
  [row.ref, row.localNumber, row.title, row.text, ...row.tags, ...row.affectedItems].join('\n');
