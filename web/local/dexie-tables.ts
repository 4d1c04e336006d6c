/** The tables of a replica in IndexedDB, by Dexie: strict durability, and a closed database is opened again once. */
import { Dexie, type Collection, type Table as DexieTable } from 'dexie';
import type { ReportDep } from './deps.ts';
import { StorageError, storageFailureOf } from './storage-failure.ts';
import {
  type IndexKey,
  type Range,
  type ReplicaTables,
  type Rows,
  replicaSchema,
  replicaSchemaVersion,
  type Table,
  type TableName,
  type Tables,
} from './tables.ts';

/** Opens lazily; another tab that needs a newer schema gets it at once, because Dexie closes on `versionchange`. */
export function createDexieTables(databaseName: string, deps: ReportDep): ReplicaTables {
  const database = new Dexie(databaseName, { chromeTransactionDurability: 'strict' });
  database.version(replicaSchemaVersion).stores(replicaSchema);
  const tables = Object.fromEntries(
    database.tables.map((table) => [table.name, adaptTable(table)]),
  ) as unknown as Tables;

  // The scope must be an async function itself: by that Dexie knows to keep the transaction open across awaits.
  const transactOnce: ReplicaTables['transact'] = (mode, names, body) =>
    database.transaction(mode === 'read' ? 'r' : 'rw', [...names], async () => body(tables));

  return {
    transact: async (mode, names, body) => {
      try {
        return await transactOnce(mode, names, body);
      } catch (error) {
        if (storageFailureOf(error) !== 'storageClosed') throw asStorageError(error, deps);
      }
      try {
        await database.open();
        return await transactOnce(mode, names, body);
      } catch (error) {
        throw asStorageError(error, deps);
      }
    },
    close: () => database.close(),
  };
}

/** Dexie's and the browser's errors are the storage's; anything else is a bug and stays what it is. */
function asStorageError(error: unknown, deps: ReportDep): unknown {
  const isOfStorage = error instanceof Dexie.DexieError || error instanceof DOMException;
  if (!isOfStorage) return error;
  deps.report('a transaction on this device failed', error);
  return new StorageError(storageFailureOf(error), error);
}

function adaptTable<Name extends TableName>(
  table: DexieTable<Rows[Name], IndexKey>,
): Table<Rows[Name]> {
  return {
    get: (key) => table.get(key),
    getMany: (keys) => table.bulkGet([...keys]),
    range: async (range) =>
      (await readBackwards(table, range)) ?? collection(table, range).toArray(),
    keys: (range) => collection(table, range).primaryKeys(),
    count: (range) => (range === undefined ? table.count() : collection(table, range).count()),
    occurring: async (index, values) => {
      const keys = await table
        .where(index)
        .anyOf([...values])
        .uniqueKeys();
      return new Set(keys as string[]);
    },
    put: async (row) => {
      await table.put(row);
    },
    putMany: async (rows) => {
      await table.bulkPut([...rows]);
    },
    addMany: async (rows) => (await table.bulkAdd([...rows] as Rows[Name][])) as number,
    deleteMany: (keys) => table.bulkDelete([...keys]),
  };
}

function collection<Row>(
  table: DexieTable<Row, IndexKey>,
  range: Range,
): Collection<Row, IndexKey> {
  const { from = Dexie.minKey, to = Dexie.maxKey } = range;
  const isBounded = range.from !== undefined || range.to !== undefined;
  const index = range.index ?? ':id';
  let rows = isBounded
    ? table.where(index).between(from, to, true, true)
    : range.index === undefined
      ? table.toCollection()
      : table.orderBy(index);
  if (range.descending === true) rows = rows.reverse();
  if (range.offset !== undefined && range.offset > 0) rows = rows.offset(range.offset);
  return range.limit === undefined ? rows : rows.limit(range.limit);
}

/** Rows passed over this way rather than by a cursor. */
const passedOverAtMost = 200;

/** The last rows in one request, in browsers that can: a cursor costs an event for each row. Otherwise undefined. */
function readBackwards<Row>(
  table: DexieTable<Row, IndexKey>,
  { index, from, to, descending, offset = 0, limit }: Range,
): PromiseLike<readonly Row[]> | undefined {
  const isPlain = index === undefined && from === undefined && to === undefined;
  if (descending !== true || !isPlain || limit === undefined) return undefined;
  if (offset > passedOverAtMost || !('getAllRecords' in IDBObjectStore.prototype)) return undefined;
  const store = Dexie.currentTransaction?.idbtrans.objectStore(table.name) as unknown as {
    readonly getAll: (options: object) => IDBRequest<Row[]>;
  };
  return new Dexie.Promise<readonly Row[]>((resolve, reject) => {
    const request = store.getAll({ direction: 'prev', count: offset + limit });
    request.addEventListener('success', () => resolve(request.result.slice(offset)));
    request.addEventListener('error', () => reject(request.error));
  });
}
