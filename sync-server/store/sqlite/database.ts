/** Opens the SQLite file as the server needs it: durable commits, enforced keys, the newest schema. */
import { DatabaseSync } from '@photostructure/sqlite';
import { migrate } from './migrate.ts';
import type { Database } from './transaction.ts';

/** How long a statement waits for another process's lock (a backup, a person with a shell). */
const busyTimeoutMs = 5_000;

/** Negative = KiB: enough for the hot pages of 100,000 documents, small beside the process. */
const cacheSizeKib = -8_192;

/** Pages that the log may hold before it is folded in: a large sync should not do that at every commit. */
const checkpointPages = 4_000;

/** The first release in which a WAL reset can't lose a commit; https://sqlite.org/wal.html */
const safeVersion = [3, 51, 3] as const;

/** `path` may be `:memory:`. The engine is the one in the package on every runtime, so that one version is tested. */
export function openDatabase(path: string): Database {
  const db = new DatabaseSync(path, {
    enableForeignKeyConstraints: true,
    timeout: busyTimeoutMs,
  });
  // FULL: a commit is on the disk before it is acknowledged, also when the power fails.
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = ${checkpointPages};
    PRAGMA cache_size = ${cacheSizeKib};
    PRAGMA trusted_schema = OFF;
  `);
  migrate(db);
  return db;
}

/** A sentence when the engine is older than it should be. */
export function versionWarning(db: Database): string | undefined {
  const { version } = db.prepare('SELECT sqlite_version() AS version').get() as { version: string };
  return isOlder(version.split('.').map(Number), safeVersion)
    ? `SQLite ${version} can lose a commit when it resets its log; use ${safeVersion.join('.')} or newer.`
    : undefined;
}

export function isOlder(version: readonly number[], than: readonly number[]): boolean {
  for (const [at, wanted] of than.entries()) {
    const part = version[at] ?? 0;
    if (part !== wanted) return part < wanted;
  }
  return false;
}
