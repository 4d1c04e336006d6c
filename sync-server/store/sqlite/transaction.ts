/** Write transactions: all of the work is kept, or nothing. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Result } from '../../../shared/result.ts';

export type Database = DatabaseSyncInstance;

/** Runs `work` in one write transaction: all of it is kept, or, when it throws, nothing. */
export const transact = <T>(db: Database, work: () => T): T => transactIf(db, work, () => true);

/** The same, and nothing is kept of a refusal either. */
export const transactResult = <T, E>(db: Database, work: () => Result<T, E>): Result<T, E> =>
  transactIf(db, work, (result) => result.ok);

function transactIf<T>(db: Database, work: () => T, isKept: (result: T) => boolean): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec(isKept(result) ? 'COMMIT' : 'ROLLBACK');
    return result;
  } catch (error) {
    // A full disk makes SQLite roll back by itself.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
