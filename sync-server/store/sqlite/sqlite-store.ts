/** The store port on one SQLite file: a single writer, each call one transaction. */
import type { ClockDep, RandomDep } from '../../../shared/deps.ts';
import { StorageError } from '../storage-error.ts';
import type { Store, StoreSize } from '../store.ts';
import { createAuditChain } from './audit-chain.ts';
import { openDatabase } from './database.ts';
import { createWorkspaceTables } from './workspace-tables.ts';
import { createAccountTables } from './account-tables.ts';
import { createDeviceTables } from './device-tables.ts';
import { createErasureTables } from './erasure-tables.ts';
import { createInvitationTables } from './invitation-tables.ts';
import { createHistoryReading } from './history-tables.ts';
import type { Database } from './transaction.ts';
import { readLineage } from './lineage.ts';
import { createMembershipTables } from './membership-tables.ts';
import { createPasskeyTables } from './passkey-tables.ts';
import { createFactTables } from './fact-tables.ts';
import { createVisibilityTables } from './visibility-tables.ts';
import { createPeopleTables } from './people-tables.ts';
import { createQuarantineTables } from './quarantine-tables.ts';
import { createRecordReading } from './record-reading.ts';
import { createRewritingTables } from './rewriting-tables.ts';
import { createRecordWriting } from './record-writing.ts';

/**
 * `path` may be `:memory:`; `name` is the first workspace's, where the file is new. Throws when the file can't be
 * opened or has a newer schema.
 */
export function createSqliteStore(path: string, deps: ClockDep & RandomDep, name?: string): Store {
  return storeOn(openDatabase(path), deps, name);
}

/** The same on a database that the caller has opened and may look into. */
export function storeOn(db: Database, deps: ClockDep & RandomDep, name?: string): Store {
  const lineage = readLineage(db, deps, name);
  const audit = createAuditChain(db);
  return {
    lineage,
    ...asynchronous(createRecordReading(db)),
    ...asynchronous(createRecordWriting(db, audit)),
    ...asynchronous(createHistoryReading(db)),
    ...asynchronous(createPeopleTables(db, audit)),
    ...asynchronous(createMembershipTables(db, audit)),
    ...asynchronous(createVisibilityTables(db)),
    ...asynchronous(createInvitationTables(db, audit)),
    ...asynchronous(createDeviceTables(db, audit)),
    ...asynchronous(createPasskeyTables(db, audit)),
    ...asynchronous(createFactTables(db, audit)),
    ...asynchronous(createErasureTables(db, audit)),
    ...asynchronous(createRewritingTables(db, audit)),
    ...asynchronous(createQuarantineTables(db, audit)),
    ...asynchronous(createAccountTables(db, audit)),
    ...asynchronous(createWorkspaceTables(db, deps)),
    ...asynchronous({
      backUp: (file: string) => void db.prepare('VACUUM INTO ?').run(file),
      measure: () => measure(db),
      close: () => db.close(),
    }),
  };
}

function measure(db: Database): StoreSize {
  const pages = db.prepare('PRAGMA page_count').get() as { page_count: number };
  const page = db.prepare('PRAGMA page_size').get() as { page_size: number };
  const quarantine = db
    .prepare('SELECT count(*) AS count, coalesce(sum(length(bytes)), 0) AS bytes FROM quarantine')
    .get() as { count: number; bytes: number };
  return {
    databaseBytes: pages.page_count * page.page_size,
    quarantinedUpdates: quarantine.count,
    quarantinedBytes: quarantine.bytes,
  };
}

type Methods = Readonly<Record<string, (...parameters: never[]) => unknown>>;

type Asynchronous<T extends Methods> = {
  readonly [K in keyof T]: (...parameters: Parameters<T[K]>) => Promise<ReturnType<T[K]>>;
};

/** Methods as the port has them: a promise, rejected with a StorageError when SQLite throws. */
function asynchronous<T extends Methods>(methods: T): Asynchronous<T> {
  const wrapped = Object.entries(methods).map(([name, method]) => [
    name,
    async (...parameters: never[]) => {
      try {
        return method(...parameters);
      } catch (error) {
        throw new StorageError(error);
      }
    },
  ]);
  return Object.fromEntries(wrapped) as Asynchronous<T>;
}
