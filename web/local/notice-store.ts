/** What a person was told of on this device: read, marked as read, and forgotten after a while. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { Notice } from '../../shared/process/notices.ts';
import type { Result } from '../../shared/result.ts';
import type { StorageFailure } from '../services.ts';
import type { ReplicaStoreDeps } from './replica-store.ts';
import { storageResult } from './storage-failure.ts';
import type { NoticeRow, Tables } from './tables.ts';

/** How long a notice is kept. */
const keepMs = 90 * 24 * 60 * 60 * 1000;
/** Notices deleted at a time once they are that old. */
const expiryBatch = 500;

export type NoticeStore = {
  /** The newest `limit`, newest first. */
  readonly readNotices: (limit: number) => Promise<readonly NoticeRow[]>;
  readonly countUnreadNotices: () => Promise<number>;
  /** Answers those that were unread. */
  readonly markNotices: (
    ids: readonly string[],
    isRead: boolean,
  ) => Promise<Result<readonly string[], StorageFailure>>;
  /** Those of one record, or all. Answers those that were unread. */
  readonly markRead: (of?: DocumentId) => Promise<Result<readonly string[], StorageFailure>>;
  /** Of measures that are to be taken: those that are told now, and none of which the reading was taken since. */
  readonly tellReadingsDue: (due: readonly Notice[]) => Promise<Result<void, StorageFailure>>;
  readonly expireNotices: () => Promise<Result<void, StorageFailure>>;
};

export function createNoticeStore({
  tables: replica,
  changes,
  nowMs,
}: ReplicaStoreDeps): NoticeStore {
  async function mark(
    find: (tables: Pick<Tables, 'notices'>) => Promise<readonly (NoticeRow | undefined)[]>,
    isRead: boolean,
  ): Promise<Result<readonly string[], StorageFailure>> {
    const result = await storageResult(() =>
      replica.transact('write', ['notices'], async (tables) => {
        const found = await find(tables);
        const rows = found.flatMap((row) =>
          row !== undefined && (row.unread === 1) === isRead ? [withUnread(row, !isRead)] : [],
        );
        if (rows.length > 0) await tables.notices.putMany(rows);
        return rows.map(({ id }) => id);
      }),
    );
    if (result.ok && result.value.length > 0) changes.publish({ type: 'notices' });
    return result;
  }

  return {
    readNotices: (limit) =>
      replica.transact('read', ['notices'], (tables) =>
        tables.notices.range({ index: 'toldAt', descending: true, limit }),
      ),

    countUnreadNotices: () =>
      replica.transact('read', ['notices'], (tables) => tables.notices.count(unread)),

    markNotices: (ids, isRead) => mark((tables) => tables.notices.getMany(ids), isRead),

    markRead: (of) =>
      mark(
        (tables) =>
          tables.notices.range(of === undefined ? unread : { index: 'docId', from: of, to: of }),
        true,
      ),

    tellReadingsDue: async (due) => {
      const result = await storageResult(() =>
        replica.transact('write', ['notices'], async ({ notices }) => {
          const told = await notices.keys({ from: readingPrefix, to: `${readingPrefix}\uffff` });
          const ids = new Set<unknown>(due.map(({ id }) => id));
          const over = told.filter((id) => !ids.has(id));
          const fresh = due.filter(({ id }) => !told.includes(id));
          await notices.deleteMany(over);
          await notices.putMany(
            fresh.map((notice) => ({ ...notice, toldAt: nowMs(), unread: 1 as const })),
          );
          return over.length + fresh.length;
        }),
      );
      if (!result.ok) return result;
      if (result.value > 0) changes.publish({ type: 'notices' });
      return { ok: true, value: undefined };
    },

    expireNotices: () =>
      storageResult(() =>
        replica.transact('write', ['notices'], async (tables) => {
          const range = { index: 'toldAt', to: nowMs() - keepMs, limit: expiryBatch };
          await tables.notices.deleteMany(await tables.notices.keys(range));
        }),
      ),
  };
}

/** How ids of such notices begin. */
const readingPrefix = 'reading:';

/** A row without the key is not in the index. */
const unread = { index: 'unread', from: 1, to: 1 };

function withUnread({ unread: _unread, ...row }: NoticeRow, isUnread: boolean): NoticeRow {
  return isUnread ? { ...row, unread: 1 } : row;
}

/** Inside a transaction: what is told of a record goes with it. */
export async function deleteNoticesOf(
  tables: Pick<Tables, 'notices'>,
  id: DocumentId,
): Promise<void> {
  await tables.notices.deleteMany(await tables.notices.keys({ index: 'docId', from: id, to: id }));
}
