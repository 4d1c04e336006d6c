/** One table in memory: rows by primary key, kept in key order, with the indexes that the schema names. */
import { StorageError } from './storage-failure.ts';
import type { IndexKey, Range, Table } from './tables.ts';

type Row = Readonly<Record<string, unknown>>;
type Index = {
  readonly name: string;
  readonly path: readonly string[];
  readonly isUnique: boolean;
  readonly isMulti: boolean;
};
type Entry = { readonly indexKey: IndexKey; readonly key: IndexKey; readonly row: Row };

/** `remember` is given the way back of every write, for a transaction that fails. */
export function createMemoryTable(
  schema: string,
  remember: (undo: () => void) => void,
): Table<Row> {
  const [primary, ...indexes] = schema.split(', ').map(parseIndex);
  const keyName = primary?.path[0] ?? '';
  const rows = new Map<string | number, Row>();
  const uniqueIndexes = indexes.filter((index) => index.isUnique);
  const taken = new Map<string, string | number>();
  let sortedKeys: (string | number)[] | undefined = [];
  let lastN = 0;

  const keyOf = (row: Row) => row[keyName] as string | number;

  function set(row: Row): void {
    const key = keyOf(row);
    for (const name of uniqueNamesOf(row)) {
      if ((taken.get(name) ?? key) !== key) throw new StorageError('storageFailed', name);
    }
    const former = rows.get(key);
    place(key, row);
    remember(() => place(key, former));
  }

  function remove(key: string | number): void {
    const former = rows.get(key);
    if (former === undefined) return;
    place(key, undefined);
    remember(() => place(key, former));
  }

  /** The row under this key from now on, with everything that is kept beside the rows. */
  function place(key: string | number, row: Row | undefined): void {
    const former = rows.get(key);
    if (former !== undefined) for (const name of uniqueNamesOf(former)) taken.delete(name);
    if (row === undefined) {
      rows.delete(key);
      sortedKeys = undefined;
      return;
    }
    rows.set(key, row);
    for (const name of uniqueNamesOf(row)) taken.set(name, key);
    if (former === undefined) noteNewKey(key);
  }

  function noteNewKey(key: string | number): void {
    const newest = sortedKeys?.at(-1);
    if (newest === undefined || compareKeys(newest, key) < 0) sortedKeys?.push(key);
    else sortedKeys = undefined;
  }

  const uniqueNamesOf = (row: Row): readonly string[] =>
    uniqueIndexes.map((index) => `${index.name} ${JSON.stringify(indexKeysOf(index, row))}`);

  function entries(range: Range): Entry[] {
    const found = range.index === undefined ? byPrimaryKey(range) : byIndex(range, range.index);
    if (range.descending === true) found.reverse();
    const start = range.offset ?? 0;
    return found.slice(start, range.limit === undefined ? undefined : start + range.limit);
  }

  function byPrimaryKey(range: Range): Entry[] {
    sortedKeys ??= [...rows.keys()].sort(compareKeys);
    const found: Entry[] = [];
    for (const key of sortedKeys) {
      const row = rows.get(key);
      if (row !== undefined && isWithin(key, range)) found.push({ indexKey: key, key, row });
    }
    return found;
  }

  function byIndex(range: Range, name: string): Entry[] {
    const index = indexes.find((candidate) => candidate.name === name);
    if (index === undefined) throw new Error(`no index ${name}`);
    const found: Entry[] = [];
    for (const [key, row] of rows) {
      for (const indexKey of indexKeysOf(index, row)) {
        if (isWithin(indexKey, range)) found.push({ indexKey, key, row });
      }
    }
    return found.sort((a, b) => compareKeys(a.indexKey, b.indexKey) || compareKeys(a.key, b.key));
  }

  return {
    get: async (key) => rows.get(key as string | number),
    getMany: async (keys) => keys.map((key) => rows.get(key as string | number)),
    range: async (range) => entries(range).map((entry) => entry.row),
    keys: async (range) => entries(range).map((entry) => entry.key),
    count: async (range) => (range === undefined ? rows.size : entries(range).length),
    occurring: async (index, values) => {
      const wanted = new Set(values);
      const found = new Set<string>();
      for (const row of rows.values()) {
        const value = row[index];
        if (typeof value === 'string' && wanted.has(value)) found.add(value);
      }
      return found;
    },
    put: async (row) => set(row),
    putMany: async (newRows) => newRows.forEach(set),
    addMany: async (newRows) => {
      for (const row of newRows) set({ ...row, [keyName]: ++lastN });
      return lastN;
    },
    deleteMany: async (keys) => {
      for (const key of keys) remove(key as string | number);
    },
  };
}

/** IndexedDB's order: numbers before texts before arrays, arrays by their parts. */
function compareKeys(a: IndexKey, b: IndexKey): number {
  if (typeof a === 'object' && typeof b === 'object') {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const order = compareKeys(a[i] ?? '', b[i] ?? '');
      if (order !== 0) return order;
    }
    return a.length - b.length;
  }
  if (typeof a === typeof b) return a < b ? -1 : a > b ? 1 : 0;
  return rankOf(a) - rankOf(b);
}

const rankOf = (key: IndexKey): number =>
  typeof key === 'number' ? 0 : typeof key === 'string' ? 1 : 2;

const isWithin = (key: IndexKey, { from, to }: Range): boolean =>
  (from === undefined || compareKeys(from, key) <= 0) &&
  (to === undefined || compareKeys(key, to) <= 0);

function parseIndex(text: string): Index {
  const name = text.replace(/^[&*+]+/, '');
  return {
    name,
    path: name.replace(/[[\]]/g, '').split('+'),
    isUnique: text.startsWith('&'),
    isMulti: text.startsWith('*'),
  };
}

/** The keys under which an index holds a row; none when a part is missing. */
function indexKeysOf(index: Index, row: Row): readonly IndexKey[] {
  if (index.isMulti) return (row[index.path[0] ?? ''] ?? []) as readonly IndexKey[];
  const parts = index.path.map((name) => row[name]);
  if (parts.some((part) => part === undefined)) return [];
  return [index.path.length === 1 ? (parts[0] as IndexKey) : (parts as IndexKey)];
}
