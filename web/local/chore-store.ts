/** Work on documents that waits for an idle moment: folding tails, projecting rows anew, and what else is to be done. */
import type { DocumentRow } from '../../shared/document/project-document.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { StorageFailure } from '../services.ts';
import { putRows, readSyncPoint } from './counters.ts';
import { withChore } from './document-rows.ts';
import {
  countFacts,
  isAllShown,
  rowTables,
  type Shown,
  type StoredDocument,
  withRef,
} from './document-store.ts';
import type { ReplicaStoreDeps } from './replica-store.ts';
import { storageResult } from './storage-failure.ts';
import type { Chore, Tables } from './tables.ts';

export type ChoreStore = {
  /** Puts `snapshot` in place of the rows that were read; does nothing when others have compacted since. */
  readonly compact: (
    id: DocumentId,
    read: StoredDocument,
    snapshot: Uint8Array,
  ) => Promise<Result<void, StorageFailure>>;
  /** Stores a row projected here, unless the document has grown since it was read. */
  readonly putProjection: (read: Shown, row: DocumentRow) => Promise<Result<void, StorageFailure>>;
  readonly addChore: (id: DocumentId, chore: Chore) => Promise<Result<void, StorageFailure>>;
  readonly readChores: (chore: Chore, limit: number) => Promise<readonly DocumentId[]>;
};

export function createChoreStore(deps: ReplicaStoreDeps): ChoreStore {
  const { tables: replica, changes } = deps;
  const write = <T>(
    names: Parameters<typeof replica.transact>[1],
    body: (tables: Tables) => Promise<T>,
  ) => storageResult(() => replica.transact('write', names, body));

  return {
    compact: async (id, read, snapshot) =>
      write(['docs', 'tail'], async (tables) => {
        const doc = await tables.docs.get(id);
        if (doc?.generation !== read.generation || doc.snapshotN !== read.snapshotN) return;
        await tables.tail.deleteMany(read.tailRows);
        await tables.docs.put({
          ...doc,
          snapshot: [snapshot],
          snapshotN: read.tailN,
          pulledRows: 0,
          chores: doc.chores.filter((chore) => chore !== 'compact'),
        });
      }),

    putProjection: async (read, row) => {
      const names = [...rowTables, 'people', 'notices'] as const;
      const result = await write(names, async (tables) => {
        const doc = await tables.docs.get(row.id);
        if (doc === undefined || !(await isAllShown(tables, doc, read))) return;
        const before = doc.told ?? {
          row: await tables.records.get(doc.id),
          facts: countFacts(doc),
        };
        await putRows(tables, [withRef(row, doc)]);
        const facts = doc.facts.list ?? [];
        await deps.makeNotices?.(tables, [{ before, row, facts }], await readSyncPoint(tables));
        const { told: _told, ...rest } = doc;
        await tables.docs.put({
          ...rest,
          chores: doc.chores.filter((chore) => chore !== 'project'),
        });
      });
      if (result.ok) changes.publish({ type: 'documents', docIds: [row.id] });
      return result;
    },

    addChore: async (id, chore) =>
      write(['docs'], async (tables) => {
        const doc = await tables.docs.get(id);
        if (doc !== undefined) await tables.docs.put(withChore(doc, chore));
      }),

    readChores: (chore, limit) =>
      replica.transact('read', ['docs'], async (tables) => {
        const range = { index: 'chores', from: chore, to: chore, limit };
        return (await tables.docs.keys(range)) as readonly DocumentId[];
      }),
  };
}
