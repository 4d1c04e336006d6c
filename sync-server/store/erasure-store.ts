/** The part of the store port that forgets on purpose, and remembers what it has to forget again after a restore. */
import type { DeviceId, DocumentId, PersonId, Uid, WorkspaceId } from '../../shared/domain/ids.ts';

export type ErasureStore = {
  /**
   * Takes away the person's name, ways in and devices, and their name out of the audit trail; ids stay, so
   * that what they wrote stays somebody's. False: there is no such person.
   */
  readonly erasePerson: (erasure: PersonErasure) => Promise<boolean>;
  readonly quarantinedOf: (
    workspace: WorkspaceId,
    docId: DocumentId,
  ) => Promise<readonly QuarantinedBytes[]>;
  /**
   * Begins the document's next epoch: what was written anew takes the place of every update and snapshot, and
   * the words go out of its history, its decisions, the audit trail and the quarantine; one transaction.
   * undefined: they were nowhere, and nothing was changed.
   */
  readonly rewriteDocument: (
    workspace: WorkspaceId,
    rewriting: Rewriting,
  ) => Promise<RewritingCommitted | undefined>;
  /** Rewrites the database without what was deleted from it: until then its bytes are still in the file. */
  readonly compact: () => Promise<void>;
};

export type PersonErasure = {
  readonly workspace: WorkspaceId;
  readonly person: PersonId;
  /** null = the server's own command line. */
  readonly by: PersonId | null;
  /** Unix ms. */
  readonly atMs: number;
};

/** A refused edit that waits, or was decided of. */
export type QuarantinedBytes = {
  readonly uid: Uid;
  readonly device: DeviceId;
  readonly bytes: Uint8Array;
};

export type Rewriting = {
  readonly docId: DocumentId;
  /** The administrator, and with what. */
  readonly person: PersonId;
  readonly device: DeviceId;
  /** Unix ms. */
  readonly atMs: number;
  /** The whole document as a Yjs V1 update, all of it by `clientId`. */
  readonly bytes: Uint8Array;
  readonly clientId: number;
  readonly rowJson: string;
  readonly projVersion: number;
  /** undefined: a comment went, of which nothing else tells. */
  readonly words: string | undefined;
  /** As the record's history tells it. */
  readonly reason: string;
  /** The texts in which they stood. */
  readonly texts: readonly string[];
  /** How often the passage was found in document and quarantine. */
  readonly places: number;
  /** Refused edits that hold it. */
  readonly refused: readonly Uid[];
};

export type RewritingCommitted = {
  readonly seq: number;
  readonly epoch: number;
  /** How often the passage was found in all. */
  readonly places: number;
};
