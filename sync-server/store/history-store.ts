/** The port for what has happened: the history of a record, for people, and the audit trail, for proof. */
import type { DeviceId, DocumentId, PersonId, WorkspaceId } from '../../shared/domain/ids.ts';
import type { RecordChange } from '../../shared/domain/record-change.ts';

export type HistoryStore = {
  /** Newest first; undefined when there is no such document. */
  readonly readHistory: (
    workspace: WorkspaceId,
    docId: DocumentId,
    page: HistoryQuery,
  ) => Promise<HistoryPage | undefined>;
  /** Rows after number `after`, in order. */
  readonly readAudit: (
    workspace: WorkspaceId,
    after: number,
    limit: number,
  ) => Promise<readonly AuditRow[]>;
};

export type HistoryQuery = {
  /** What an earlier page gave; undefined = from the newest. */
  readonly before: HistoryCursor | undefined;
  readonly limit: number;
  /** Changes of these fields alone; undefined = all. */
  readonly fields: readonly string[] | undefined;
};

/** Of the last entry that was given. */
export type HistoryCursor = { readonly seq: number; readonly part: string };

export type HistoryPage = {
  readonly entries: readonly HistoryEntry[];
  /** undefined = there is nothing older. */
  readonly before: HistoryCursor | undefined;
};

export type HistoryEntry = {
  readonly seq: number;
  /** Unix ms by the server's clock: when the edit, or the first of a sitting, arrived and when the last did. */
  readonly at: number;
  readonly until: number;
  /** When its device wrote the first; '' = as it arrived. */
  readonly hlc: string;
  /** Several when they wrote in turns. */
  readonly people: readonly PersonId[];
  readonly device: DeviceId;
  /** As its person calls it; '' = not known. */
  readonly deviceName: string;
  readonly changes: readonly (RecordChange | { readonly type: 'created' })[];
};

export type AuditRow = {
  readonly n: number;
  /** Unix ms. */
  readonly at: number;
  readonly kind: string;
  /** JSON, exactly as it was hashed; null once it was erased, like the salt. */
  readonly payload: string | null;
  readonly salt: Uint8Array | null;
  readonly payloadHash: Uint8Array;
  readonly hash: Uint8Array;
  /** The record whose words the payload holds, if any: a purge of it erases them. */
  readonly doc: string | null;
};
