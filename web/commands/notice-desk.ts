/** Notices as screens use them: listed with their records, counted, read. */
import { isMeasureId } from '../../shared/domain/document-kinds.ts';
import type { MeasureRow } from '../../shared/domain/measure.ts';
import type { ReportDep } from '../local/deps.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import type { NoticeRow } from '../local/tables.ts';
import type { ListedNotice, NoticeService } from '../services/notices.ts';

export type NoticeDeskDeps = ReportDep & {
  readonly store: Pick<
    ReplicaStore,
    | 'readNotices'
    | 'countUnreadNotices'
    | 'markNotices'
    | 'markRead'
    | 'readRecords'
    | 'readMeasures'
    | 'changes'
  >;
};

export function createNoticeDesk(deps: NoticeDeskDeps): NoticeService {
  const { store } = deps;

  /** Reads now and after every change, one read at a time. */
  function follow<T>(read: () => Promise<T>, onValue: (value: T) => void): () => void {
    let isStopped = false;
    let isBusy = false;
    let isStale = false;
    async function refresh(): Promise<void> {
      isStale = isBusy;
      if (isBusy) return;
      isBusy = true;
      try {
        const value = await read();
        if (!isStopped) onValue(value);
      } catch (cause) {
        deps.report('reading notices', cause);
      }
      isBusy = false;
      if (isStale && !isStopped) void refresh();
    }
    const stop = store.changes.subscribe(({ type }) => {
      if (type !== 'people') void refresh();
    });
    void refresh();
    return () => {
      isStopped = true;
      stop();
    };
  }

  async function listed(rows: readonly NoticeRow[]): Promise<readonly ListedNotice[]> {
    const records = await store.readRecords(rows.map(({ docId }) => docId));
    const measures = rows.some(({ docId }) => isMeasureId(docId)) ? await store.readMeasures() : [];
    return rows.flatMap(({ unread, ...notice }, i) => {
      const measure = measures.find(({ id }) => id === notice.docId);
      const record = measure === undefined ? records[i] : calledAs(measure);
      return record === undefined ? [] : [{ ...notice, isUnread: unread === 1, record }];
    });
  }

  return {
    watch: (limit, onNotices) =>
      follow(async () => listed(await store.readNotices(limit)), onNotices),
    watchUnread: (onCount) => follow(store.countUnreadNotices, onCount),
    readOf: async (id) => void (await store.markRead(id)),
    setRead: async (ids, isRead) => void (await store.markNotices(ids, isRead)),
    readAll: async () => {
      const read = await store.markRead();
      return async () => {
        if (read.ok) await store.markNotices(read.value, false);
      };
    },
  };
}

/** It has no number. */
const calledAs = ({ name, createdBy }: MeasureRow): ListedNotice['record'] => ({
  ref: '',
  localNumber: '' as ListedNotice['record']['localNumber'],
  title: name,
  createdBy,
});
