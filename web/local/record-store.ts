/** Rows of records, for lists: newest first by index, kept counts, and what has changed since a change number. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { Someone } from '../../shared/domain/improvement.ts';
import type { Result } from '../../shared/result.ts';
import type { StorageFailure } from '../services.ts';
import { readCounters } from './counters.ts';
import type { ReplicaStoreDeps } from './replica-store.ts';
import { storageResult } from './storage-failure.ts';
import type { RecordRow, SearchRow } from './tables.ts';

export type RecordStore = {
  readonly countRecords: () => Promise<number>;
  /** Newest first: ids are UUIDv7, so their order is the order of capture. */
  readonly readNewest: (start: number, end: number) => Promise<readonly RecordRow[]>;
  /** The newest that any of `authors` captured, newest first. */
  readonly readNewestBy: (
    authors: readonly Someone[],
    limit: number,
  ) => Promise<readonly RecordRow[]>;
  /** Those that somebody has to answer: how many, and the newest of them, at most `limit`, newest first. */
  readonly readTriage: (
    limit: number,
  ) => Promise<{ readonly total: number; readonly rows: readonly RecordRow[] }>;
  /** In the order of `ids`; undefined where there is none. */
  readonly readRecords: (ids: readonly DocumentId[]) => Promise<readonly (RecordRow | undefined)[]>;
  /** Rows with a later change number, in the order of change. */
  readonly readChangedSince: (changeN: number, limit: number) => Promise<readonly RecordRow[]>;
  /** The saved search index; undefined when there is none, or when a record was removed since. */
  readonly readSearchIndex: (name: string) => Promise<SearchRow | undefined>;
  readonly writeSearchIndex: (saved: SearchRow) => Promise<Result<void, StorageFailure>>;
};

export function createRecordStore({ tables: replica }: ReplicaStoreDeps): RecordStore {
  return {
    countRecords: () =>
      replica.transact('read', ['meta'], async (tables) => (await readCounters(tables)).records),

    readNewest: (start, end) =>
      replica.transact('read', ['meta', 'records'], async (tables) => {
        const { records: total } = await readCounters(tables);
        if (start <= total / 2) {
          return tables.records.range({ descending: true, offset: start, limit: end - start });
        }
        // A cursor has to pass over what lies before a window, so it comes from the nearer end.
        const offset = Math.max(0, total - end);
        const limit = Math.max(0, total - start - offset);
        return (await tables.records.range({ offset, limit })).toReversed();
      }),

    readNewestBy: (authors, limit) =>
      replica.transact('read', ['records'], async (tables) => {
        const byAuthor = await Promise.all(
          authors.map((author) =>
            tables.records.range({
              index: 'createdBy',
              from: author,
              to: author,
              descending: true,
              limit,
            }),
          ),
        );
        return byAuthor
          .flat()
          .sort((a, b) => (a.id < b.id ? 1 : -1))
          .slice(0, limit);
      }),

    readTriage: (limit) =>
      replica.transact('read', ['records'], async (tables) => ({
        // A row without the key is not in the index.
        total: await tables.records.count({ index: 'triageId', from: '' }),
        rows: await tables.records.range({
          index: 'triageId',
          from: '',
          descending: true,
          limit,
        }),
      })),

    readRecords: (ids) =>
      replica.transact('read', ['records'], (tables) => tables.records.getMany(ids)),

    readChangedSince: (changeN, limit) =>
      replica.transact('read', ['records'], (tables) =>
        tables.records.range({ index: 'changeN', from: changeN + 1, limit }),
      ),

    readSearchIndex: (name) =>
      replica.transact('read', ['search'], (tables) => tables.search.get(name)),

    writeSearchIndex: (saved) =>
      storageResult(() =>
        replica.transact('write', ['search'], async (tables) => {
          // Those of earlier versions are of no more use.
          const others = (await tables.search.keys({})).filter((name) => name !== saved.k);
          await tables.search.deleteMany(others);
          await tables.search.put(saved);
        }),
      ),
  };
}
