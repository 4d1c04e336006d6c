/** Numbers kept beside the rows, so that nothing has to be counted by scanning. Always inside a transaction. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { DocumentRow } from '../../shared/document/project-document.ts';
import type { Counters, SyncPoint, Tables } from './tables.ts';

const noCounters: Counters = { records: 0, changeN: 0, offeredN: 0 };
const neverSynced: SyncPoint = {
  epoch: null,
  cursor: null,
  peopleVersion: 0,
  lastSyncedAt: undefined,
};

export async function readCounters(tables: Pick<Tables, 'meta'>): Promise<Counters> {
  const row = await tables.meta.get('counters');
  return row?.k === 'counters' ? row.value : noCounters;
}

export const writeCounters = (tables: Pick<Tables, 'meta'>, value: Counters): Promise<void> =>
  tables.meta.put({ k: 'counters', value });

export async function readSyncPoint(tables: Pick<Tables, 'meta'>): Promise<SyncPoint> {
  const row = await tables.meta.get('syncPoint');
  return row?.k === 'syncPoint' ? row.value : neverSynced;
}

export const writeSyncPoint = (tables: Pick<Tables, 'meta'>, value: SyncPoint): Promise<void> =>
  tables.meta.put({ k: 'syncPoint', value });

/**
 * Puts rows, counting records that are new and giving each the next change number; rows of other documents stand
 * apart, where no list of records finds them. `mayBeHere` spares asking for rows whose document has just been found to be new.
 */
export async function putRows(
  tables: Pick<Tables, 'meta' | 'records' | 'measures'>,
  given: readonly DocumentRow[],
  mayBeHere: (id: DocumentId) => boolean = () => true,
): Promise<void> {
  const rows = given.filter((row) => row.type === 'improvement');
  for (const row of given) {
    if (row.type === 'workspace') await tables.meta.put({ k: 'workspace', value: row });
    if (row.type === 'measure') await tables.measures.put(row);
  }
  if (rows.length === 0) return;
  const counters = await readCounters(tables);
  const asked = rows.map((row) => row.id).filter(mayBeHere);
  const known = asked.length === 0 ? [] : await tables.records.getMany(asked);
  const missing = known.filter((row) => row === undefined).length;
  const numbered = rows.map((row, i) => ({ ...row, changeN: counters.changeN + i + 1 }));
  const putting = tables.records.putMany(numbered);
  const counting = writeCounters(tables, {
    ...counters,
    records: counters.records + rows.length - asked.length + missing,
    changeN: counters.changeN + rows.length,
  });
  await Promise.all([putting, counting]);
}

/** Removes a record's row; the saved search index, which would still list it, is dropped. */
export async function deleteRecord(
  tables: Pick<Tables, 'meta' | 'records' | 'search'>,
  id: DocumentId,
): Promise<void> {
  if ((await tables.records.get(id)) === undefined) return;
  await tables.records.deleteMany([id]);
  await tables.search.deleteMany(await tables.search.keys({}));
  const counters = await readCounters(tables);
  await writeCounters(tables, { ...counters, records: counters.records - 1 });
}
