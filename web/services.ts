/** What the core offers to screens: the whole of it. Screens read these and send changes; main.tsx builds them. */
import type * as Y from 'yjs';
import type { Comment } from '../shared/document/read-comments.ts';
import type { ReadField } from '../shared/document/read-document.ts';
import type { ImprovementChange } from '../shared/document/write-change.ts';
import type { ReadWishes } from '../shared/document/read-wishes.ts';
import type { DocumentId, PersonId, Uid } from '../shared/domain/ids.ts';
import type {
  ImprovementRow,
  RegisterField,
  SetField,
  Someone,
  Stage,
  TextField,
} from '../shared/domain/improvement.ts';
import type { Person, Role } from '../shared/domain/person.ts';
import type { ListedDevice } from '../shared/protocol/devices.ts';
import type { Editing, Verb } from '../shared/process/permissions.ts';
import type { CommandRequest, CommandType } from '../shared/process/commands.ts';
import type { DecisionRefusal } from '../shared/process/decide.ts';
import type { Decisions, Fact } from '../shared/process/facts.ts';
import type { Step } from '../shared/process/stages.ts';
import type { HistoryChange, HistoryEntry, HistoryField } from '../shared/protocol/history.ts';
import type {
  DecisionAnswer,
  QuarantineAnswer,
  QuarantineDecision,
} from '../shared/protocol/quarantine.ts';
import type { ListedPasskey, SignInWays } from '../shared/protocol/passkeys.ts';
import type { RefusalCode } from '../shared/protocol/refusals.ts';
import type { InvitationRequest, OpenInvitation } from '../shared/protocol/session.ts';
import type { Result } from '../shared/result.ts';
import type { RegisterAsk, RowGroup } from './projection/register-query.ts';
import type { Readable } from './readable.ts';

export type Services = {
  readonly capture: CaptureService;
  readonly register: RegisterService;
  readonly improvements: ImprovementService;
  /** Fetched when it is first needed: most people never have a draft. */
  readonly drafts: () => Promise<DraftService>;
  /** For coordinators and administrators. */
  readonly quarantine: () => Promise<QuarantineService>;
  /** Fetched when it is first needed. */
  readonly ownViews: () => Promise<OwnViewService>;
  /** Fetched when it is first needed. */
  readonly changeMany: () => Promise<ChangeManyService>;
  readonly sync: SyncService;
  readonly session: SessionService;
  /** Fetched with the screens on which people sign in and out. */
  readonly signIn: () => Promise<SignInService>;
  /** Fetched when it is first needed. */
  readonly people: () => Promise<PeopleService>;
  /** Fetched when it is first needed. */
  readonly history: () => Promise<HistoryService>;
  readonly update: UpdateService;
};

/** Where every edit of a record is kept by now. */
export type WhereStored = 'device' | 'hub' | 'server';

/** A failure of this device's storage, told apart so that the screen can say what to do. */
export type StorageFailure = 'quotaExceeded' | 'storageClosed' | 'storageFailed';

export type CaptureService = {
  /** Resolves after the device's storage has committed. `blank`, `tooLong`: nothing was kept or changed. */
  readonly keep: (
    text: string,
  ) => Promise<
    Result<{ readonly id: DocumentId; readonly localNumber: string }, KeepRefusal | StorageFailure>
  >;
  /** Takes back what was just kept, while it has not left this device; false when it has. */
  readonly takeBack: (id: DocumentId) => Promise<boolean>;
  /** What was typed but not kept, also before a crash; '' when nothing. */
  readonly readTyped: () => Promise<string>;
  readonly rememberTyped: (text: string) => void;
};

export type KeepRefusal = 'blank' | 'tooLong';

export type ListedImprovement = ImprovementRow & {
  readonly where: WhereStored;
  /** A decision that was asked for here and that the server has not answered. */
  readonly pending?: CommandType | undefined;
};

/** An answer to words, newest first, or to a query, in its order; `rows` may be asked for any window of it. */
export type RegisterView = {
  readonly total: number;
  /** The headings under which the rows stand one after the other; none without grouping. */
  readonly groups: readonly RowGroup[];
  /** Rows from `start` up to and without `end`, in order. */
  readonly rows: (start: number, end: number) => Promise<readonly ListedImprovement[]>;
};

export type RegisterService = {
  /** Calls back with the first view soon and with a new one after every change, until stopped. */
  readonly watch: (what: string | RegisterAsk, onView: (view: RegisterView) => void) => () => void;
  /** How many each would find, soon and after every change; undefined while that is not known yet. */
  readonly watchCounts: (
    asks: readonly RegisterAsk[],
    onCounts: (counts: readonly number[] | undefined) => void,
  ) => () => void;
  /** The newest ideas of any of `authors`, at most `limit`: soon and after every change, until stopped. */
  readonly watchBy: (
    authors: readonly Someone[],
    limit: number,
    onRows: (rows: readonly ListedImprovement[]) => void,
  ) => () => void;
  /** What somebody has to answer, newest first, at most `limit`: soon and after every change, until stopped. */
  readonly watchTriage: (
    limit: number,
    onTriage: (triage: {
      readonly total: number;
      readonly rows: readonly ListedImprovement[];
    }) => void,
  ) => () => void;
  /** The same for one record; undefined = not on this device. */
  readonly watchRow: (
    id: DocumentId,
    onRow: (row: ListedImprovement | undefined) => void,
  ) => () => void;
};

/** A query that a person has given a name on this device. */
export type OwnView = {
  readonly id: string;
  readonly name: string;
  /** As it stands in an address. */
  readonly search: string;
};

export type OwnViewService = {
  readonly views: Readable<readonly OwnView[]>;
  /** False: the name is blank, or there are too many views. */
  readonly keep: (name: string, search: string) => Promise<boolean>;
  readonly rename: (id: string, name: string) => Promise<void>;
  /** Resolves with the way to take it back. */
  readonly remove: (id: string) => Promise<() => Promise<void>>;
};

/** What one change would do to many records. */
export type ManyPlan = {
  readonly changing: readonly DocumentId[];
  /** They have it already. */
  readonly unchanged: number;
  /** This device's person may not do it to them. */
  readonly forbidden: number;
};

export type ManyDone = {
  readonly changed: number;
  /** Set when the device's storage stopped it half-way. */
  readonly failure: StorageFailure | undefined;
  /** Takes all of it back, where nobody has written since; resolves with how many records. */
  readonly undo: () => Promise<number>;
};

export type ChangeManyService = {
  readonly plan: (ids: readonly DocumentId[], change: ImprovementChange) => Promise<ManyPlan>;
  /** One record after the other, each stored before the next. `onProgress` is told how many are done. */
  readonly run: (
    ids: readonly DocumentId[],
    change: ImprovementChange,
    onProgress: (done: number) => void,
  ) => Promise<ManyDone>;
};

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
  /** Adds a comment in this person's name; it can't be taken back. `text` is not blank and within the limit. */
  readonly comment: (text: string) => void;
  readonly saving: Readable<'saved' | 'saving' | StorageFailure>;
  readonly undo: UndoService;
  readonly room: RoomService;
  /** Set when the server refused an edit made here: what it was is kept in the drafts. */
  readonly refused: Readable<RefusalCode | undefined>;
  /** Writes what is pending, leaves the room, frees the document. */
  readonly close: () => Promise<void>;
};

/** A decision that was asked for on this device and whose outcome is not here yet. */
export type PendingDecision = {
  readonly uid: Uid;
  readonly command: CommandRequest;
  /** Unix ms, this device's clock. */
  readonly madeAt: number;
  /** The server may have it: it can't be taken back any more. */
  readonly isSent: boolean;
};

/** One that the server did not take; kept as a draft until the person has read why. */
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

/** One stack for texts and fields; never touches what someone else has written since. */
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

/** Edits of one record that were refused together, or lost their record together. */
export type DraftGroup = {
  readonly docId: DocumentId;
  /** The record's title when they were set aside. */
  readonly title: string;
  /** Mostly a RefusalCode. */
  readonly code: string;
  /** Unix ms. */
  readonly draftedAt: number;
  /** Which drafts they are on this device; the first names the group. */
  readonly ns: readonly [number, ...number[]];
};

export type SettledGroup = DraftGroup & {
  readonly fate: DraftFate;
  readonly settledAt: number;
  /** The coordinator who decided; '' = this person. */
  readonly settledBy: PersonId | '';
};

/** What became of drafts: what the person did with them, or what a coordinator decided of the server's copy. */
export type DraftFate =
  'appliedAgain' | 'posted' | 'copied' | 'discarded' | 'admitted' | 'discardedByCoordinator';

export type Drafts = {
  /** Newest first. */
  readonly waiting: readonly DraftGroup[];
  /** Dealt with in the last 30 days, newest first. */
  readonly settled: readonly SettledGroup[];
};

export type DraftDifference = ReadWishes & {
  /** `waiting`: the server's state of it has still to come; `missing`: there is none on this device. */
  readonly record: 'here' | 'waiting' | 'missing';
};

/** `recordMissing`, `recordWaiting`: nothing can be written into it (now); nothing was changed. */
export type DraftRefusal = 'recordMissing' | 'recordWaiting';

export type DraftService = {
  readonly watch: (onDrafts: (drafts: Drafts) => void) => () => void;
  /** What the record says now against what the drafts wanted. */
  readonly compare: (group: DraftGroup) => Promise<DraftDifference>;
  /**
   * Makes the edits again as this device's own, in the record as it is now; what can't be made again comes
   * along as a comment. Without a record: as a new one, whose id it answers.
   */
  readonly applyAgain: (
    group: DraftGroup,
  ) => Promise<Result<DocumentId, DraftRefusal | StorageFailure>>;
  /** Says `text` in a comment on the record, or in several when it is long. */
  readonly postComment: (
    group: DraftGroup,
    text: string,
  ) => Promise<Result<void, DraftRefusal | StorageFailure>>;
  /** Keeps it for 30 more days, out of the way. */
  readonly settle: (
    group: DraftGroup,
    fate: 'copied' | 'discarded',
  ) => Promise<Result<void, StorageFailure>>;
  /** Undoes `settle`. */
  readonly takeUp: (group: DraftGroup) => Promise<Result<void, StorageFailure>>;
};

/** A refused edit of anybody that waits for a decision. */
export type WaitingEdit = QuarantineAnswer['items'][number];

export type QuarantineService = {
  /** Newest first; `beforeN`: only what was refused before that one. */
  readonly read: (
    beforeN?: number,
  ) => Promise<Result<QuarantineAnswer, RefusalCode | 'unreachable'>>;
  /** `admit`: into the record in its author's name; `return`: to the author's device; each edit once. */
  readonly decide: (
    edit: Pick<WaitingEdit, 'docId' | 'uid'>,
    decision: QuarantineDecision,
  ) => Promise<Result<DecisionAnswer, RefusalCode | 'unreachable'>>;
};

export type SyncState =
  /** Not joined: everything stays on this device. */
  | 'local'
  | 'syncing'
  | 'upToDate'
  /** No way to the server at the moment; it is tried again by itself. */
  | 'offline'
  | 'signInNeeded'
  | 'upgradeNeeded'
  /** The server can't store at the moment; nothing is lost, it is tried again. */
  | 'serverFull';

export type SyncStatus = {
  readonly state: SyncState;
  readonly unsent: number;
  /** Unix ms of the oldest edit that is not on the server. */
  readonly oldestUnsentAt: number | undefined;
  readonly lastSyncedAt: number | undefined;
  /** During a first or long sync. */
  readonly progress: { readonly have: number; readonly total: number } | undefined;
  /** Refused or orphaned edits kept for the person. */
  readonly drafts: number;
  /** Unsent for too long although the server can be reached. */
  readonly stuck: boolean;
  /** undefined = not asked yet. */
  readonly storagePersistent: boolean | undefined;
  /** The browser threw away this device's copy since last time. */
  readonly storageWasEvicted: boolean;
};

export type SyncService = {
  readonly status: Readable<SyncStatus>;
  readonly syncNow: () => void;
  /** Everything unsent and every draft, as a file that can be kept or handed over. */
  readonly exportUnsent: () => Promise<{ readonly name: string; readonly blob: Blob }>;
};

export type SessionState =
  | { readonly type: 'local' }
  | {
      readonly type: 'joined';
      readonly person: Person;
      readonly workspaceName: string;
      readonly editing: Editing;
      readonly serverUrl: string;
    };

export type SessionService = {
  readonly state: Readable<SessionState>;
  readonly people: Readable<readonly Person[]>;
  /** This device's own id for authorship: a person's when joined, else the actor's. */
  readonly me: Readable<Someone>;
  /** Spends the link and takes along what was kept here. The page reloads nothing. */
  readonly join: (
    token: string,
    displayName: string,
  ) => Promise<Result<void, RefusalCode | StorageFailure | 'unreachable'>>;
  readonly invite: (
    request: InvitationRequest,
  ) => Promise<
    Result<{ readonly url: string; readonly expiresAt: number }, RefusalCode | 'unreachable'>
  >;
};

export type HistoryPage = {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** For the next page; undefined = there is nothing older. */
  readonly before: string | undefined;
};

export type HistoryQuery = {
  /** undefined = everything. */
  readonly field: HistoryField | undefined;
  readonly before?: string | undefined;
};

/** An edit of this device that the server has not confirmed. */
export type UnsentEdit = { readonly change: HistoryChange; readonly madeAt: number };

/** What happened to a record. The server knows it; a device knows what it was told, and its own unsent edits. */
export type HistoryService = {
  readonly read: (id: DocumentId, query: HistoryQuery) => Reply<HistoryPage>;
  /** The newest page of a record as it was read last, since this page was opened. */
  readonly lastRead: (
    id: DocumentId,
    field: HistoryField | undefined,
  ) => { readonly page: HistoryPage; readonly readAt: number } | undefined;
  /** Newest first; what they replaced is not known here. */
  readonly unsent: (id: DocumentId) => Promise<readonly UnsentEdit[]>;
};

/** `cancelled`: the person closed the browser's own dialog, or it found no passkey. */
export type SignInFailure = RefusalCode | StorageFailure | 'unreachable' | 'cancelled';

/** What is kept of a workspace that this device was signed out of while something was unsent. */
export type LeftWork = {
  readonly replica: string;
  readonly personName: string;
  readonly workspaceName: string;
  /** Edits and drafts that no server has. */
  readonly unsent: number;
  /** Made under the identity that this device still has: who signs in now must be the same person. */
  readonly isOfThisIdentity: boolean;
};

/** What the organisation's account is for: to sign in, or to be linked to who is signed in. */
export type AccountPurpose = 'signIn' | 'link';

export type SignInService = {
  /** What this address and this browser offer beside a link; undefined = the server can't be reached. */
  readonly ways: () => Promise<SignInWays | undefined>;
  readonly withPasskey: () => Promise<Result<void, SignInFailure>>;
  /** Leads the page to the organisation's own sign-in; with a link, who is unknown there joins by it. */
  readonly startAccount: (
    purpose: AccountPurpose,
    token: string | undefined,
  ) => Promise<Result<void, SignInFailure>>;
  /** With the ticket that the page came back with. */
  readonly finishAccount: (ticket: string) => Promise<Result<AccountPurpose, SignInFailure>>;
  readonly listPasskeys: () => Promise<Result<readonly ListedPasskey[], SignInFailure>>;
  readonly addPasskey: () => Promise<Result<void, SignInFailure>>;
  readonly removePasskey: (id: string) => Promise<Result<void, SignInFailure>>;
  /** One's own device. */
  readonly renameDevice: (id: string, name: string) => Promise<Result<void, SignInFailure>>;
  /** Signs this device out; then the page loads anew. What is unsent stays, all else goes. */
  readonly leave: () => Promise<Result<void, SignInFailure>>;
  readonly leftWork: () => Promise<readonly LeftWork[]>;
  readonly exportLeft: (replica: string) => Promise<{ readonly name: string; readonly blob: Blob }>;
  /** For good. */
  readonly deleteLeft: (replica: string) => Promise<void>;
  /** Sets the left work aside, so that another person can sign in; then the page loads anew. */
  readonly becomeSomebodyElse: (replica: string) => Promise<void>;
};

export type UpdateService = {
  /** True when a newer version is ready. */
  readonly available: Readable<boolean>;
  /** Flushes every tab's edits, then switches; this tab loads the new version. */
  readonly apply: () => Promise<void>;
};

/** What a person waits for from the server; `unreachable`: no answer that can be used. */
export type Reply<T> = Promise<Result<T, RefusalCode | 'unreachable'>>;

/** A link that is shown once. */
export type ShownLink = { readonly url: string; readonly expiresAt: number };

/** Looking after the people of a workspace. Everything here needs the server and is for administrators. */
export type PeopleService = {
  /** Links that still work, newest first. */
  readonly openInvitations: () => Reply<readonly OpenInvitation[]>;
  readonly invite: (request: InvitationRequest) => Reply<ShownLink>;
  readonly endInvitation: (id: string) => Reply<unknown>;
  readonly changeRoles: (person: PersonId, roles: readonly Role[]) => Reply<unknown>;
  readonly remove: (person: PersonId) => Reply<unknown>;
  readonly setEditing: (editing: Editing) => Reply<unknown>;
  /** A link that lets a new device in under the person's name. */
  readonly recover: (person: PersonId) => Reply<ShownLink>;
  readonly devicesOf: (person: PersonId) => Reply<readonly ListedDevice[]>;
  readonly signOutDevice: (device: string) => Reply<unknown>;
};
