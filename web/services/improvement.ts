/** An open record as screens use it: fields and decisions, beside what every open document has. */
import type { Item } from '../../shared/document/collections.ts';
import type { Comment } from '../../shared/document/read-comments.ts';
import type { Score } from '../../shared/document/scores.ts';
import type { ReadField } from '../../shared/document/read-document.ts';
import type { ImprovementChange } from '../../shared/document/write-change.ts';
import type { ItemChange, RecordCollection } from '../../shared/domain/collections.ts';
import type { DocumentId, PersonId, Uid } from '../../shared/domain/ids.ts';
import type {
  RegisterField,
  SetField,
  Someone,
  Stage,
  TextField,
} from '../../shared/domain/improvement.ts';
import type { CommandRequest } from '../../shared/process/commands.ts';
import type { DecisionRefusal } from '../../shared/process/decide.ts';
import type { Decisions, Fact } from '../../shared/process/facts.ts';
import type { Verb } from '../../shared/process/permissions.ts';
import type { Step } from '../../shared/process/stages.ts';
import type { Result } from '../../shared/result.ts';
import type { Readable } from '../readable.ts';
import type { StorageFailure } from '../services.ts';
import type { ErasureService } from './erasure.ts';
import type { OpenDocument } from './open-document.ts';

export type ImprovementState = {
  /** Where it stands: what people have set, and what was decided. */
  readonly stage: Stage;
  readonly decisions: Decisions;
  /** The decisions in the order in which they were taken. */
  readonly facts: readonly Fact[];
  /** What this device's person may do next; decisions only in a workspace. */
  readonly steps: readonly Step[];
  readonly mayPurge: boolean;
  /** Whether this device's person may do it to this record; alone, they may do everything. */
  readonly isAllowed: (verb: Verb) => boolean;
  /** Unix ms, by the capturing device's clock. */
  readonly createdAt: number;
  /** Whoever had the idea; '' = not known. */
  readonly createdBy: Someone | '';
  readonly fields: { readonly [F in RegisterField]: ReadField<F> };
  readonly sets: { readonly [F in SetField]: readonly string[] };
  /** The entries of a list that stand, in their order; read when they are first asked for. */
  readonly items: <C extends RecordCollection>(collection: C) => readonly Item<C>[];
  readonly comments: readonly Comment[];
  /** One for each criterion and device that scored; a person's latest counts. */
  readonly scores: readonly Score[];
  /** How satisfied people are with what comes of it, 1 to 5. */
  readonly pulses: readonly { readonly by: Someone; readonly value: number }[];
  readonly supporters: readonly Someone[];
  readonly supportedByMe: boolean;
};

/** A duplicate, as it is read on the record that it is one of. */
export type JoinedRecord = {
  readonly id: DocumentId;
  readonly comments: readonly Comment[];
  /** Each person once. */
  readonly supporters: readonly Someone[];
  readonly watchers: readonly Someone[];
};

export type ImprovementService = {
  /** Opens a record for reading and editing; undefined = not on this device (yet). */
  readonly open: (id: DocumentId) => Promise<OpenImprovement | undefined>;
};

export type OpenImprovement = OpenDocument<TextField, ImprovementState, ImprovementChange> &
  DecisionService & {
    /** Adds an entry to the end of a list; its id. */
    readonly addItem: <C extends RecordCollection>(collection: C, values: ItemChange<C>) => string;
    /** Adds a comment in this person's name; it can't be taken back. `text` is not blank and within the limit; who is named in it is marked; thanks name those whom they are for. */
    readonly comment: (text: string, mentions?: readonly PersonId[], isThanks?: boolean) => void;
    readonly erasure: ErasureService;
    /** What comes along from its duplicates. */
    readonly readJoined: (duplicates: readonly DocumentId[]) => Promise<readonly JoinedRecord[]>;
    /** What was typed as a comment and not posted, also before a crash. */
    readonly typedComment: TypedService;
  };

/** Words that a person types and has not kept yet. */
export type TypedService = {
  /** '' when there are none. */
  readonly read: () => Promise<string>;
  readonly remember: (text: string) => void;
};

export type PendingDecision = {
  readonly uid: Uid;
  readonly command: CommandRequest;
  /** Unix ms, this device's clock. */
  readonly madeAt: number;
  /** The server may have it: it can't be taken back any more. */
  readonly isSent: boolean;
};

export type RefusedDecision = PendingDecision & { readonly code: string };

export type DecideFailure =
  | StorageFailure
  /** Not joined: there is nobody who could decide. */
  | 'notJoined'
  /** Another decision on the record waits for the server. */
  | 'pending'
  | 'gone'
  | DecisionRefusal['code'];

export type DecisionService = {
  readonly pendingDecisions: Readable<readonly PendingDecision[]>;
  readonly refusedDecisions: Readable<readonly RefusedDecision[]>;
  /** Answers its name when it is stored on this device; the server decides when it can be reached. */
  readonly decide: (command: CommandRequest) => Promise<Result<Uid, DecideFailure>>;
  /** False: it has left this device, and can only be answered by another decision. */
  readonly takeBackDecision: (uid: Uid) => Promise<boolean>;
  /** Takes a refused decision out of the drafts. */
  readonly dismissDecision: (uid: Uid) => Promise<void>;
};
