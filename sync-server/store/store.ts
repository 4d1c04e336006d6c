/** The store port: what the server keeps, and the transactions in which it changes. SQLite is the first adapter. */
import type { ActorId, DeviceId, DocumentId, PersonId, Uid } from '../../shared/domain/ids.ts';
import type { ServerEpoch, WorkspaceId } from '../../shared/domain/ids.ts';
import type { RecordChange } from '../../shared/domain/record-change.ts';
import type { RefusalCode } from '../../shared/protocol/refusals.ts';
import type { ErasureStore } from './erasure-store.ts';
import type { HistoryStore } from './history-store.ts';
import type { MembershipStore } from './membership-store.ts';
import type { Fact } from '../../shared/process/facts.ts';
import type { FactStore } from './fact-store.ts';
import type { PeopleStore } from './people-store.ts';
import type { QuarantineStore } from './quarantine-store.ts';
import type { SignInStore } from './sign-in-store.ts';
import type { View, VisibilityStore } from './visibility-store.ts';

/**
 * Every method is one transaction or one consistent read, and asynchronous, so that an adapter may talk to
 * another machine. A store that can't do its work rejects; nothing of a rejected call is kept.
 */
export type Store = RecordStore &
  FactStore &
  QuarantineStore &
  HistoryStore &
  PeopleStore &
  MembershipStore &
  VisibilityStore &
  SignInStore &
  ErasureStore & {
    readonly lineage: Lineage;
    /** Writes a consistent copy to `file` while the store stays in use; `file` must not exist. */
    readonly backUp: (file: string) => Promise<void>;
    readonly measure: () => Promise<StoreSize>;
    readonly close: () => Promise<void>;
  };

export type StoreSize = {
  readonly databaseBytes: number;
  readonly quarantinedUpdates: number;
  readonly quarantinedBytes: number;
};

/** What this database is, read once when it is opened. */
export type Lineage = {
  readonly serverId: string;
  readonly epoch: ServerEpoch;
  /** Number of the newest migration. */
  readonly schema: number;
  /** The first workspace: whoever says no other means it. */
  readonly workspace: { readonly id: WorkspaceId; readonly name: string };
  /** Why the engine should be upgraded; undefined = it need not. */
  readonly warning: string | undefined;
};

export type RecordStore = {
  /** What is known about each of `items`, in their order. */
  readonly inspect: (
    workspace: WorkspaceId,
    items: readonly InspectedItem[],
  ) => Promise<readonly Inspection[]>;
  /** Documents as they stand at the last commit, in the order of `docIds`. */
  /** Those of the refused edits that their person has made again. */
  readonly readApplied: (
    workspace: WorkspaceId,
    items: readonly Pick<AppliedAgain, 'person' | 'uid'>[],
  ) => Promise<readonly AppliedAgain[]>;
  readonly loadDocuments: (
    workspace: WorkspaceId,
    docIds: readonly DocumentId[],
  ) => Promise<readonly (StoredDocument | undefined)[]>;
  /** All of it or nothing; the updates get rising seqs in their order. */
  readonly commit: (workspace: WorkspaceId, commit: Commit) => Promise<Committed>;
  /** Replaces the updates up to `seq` as the start of the document's reading. */
  readonly saveSnapshot: (
    workspace: WorkspaceId,
    docId: DocumentId,
    snapshot: Snapshot,
  ) => Promise<void>;
  /** Documents of the view whose head is after `reached`, each once, by head; at least one when there is any. */
  readonly changedSince: (
    workspace: WorkspaceId,
    reader: ReaderPosition,
    limit: PageLimit,
    view: View,
  ) => Promise<ChangedPage>;
  /** The same documents whole; unknown ones, and those that the view does not show, are left out. */
  readonly wholeDocuments: (
    workspace: WorkspaceId,
    docIds: readonly DocumentId[],
    view: View,
  ) => Promise<readonly DocumentHead[]>;
  readonly position: (workspace: WorkspaceId) => Promise<Position>;
};

export type InspectedItem = {
  readonly docId: DocumentId;
  /** undefined for an update whose bytes are not final yet. */
  readonly uid: Uid | undefined;
};

export type Inspection = {
  readonly document:
    | {
        readonly epoch: number;
        readonly headSeq: number;
        readonly ref: string;
        /** Updates since the last snapshot. */
        readonly sinceSnapshot: number;
        readonly facts: readonly Fact[];
      }
    | undefined;
  /** The store has nothing of the document, not even a refusal: there is nothing to load. */
  readonly isUnknown: boolean;
  /** It was purged. */
  readonly isGone: boolean;
  /** What became of this uid before. */
  readonly known:
    | { readonly type: 'committed'; readonly seq: number }
    | { readonly type: 'refused'; readonly code: RefusalCode; readonly message: string }
    | undefined;
};

export type StoredDocument = {
  readonly ref: string;
  /** Yjs V1 updates in commit order, the first of which may be a snapshot. */
  readonly updates: readonly Uint8Array[];
  readonly claims: readonly ClientClaim[];
  readonly refusedRanges: readonly ClockRange[];
};

/** A Yjs client id belongs to the device that used it first in a document. */
export type ClientClaim = { readonly clientId: number; readonly device: DeviceId };

/** Clocks `from` up to and without `to` of one Yjs client. */
export type ClockRange = { readonly clientId: number; readonly from: number; readonly to: number };

export type Snapshot = { readonly seq: number; readonly bytes: Uint8Array };

export type Commit = {
  /** Unix ms by the server's clock. */
  readonly atMs: number;
  readonly updates: readonly NewUpdate[];
  /** Every document that `updates` touch, once. */
  readonly documents: readonly ChangedDocument[];
  readonly refused: readonly RefusedUpdate[];
  /** Left out = none. */
  readonly applied?: readonly AppliedAgain[];
};

/** A refused edit that its person has made again, and on which device. */
export type AppliedAgain = Authorship & { readonly uid: Uid };

export type Authorship = { readonly person: PersonId; readonly device: DeviceId };

export type NewUpdate = Authorship & {
  readonly docId: DocumentId;
  readonly uid: Uid;
  /** '' for an update that came through a room. */
  readonly hlc: string;
  readonly bytes: Uint8Array;
  /** What of it goes into the record's history. */
  readonly changes: readonly RecordChange[];
};

export type ChangedDocument = {
  readonly docId: DocumentId;
  /** It gets a reference now, unless it is the workspace's own. */
  readonly isNew: boolean;
  /** The projection after the updates, a DocumentRow as JSON; a record's `ref` is filled in when it is read. */
  readonly rowJson: string;
  readonly projVersion: number;
  /** The whole document after the updates, when one is due. */
  readonly snapshot: Uint8Array | undefined;
  readonly claims: readonly ClientClaim[];
};

export type RefusedUpdate = Authorship & {
  readonly docId: DocumentId;
  readonly uid: Uid;
  readonly actor: ActorId;
  readonly hlc: string;
  readonly code: RefusalCode;
  readonly message: string;
  readonly bytes: Uint8Array;
  readonly ranges: readonly ClockRange[];
};

export type Committed = {
  /** The seq of each of the commit's updates, in their order. */
  readonly seqs: readonly number[];
  readonly headSeq: number;
  /** Of the refused ones, those that were not kept: their person's share of the quarantine is full. */
  readonly unkept: readonly RefusedUpdate[];
};

/** How far a reader is with its pull, which may take several pages. */
export type ReaderPosition = {
  /** Every update up to here is with the reader. */
  readonly complete: number;
  /** Every document with a head up to here is, too; others may lack updates from `complete` on. */
  readonly reached: number;
};

export type PageLimit = { readonly documents: number; readonly bytes: number };

export type ChangedPage = {
  readonly documents: readonly DocumentHead[];
  /** What was purged between the same seqs, in order. */
  readonly tombs: readonly Tomb[];
  readonly more: boolean;
};

export type Tomb = { readonly docId: DocumentId; readonly seq: number };

export type DocumentHead = {
  readonly docId: DocumentId;
  readonly headSeq: number;
  readonly epoch: number;
  readonly ref: string;
  /** A DocumentRow as JSON in UTF-8, as it was committed: `ref` and `facts` count, not what it says of them. */
  readonly rowJson: Uint8Array;
  readonly facts: readonly Fact[];
  readonly projVersion: number;
  /** True: `updates` are the whole document; false: only what the reader lacks. */
  readonly whole: boolean;
  readonly updates: readonly Uint8Array[];
};

export type Position = {
  readonly headSeq: number;
  readonly documents: number;
  readonly peopleVersion: number;
};
