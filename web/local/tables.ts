/**
 * The tables of a replica and the small port through which they are reached: everything that a device
 * knows of one workspace. Two adapters: Dexie in the browser, memory in simulations.
 */
import type { ActorId, DocumentId, PersonId, ServerEpoch, Uid } from '../../shared/domain/ids.ts';
import type { Hlc } from '../../shared/domain/hlc.ts';
import type { ImprovementRow } from '../../shared/domain/improvement.ts';
import type { MeasureRow } from '../../shared/domain/measure.ts';
import type { WorkspaceRow } from '../../shared/domain/workspace.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Editing } from '../../shared/process/permissions.ts';
import type { Command } from '../../shared/process/commands.ts';
import type { DocumentKind } from '../../shared/domain/document-kinds.ts';
import type { KnownBefore, Notice } from '../../shared/process/notices.ts';
import type { ImprovementFacts } from '../../shared/document/projection.ts';
import type { StoredColumns } from '../projection/column-store.ts';
import type { DraftFate } from '../services/drafts.ts';

/** Raised with every addition to the schema. */
export const replicaSchemaVersion = 8;

/** Indexes in Dexie's notation; both adapters read them. Later versions only add. */
export const replicaSchema = {
  meta: 'k',
  docs: 'id, *chores',
  tail: '++n, [docId+n]',
  outbox: '++n, &[docId+uid], docId, decides',
  acked: 'n, &[docId+uid], seq, ackedAt, decides',
  records: 'id, changeN, createdBy, triageId, duplicateOf',
  drafts: '++n, docId',
  settled: 'n, docId, settledAt, told',
  people: 'id',
  search: 'k',
  notices: 'id, docId, toldAt, unread',
  measures: 'id',
} as const;

export type TableName = keyof typeof replicaSchema;

/** Work on a document that waits for an idle moment or for the server. */
export type Chore =
  /** Its row does not show everything that is stored. */
  | 'project'
  /** Its tail has grown long. */
  | 'compact'
  /** It holds an edit that the server refused: fetch the server's state and start from it again. */
  | 'rebuild'
  /** An edit waits for one that is missing here: fetch the whole document. */
  | 'fetch';

export type DocRow = {
  readonly id: DocumentId;
  /** Absent = of a record. */
  readonly kind?: DocumentKind;
  /** The server's seq of the last update that a pull brought; 0 = never pulled. */
  readonly headSeq: number;
  readonly epoch: number;
  /** Yjs V1 updates to apply in this order. */
  readonly snapshot: readonly Uint8Array[];
  /** The newest tail row that went into the snapshot. */
  readonly snapshotN: number;
  /** Tail rows that pulls have added since the snapshot. */
  readonly pulledRows: number;
  /** Rises when the document starts again from the server's state: what was built on the old one is void. */
  readonly generation: number;
  /** Why it had to start again; '' = it never had to. */
  readonly refusedCode: string;
  readonly facts: ImprovementFacts;
  readonly chores: readonly Chore[];
  /** What its person was last told by, where the stored row shows more than that. */
  readonly told?: KnownBefore;
};

/** An update that is not in its document's snapshot yet. */
export type TailRow = {
  readonly n: number;
  readonly docId: DocumentId;
  readonly bytes: Uint8Array;
};

/** An edit or command that the server has not confirmed. */
export type OutboxRow = {
  readonly n: number;
  readonly docId: DocumentId;
  readonly uid: Uid;
  readonly docEpoch: number;
  readonly hlc: Hlc;
  /** The run of the program that made it. */
  readonly boot: string;
  readonly actor: ActorId;
  readonly body:
    | { readonly type: 'update'; readonly bytes: Uint8Array }
    | { readonly type: 'command'; readonly command: Command };
  /** Of a command alone: its document, so that commands are found among many edits. */
  readonly decides?: DocumentId;
  /** Unix ms, this device's clock. */
  readonly madeAt: number;
  /** Drafts that it makes again. */
  readonly applies?: readonly Uid[];
  /** Its document was written anew since: once it is confirmed, what was erased must not stay with it. */
  readonly isOfEarlierEpoch?: true;
};

/** An outbox row after the server's confirmation, verbatim: offered again to a server that was restored. */
export type AckedRow = OutboxRow & { readonly seq: number; readonly ackedAt: number };

/** An edit that the server refused or that lost its document, kept for the person. */
export type DraftRow = OutboxRow & {
  readonly code: string;
  readonly message: string;
  readonly draftedAt: number;
  /** The record's title when the edit was set aside. */
  readonly title: string;
  /** The document's generation that it was written in: drafts of one refusal share it. Absent in old rows. */
  readonly generation?: number;
  /** The coordinator who left it to its author what becomes of it. */
  readonly returnedBy?: PersonId;
};

/** A draft that needs nobody any more, kept for a while all the same. */
export type SettledRow = DraftRow & {
  readonly fate: DraftFate;
  /** Unix ms. */
  readonly settledAt: number;
  /** The coordinator who decided; '' = this person. */
  readonly settledBy: PersonId | '';
  /** 1 once the server knows that its copy needs nobody either. */
  readonly told: 0 | 1;
};

/** `changeN` rises with every change of any row: the search index catches up by it. */
export type RecordRow = ImprovementRow & { readonly changeN: number };

/** Rows that were stored before people had several roles lack those, until the list is pulled anew. */
export type PersonRow = Omit<Person, 'roles' | 'isRemoved'> &
  Partial<Pick<Person, 'roles' | 'isRemoved'>>;

/** Where this replica stands towards its server. */
export type SyncPoint = {
  readonly epoch: ServerEpoch | null;
  readonly cursor: string | null;
  readonly peopleVersion: number;
  /** How the workspace is written in; undefined = never heard. */
  readonly editing?: Editing | undefined;
  readonly lastSyncedAt: number | undefined;
  /** How far the server's decisions about this device's refused edits are known. Absent in old rows: 0. */
  readonly decisionN?: number;
};

export type Counters = {
  readonly records: number;
  readonly changeN: number;
  /** The newest outbox row that was ever given to a push: what lies above has not left this device. */
  readonly offeredN: number;
};

export type MetaRow =
  | { readonly k: 'counters'; readonly value: Counters }
  | { readonly k: 'syncPoint'; readonly value: SyncPoint }
  | { readonly k: 'workspace'; readonly value: WorkspaceRow };

/** The saved search index, and the register's columns of the same moment. */
export type SearchRow = {
  readonly k: string;
  readonly bytes: Uint8Array;
  readonly columns?: StoredColumns;
  readonly changeN: number;
};

/** `unread` is left out once it was read. */
export type NoticeRow = Notice & {
  /** Unix ms, this device's clock: when it came to be known here. */
  readonly toldAt: number;
  readonly unread?: 1;
};

export type Rows = {
  readonly meta: MetaRow;
  readonly docs: DocRow;
  readonly tail: TailRow;
  readonly outbox: OutboxRow;
  readonly acked: AckedRow;
  readonly records: RecordRow;
  readonly drafts: DraftRow;
  readonly settled: SettledRow;
  readonly people: PersonRow;
  readonly search: SearchRow;
  readonly notices: NoticeRow;
  readonly measures: MeasureRow;
};

export type IndexKey = string | number | readonly (string | number)[];

/** Rows in the order of `index` (the primary key when absent), both ends included. */
export type Range = {
  readonly index?: string;
  readonly from?: IndexKey;
  readonly to?: IndexKey;
  readonly descending?: boolean;
  readonly offset?: number;
  readonly limit?: number;
};

export type Table<Row> = {
  readonly get: (key: IndexKey) => Promise<Row | undefined>;
  readonly getMany: (keys: readonly IndexKey[]) => Promise<readonly (Row | undefined)[]>;
  readonly range: (range: Range) => Promise<readonly Row[]>;
  readonly keys: (range: Range) => Promise<readonly IndexKey[]>;
  readonly count: (range?: Range) => Promise<number>;
  /** Which of `values` occur in `index`. */
  readonly occurring: (index: string, values: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly put: (row: Row) => Promise<void>;
  readonly putMany: (rows: readonly Row[]) => Promise<void>;
  /** Adds rows whose key `n` the table gives, rising in order; answers the last of them. */
  readonly addMany: (rows: readonly Omit<Row, 'n'>[]) => Promise<number>;
  readonly deleteMany: (keys: readonly IndexKey[]) => Promise<void>;
};

export type Tables = { readonly [Name in TableName]: Table<Rows[Name]> };

export type ReplicaTables = {
  /**
   * All of `body` or nothing, durable when it resolves; within `body` only the tables may be awaited. Throws a
   * StorageError when the storage fails.
   */
  readonly transact: <T>(
    mode: 'read' | 'write',
    names: readonly TableName[],
    body: (tables: Tables) => Promise<T>,
  ) => Promise<T>;
  readonly close: () => void;
};
