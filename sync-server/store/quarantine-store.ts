/** The part of the store port that keeps refused edits until somebody has decided of them, or 90 days. */
import type {
  ActorId,
  DeviceId,
  DocumentId,
  PersonId,
  Uid,
  WorkspaceId,
} from '../../shared/domain/ids.ts';
import type { RefusalCode } from '../../shared/protocol/refusals.ts';

export type QuarantineStore = {
  /** What nobody has decided of yet, newest first; `beforeN`: only what was refused before that one. */
  readonly listQuarantine: (
    workspace: WorkspaceId,
    page: { readonly beforeN: number; readonly limit: number },
  ) => Promise<readonly WaitingEdit[]>;
  readonly readQuarantined: (
    workspace: WorkspaceId,
    item: RefusedItem,
  ) => Promise<QuarantinedEdit | undefined>;
  /** False: it is not there, or its fate is decided. Audited. */
  readonly decideQuarantined: (
    workspace: WorkspaceId,
    item: RefusedItem,
    decision: Pick<Decision, 'fate' | 'by' | 'atMs'>,
  ) => Promise<boolean>;
  /** The person has dealt with these of their own refused edits: nobody else need decide of them. */
  readonly settleQuarantined: (
    workspace: WorkspaceId,
    person: PersonId,
    items: readonly RefusedItem[],
    atMs: number,
  ) => Promise<void>;
  /** What coordinators decided of the device's edits after decision number `n`, in order. */
  readonly decisionsAfter: (
    workspace: WorkspaceId,
    device: DeviceId,
    n: number,
    limit: number,
  ) => Promise<readonly Decision[]>;
  /** Forgets quarantined bytes that arrived before `beforeMs` (Unix ms). */
  readonly expireQuarantine: (beforeMs: number) => Promise<void>;
};

export type RefusedItem = { readonly docId: DocumentId; readonly uid: Uid };

export type WaitingEdit = RefusedItem & {
  /** Rises with every refused edit. */
  readonly n: number;
  readonly person: PersonId;
  readonly displayName: string;
  readonly isRemoved: boolean;
  /** Unix ms. */
  readonly atMs: number;
  readonly code: RefusalCode;
  /** Of the record; both '' when there is none. */
  readonly ref: string;
  readonly title: string;
  readonly bytes: Uint8Array;
};

export type QuarantinedEdit = RefusedItem & {
  readonly person: PersonId;
  readonly device: DeviceId;
  readonly actor: ActorId;
  readonly hlc: string;
  readonly bytes: Uint8Array;
  readonly isDecided: boolean;
};

export type Decision = RefusedItem & {
  readonly n: number;
  readonly fate: 'admitted' | 'returned' | 'discarded';
  readonly by: PersonId;
  readonly atMs: number;
};

/** What is kept of one person's refused edits, undecided: beyond it a refused edit is with its device alone. */
export const quarantineLimits = { items: 1_000, bytes: 16 * 1024 * 1024 };
