/** An open record as screens use it: fields, texts, decisions, undo, the live room. */
import type * as Y from 'yjs';
import type { Item } from '../../shared/document/collections.ts';
import type { Comment } from '../../shared/document/read-comments.ts';
import type { ReadField } from '../../shared/document/read-document.ts';
import type { ImprovementChange } from '../../shared/document/write-change.ts';
import type { ItemChange, RecordCollection } from '../../shared/domain/collections.ts';
import type { DocumentId, Uid } from '../../shared/domain/ids.ts';
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
import type { RefusalCode } from '../../shared/protocol/refusals.ts';
import type { Result } from '../../shared/result.ts';
import type { Readable } from '../readable.ts';
import type { StorageFailure } from '../services.ts';

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
  readonly fields: { readonly [F in RegisterField]: ReadField<F> };
  readonly sets: { readonly [F in SetField]: readonly string[] };
  /** The entries of a list that stand, in their order; read when they are first asked for. */
  readonly items: <C extends RecordCollection>(collection: C) => readonly Item<C>[];
  readonly comments: readonly Comment[];
  readonly supporters: readonly Someone[];
  readonly supportedByMe: boolean;
};

export type ImprovementService = {
  /** Opens a record for reading and editing; undefined = not on this device (yet). */
  readonly open: (id: DocumentId) => Promise<OpenImprovement | undefined>;
};

export type OpenImprovement = DecisionService & {
  readonly id: DocumentId;
  readonly state: Readable<ImprovementState>;
  readonly text: (field: TextField) => Y.Text;
  /** The origin that text editors give to their transactions, so that undo takes back one's own alone. */
  readonly editorOrigin: object;
  /** At once in the open record; the device's storage follows, and `saving` says when. */
  readonly change: (change: ImprovementChange) => void;
  /** Adds an entry to the end of a list; its id. */
  readonly addItem: <C extends RecordCollection>(collection: C, values: ItemChange<C>) => string;
  /** Adds a comment in this person's name; it can't be taken back. `text` is not blank and within the limit. */
  readonly comment: (text: string) => void;
  /** What was typed as a comment and not posted, also before a crash. */
  readonly typedComment: TypedService;
  readonly saving: Readable<'saved' | 'saving' | StorageFailure>;
  readonly undo: UndoService;
  readonly room: RoomService;
  /** Set when the server refused an edit made here: what it was is kept in the drafts. */
  readonly refused: Readable<RefusalCode | undefined>;
  /** Writes what is pending, leaves the room, frees the document. */
  readonly close: () => Promise<void>;
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
  /** Resolves when it is stored on this device; the server decides when it can be reached. */
  readonly decide: (command: CommandRequest) => Promise<Result<void, DecideFailure>>;
  /** False: it has left this device, and can only be answered by another decision. */
  readonly takeBackDecision: (uid: Uid) => Promise<boolean>;
  /** Takes a refused decision out of the drafts. */
  readonly dismissDecision: (uid: Uid) => Promise<void>;
};

export type UndoService = {
  readonly canUndo: Readable<boolean>;
  readonly canRedo: Readable<boolean>;
  readonly undo: () => void;
  readonly redo: () => void;
};

export type Caret = {
  readonly field: TextField;
  /** UTF-16 offsets in the text as it is now. */
  readonly anchor: number;
  readonly head: number;
};

export type Presence = {
  /** One open screen, not one person. */
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly caret: Caret | undefined;
};

export type RoomService = {
  readonly state: Readable<'off' | 'connecting' | 'live'>;
  /** The others who have this record open now. */
  readonly others: Readable<readonly Presence[]>;
  readonly setCaret: (caret: Caret | undefined) => void;
};
