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
    decision: { readonly fate: CoordinatorsFate; readonly by: PersonId; readonly atMs: number },
  ) => Promise<boolean>;
  /**
   * The person has dealt with these of their own refused edits, undecided or returned: nobody else need decide of
   * them, and their other devices hear of the latter.
   */
  readonly settleQuarantined: (
    workspace: WorkspaceId,
    person: PersonId,
    items: readonly RefusedItem[],
    atMs: number,
  ) => Promise<void>;
  /** What was decided of the person's edits after decision number `n`, in order. */
  readonly decisionsAfter: (
    workspace: WorkspaceId,
    person: PersonId,
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
  /** `settled`: returned before, and dealt with by its author since. */
  readonly fate: CoordinatorsFate | 'settled';
  readonly by: PersonId;
  readonly atMs: number;
  /** Of a returned one alone: what it was. */
  readonly edit: ReturnedEdit | undefined;
};

export type CoordinatorsFate = 'admitted' | 'returned' | 'discarded';

export type ReturnedEdit = Pick<QuarantinedEdit, 'actor' | 'hlc' | 'bytes'> & {
  readonly code: RefusalCode;
  readonly message: string;
};

/** What is kept of one person's refused edits, undecided: beyond it a refused edit is with its device alone. */
export const quarantineLimits = { items: 1_000, bytes: 16 * 1024 * 1024 };
