/** The admission port: who judges updates that strangers wrote, and what a judgement says. */
import type { EditSummary } from './describe-edit.ts';
import type { Passage, RewrittenDocument } from '../../shared/document/rewrite-document.ts';
import type { ActorId, DeviceId, DocumentId, PersonId, Uid } from '../../shared/domain/ids.ts';
import type { WorkspaceId } from '../../shared/domain/ids.ts';
import type { RecordChange } from '../../shared/domain/record-change.ts';
import type { RefusalCode } from '../../shared/protocol/refusals.ts';
import { type DocumentKind, kindOfDocument } from '../../shared/domain/document-kinds.ts';
import type { Decisions } from '../../shared/process/facts.ts';
import type { Who } from '../../shared/process/permissions.ts';
import type { Memberships } from '../store/membership-store.ts';
import type { QuarantinedBytes } from '../store/erasure-store.ts';
import type { ClockRange, StoredDocument } from '../store/store.ts';

export type Admission = {
  /** Judges every document's items in order, each against what the ones before it left. Verdicts in the order of the batch. */
  readonly admit: (
    batch: AdmissionBatch,
    load: LoadDocuments,
  ) => Promise<readonly DocumentVerdict[]>;
  /** What a replica with this state vector misses (a Yjs V1 update); undefined when the vector is malformed. */
  readonly difference: (
    document: DocumentKey,
    stateVector: Uint8Array,
    load: LoadDocuments,
  ) => Promise<Uint8Array | undefined>;
  /** What a refused edit wanted of the record as it is now. */
  readonly describe: (
    document: DocumentKey,
    bytes: Uint8Array,
    load: LoadDocuments,
  ) => Promise<EditSummary>;
  /** The document written anew without a passage; undefined when there is no such document or comment. */
  readonly rewrite: (
    document: DocumentKey,
    rewriting: RewritingRequest,
    load: LoadDocuments,
  ) => Promise<RewrittenRecord | undefined>;
  /** Ends a document's residence and returns it whole (a Yjs V1 update). */
  readonly release: (document: DocumentKey, load: LoadDocuments) => Promise<Uint8Array>;
  /** Forgets resident copies, because what was admitted into them was not committed. */
  readonly discard: (documents: readonly DocumentKey[]) => void;
  readonly close: () => Promise<void>;
};

export type RewritingRequest = {
  readonly passage: Passage;
  readonly nowMs: number;
  readonly quarantined: readonly QuarantinedBytes[];
};

export type RewrittenRecord = Pick<RewrittenDocument, 'places' | 'texts' | 'words'> & {
  /** The whole document: a Yjs V1 update. */
  readonly bytes: Uint8Array;
  readonly clientId: number;
  readonly rowJson: string;
  /** Of the refused edits, those that hold the passage. */
  readonly refused: readonly Uid[];
};

/** Asked for documents that are not resident, as they stand at the last commit. */
export type LoadDocuments = (
  workspace: WorkspaceId,
  docIds: readonly DocumentId[],
) => Promise<readonly (StoredDocument | undefined)[]>;

export type DocumentKey = { readonly workspace: WorkspaceId; readonly docId: DocumentId };

export const kindOf = ({ workspace, docId }: DocumentKey): DocumentKind =>
  kindOfDocument(docId, workspace);

export type AdmissionBatch = {
  readonly workspace: WorkspaceId;
  /** Unix ms: when the edits reached the server. */
  readonly nowMs: number;
  /** Its authors as the server knows them now, whatever their session said. */
  readonly memberships: Memberships;
  /** Each document once. */
  readonly documents: readonly DocumentBatch[];
};

export type DocumentBatch = {
  readonly docId: DocumentId;
  /** The store has nothing of it: there is nothing to load. */
  readonly isUnknown: boolean;
  /** A room is open: keep the copy for the next batch. */
  readonly isResident: boolean;
  readonly isSnapshotDue: boolean;
  /** Where the facts leave the record; undefined = nothing was decided. */
  readonly decisions: Decisions | undefined;
  readonly items: readonly AdmissionItem[];
};

export type AdmissionItem = {
  readonly author: UpdateAuthor;
  /** Updates of one author that are judged and kept as one; usually a single one. */
  readonly parts: readonly Uint8Array[];
};

export type UpdateAuthor = {
  readonly person: PersonId;
  readonly device: DeviceId;
  readonly actor: ActorId;
  /** Whose roles count, where a coordinator admits what the author may not write. */
  readonly authority?: PersonId;
};

/** An author with all that they may be judged by. */
export type Writer = UpdateAuthor & {
  readonly who: Who;
  /** Of all devices of the person. */
  readonly actors: readonly ActorId[];
  /** Affected items of which whoever vouches for the update is the product owner. */
  readonly ownedItems: readonly string[];
  /** Their teams and organisations. */
  readonly belongsTo: readonly string[];
};

export function writerOf({ editing, members }: Memberships, author: UpdateAuthor): Writer {
  const member = members.get(author.person);
  const authority = members.get(author.authority ?? author.person);
  const { roles = [], ownedItems = [], belongsTo = [] } = authority ?? {};
  const who = { roles, editing };
  return {
    ...author,
    who,
    ownedItems,
    belongsTo,
    actors: [...(member?.actors ?? []), author.actor],
  };
}

export type DocumentVerdict = {
  readonly items: readonly ItemVerdict[];
  /** The projection after the last `ok`, as JSON; undefined when there was none. */
  readonly rowJson: string | undefined;
  /** The whole document after the last `ok`, when it was due. */
  readonly snapshot: Uint8Array | undefined;
};

export type ItemVerdict =
  | {
      readonly type: 'ok';
      /** What the item's parts became together; undefined when it had one. */
      readonly joined: Uint8Array | undefined;
      /** Yjs client ids that the document has not seen before. */
      readonly newClientIds: readonly number[];
      /** For the record's history; empty for a document's first update. */
      readonly changes: readonly RecordChange[];
    }
  | { readonly type: 'dup' }
  | { readonly type: 'gap' }
  | UpdateRefusal;

export type UpdateRefusal = {
  readonly type: 'refused';
  readonly code: RefusalCode;
  readonly message: string;
  readonly joined: Uint8Array | undefined;
  /** What later updates may not build on. */
  readonly ranges: readonly ClockRange[];
};

/** The update that a verdict is about. */
export function bytesOf({ parts }: Pick<AdmissionItem, 'parts'>, joined?: Uint8Array): Uint8Array {
  const bytes = joined ?? parts[0];
  if (bytes === undefined) throw new Error('An item has at least one part.');
  return bytes;
}
