/** What a person is told of on this device, as screens use it. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { Notice } from '../../shared/process/notices.ts';
import type { ImprovementRow } from '../../shared/domain/improvement.ts';

export type ListedNotice = Notice & {
  /** Unix ms: when this device heard of it. */
  readonly toldAt: number;
  readonly isUnread: boolean;
  /** Its record as it is now. */
  readonly record: Pick<ImprovementRow, 'ref' | 'localNumber' | 'title' | 'createdBy'>;
};

export type NoticeService = {
  /** The newest `limit`, newest first: soon and after every change, until stopped. */
  readonly watch: (
    limit: number,
    onNotices: (notices: readonly ListedNotice[]) => void,
  ) => () => void;
  readonly watchUnread: (onCount: (count: number) => void) => () => void;
  /** Those of one record. */
  readonly readOf: (id: DocumentId) => Promise<void>;
  readonly setRead: (ids: readonly string[], isRead: boolean) => Promise<void>;
  /** Resolves with the way to take it back. */
  readonly readAll: () => Promise<() => Promise<void>>;
};
