/** What was changed, by whom and when, as screens use it. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { HistoryChange, HistoryEntry, HistoryField } from '../../shared/protocol/history.ts';
import type { Reply } from './session.ts';

export type HistoryPage = {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** For the next page; undefined = there is nothing older. */
  readonly before: string | undefined;
};

export type HistoryQuery = {
  /** undefined = everything. */
  readonly fields: readonly HistoryField[] | undefined;
  readonly before?: string | undefined;
};

export type UnsentEdit = { readonly change: HistoryChange; readonly madeAt: number };

export type HistoryService = {
  readonly read: (id: DocumentId, query: HistoryQuery) => Reply<HistoryPage>;
  /** The newest page of a record as it was read last, since this page was opened. */
  readonly lastRead: (
    id: DocumentId,
    fields: readonly HistoryField[] | undefined,
  ) => { readonly page: HistoryPage; readonly readAt: number } | undefined;
  /** Newest first; what they replaced is not known here. */
  readonly unsent: (id: DocumentId) => Promise<readonly UnsentEdit[]>;
};
