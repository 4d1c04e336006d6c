/** One batch: what is known already is answered, the rest is admitted, and one transaction keeps what may stay. */
import { hash } from 'node:crypto';
import type { ClockDep } from '../../shared/deps.ts';
import type { DocumentId, PersonId, Uid, WorkspaceId } from '../../shared/domain/ids.ts';
import type { RecordChange } from '../../shared/domain/record-change.ts';
import { projectionVersion } from '../../shared/document/projection.ts';
import { type Decisions, foldFacts } from '../../shared/process/facts.ts';
import type { RefusalCode } from '../../shared/protocol/refusals.ts';
import type {
  ChangedDocument,
  ClientClaim,
  Commit,
  Inspection,
  NewUpdate,
  RefusedUpdate,
  Store,
} from '../store/store.ts';
import {
  type Admission,
  bytesOf,
  type DocumentBatch,
  type DocumentVerdict,
  type LoadDocuments,
  type UpdateAuthor,
} from './admission.ts';
import { appliedIn, findDone } from './applied-again.ts';
import { type Entry, openEntry } from './open-entry.ts';

/** One update to be kept, and where it came from. */
export type Submission = {
  readonly docId: DocumentId;
  /** The document's epoch that it was made for; undefined = the one that stands (a room). */
  readonly docEpoch: number | undefined;
  readonly hlc: string;
  readonly author: UpdateAuthor;
  readonly parts: readonly Uint8Array[];
  /** Known from the start when there is one part. */
  readonly uid: Uid | undefined;
  /** The room connection it came through: it is not told of its own edit. */
  readonly source: object | undefined;
  /** It was refused before, and is to be judged again instead of by that. */
  readonly isOfferedAgain?: boolean;
  /** Refused edits of the same person that it makes again. */
  readonly applies?: readonly Uid[];
};

export type Outcome =
  | { readonly type: 'ok'; readonly seq: number }
  | { readonly type: 'dup'; readonly seq: number }
  | { readonly type: 'gap' }
  | { readonly type: 'gone' }
  | { readonly type: 'refused'; readonly code: RefusalCode; readonly message: string };

export type CommittedEdit = {
  readonly docId: DocumentId;
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly source: object | undefined;
  /** Somebody may read the record no longer. */
  readonly changesReaders: boolean;
};

export type BatchResult = {
  readonly outcomes: readonly Outcome[];
  readonly edits: readonly CommittedEdit[];
  readonly headSeq: number;
};

/** After so many updates a document's reading starts from a snapshot again. */
const updatesPerSnapshot = 64;

type Deps = ClockDep & { readonly store: Store; readonly admission: Admission };
type Surroundings = {
  readonly load: LoadDocuments;
  /** True while a room is open on the document. */
  readonly isHeld: (docId: DocumentId) => boolean;
};

/** What may be stored, and what each submission is answered once it is. */
export type AdmittedBatch = {
  readonly workspace: WorkspaceId;
  readonly entries: readonly Entry[];
  readonly admitted: readonly AdmittedUpdate[];
  readonly commit: Commit;
};

/** Looks up what is known already and has the rest judged. Rejects when that can't be done. */
export async function admitBatch(
  deps: Deps,
  workspace: WorkspaceId,
  submissions: readonly Submission[],
  { load, isHeld }: Surroundings,
): Promise<AdmittedBatch> {
  const atMs = deps.nowMs();
  const people = [...new Set(submissions.flatMap(({ author }) => judgedBy(author)))];
  const [inspections, memberships] = await Promise.all([
    deps.store.inspect(workspace, submissions),
    deps.store.readMemberships(workspace, people),
  ]);
  const isDone = await findDone(deps.store, workspace, submissions);
  const isRemoved = ({ author }: Submission) =>
    memberships.members.get(author.authority ?? author.person)?.isRemoved ?? false;
  const entries = submissions.map((submission, at) =>
    openEntry(submission, inspections[at], {
      isRemoved: isRemoved(submission),
      isDone: isDone(submission),
    }),
  );
  const works = groupByDocument(entries, isHeld);
  const verdicts = await deps.admission.admit(
    { workspace, nowMs: atMs, memberships, documents: works.map(({ batch }) => batch) },
    load,
  );
  const documents = works.flatMap((work, at) => takeVerdict(work, verdicts[at]));
  const admitted = entries.flatMap(updateOf);
  const updates = admitted.map(({ update }) => update);
  const refused = entries.flatMap(refusedUpdateOf);
  const applied = entries.flatMap(appliedIn);
  return { workspace, entries, admitted, commit: { atMs, updates, documents, refused, applied } };
}

/** Whose roles and actors an update is held against. */
const judgedBy = ({ person, authority }: UpdateAuthor): readonly PersonId[] =>
  authority === undefined ? [person] : [person, authority];

/** One transaction. Rejects when the store fails: then nothing of the batch was kept. */
export async function storeBatch(
  store: Store,
  { workspace, entries, admitted, commit }: AdmittedBatch,
): Promise<BatchResult> {
  const { updates, refused, applied = [] } = commit;
  if (updates.length === 0 && refused.length === 0 && applied.length === 0) {
    return { outcomes: entries.map((entry) => outcomeOf(entry, 0)), edits: [], headSeq: 0 };
  }
  const { seqs, headSeq, unkept } = await store.commit(workspace, commit);
  const unkeptUids = new Set(unkept.map(({ docId, uid }) => `${docId}/${uid}`));
  const seqByEntry = new Map(admitted.map(({ entry }, at) => [entry, seqs[at] ?? headSeq]));
  const edits = admitted.map(({ entry, update }) => ({
    docId: update.docId,
    seq: seqByEntry.get(entry) ?? headSeq,
    bytes: update.bytes,
    source: entry.submission.source,
    changesReaders: update.changes.some(isAboutReaders),
  }));
  const headByDoc = new Map(edits.map(({ docId, seq }) => [docId, seq]));
  const outcomes = entries.map((entry) => {
    const seq = seqByEntry.get(entry) ?? headByDoc.get(entry.submission.docId) ?? 0;
    const [refused] = unkept.length > 0 ? refusedUpdateOf(entry) : [];
    const isUnkept = refused && unkeptUids.has(`${refused.docId}/${refused.uid}`);
    return isUnkept ? quarantineFull(refused) : outcomeOf(entry, seq);
  });
  return { outcomes, edits, headSeq };
}

/** Who reads a record follows from these. */
const fieldsOfReaders: readonly string[] = ['visibility', 'visibleTeam', 'owner'];

const isAboutReaders = (change: RecordChange): boolean =>
  change.type === 'field' && fieldsOfReaders.includes(change.field);

type AdmittedUpdate = { readonly entry: Entry; readonly update: NewUpdate };

type DocumentWork = { readonly batch: DocumentBatch; readonly entries: readonly Entry[] };

function groupByDocument(
  entries: readonly Entry[],
  isHeld: Surroundings['isHeld'],
): readonly DocumentWork[] {
  const groups = new Map<DocumentId, Entry[]>();
  for (const entry of entries) {
    if (entry.answer !== undefined) continue;
    const group = groups.get(entry.submission.docId);
    if (group === undefined) groups.set(entry.submission.docId, [entry]);
    else group.push(entry);
  }
  return [...groups].map(([docId, group]) => ({
    entries: group,
    batch: {
      docId,
      isUnknown: group.every((entry) => entry.isUnknown),
      isResident: isHeld(docId),
      isSnapshotDue: (group[0]?.document?.sinceSnapshot ?? 0) + group.length >= updatesPerSnapshot,
      decisions: decisionsOf(group[0]?.document),
      items: group.map(({ submission: { author, parts } }) => ({ author, parts })),
    },
  }));
}

const decisionsOf = (document: Inspection['document']): Decisions | undefined =>
  document === undefined || document.facts.length === 0 ? undefined : foldFacts(document.facts);

/** Gives every entry its verdict; the document as it is to be stored, when something of it was admitted. */
function takeVerdict(
  { batch, entries }: DocumentWork,
  verdict: DocumentVerdict | undefined,
): readonly ChangedDocument[] {
  const claims: ClientClaim[] = [];
  for (const [at, entry] of entries.entries()) {
    const item = verdict?.items[at];
    if (item === undefined) throw new Error('Admission left an item without a verdict.');
    entry.answer = item;
    if (item.type !== 'ok') continue;
    const { device } = entry.submission.author;
    claims.push(...item.newClientIds.map((clientId) => ({ clientId, device })));
  }
  if (verdict?.rowJson === undefined) return [];
  const { rowJson, snapshot } = verdict;
  const isNew = entries.every(({ document }) => document === undefined);
  return [{ docId: batch.docId, isNew, rowJson, projVersion: projectionVersion, snapshot, claims }];
}

function updateOf(entry: Entry): readonly AdmittedUpdate[] {
  const { answer, submission } = entry;
  if (answer?.type !== 'ok') return [];
  const { joined, changes } = answer;
  return [{ entry, update: { ...namedBytes(submission, joined), hlc: submission.hlc, changes } }];
}

/** What was refused now is kept for a while; what was refused before is kept already. */
function refusedUpdateOf({ answer, submission }: Entry): readonly RefusedUpdate[] {
  if (answer?.type !== 'refused' || !('ranges' in answer)) return [];
  const { code, message, joined, ranges } = answer;
  // What was made before a passage was erased may hold it, and of what is done nobody need decide.
  if (code === 'rebase' || code === 'doneAlready') return [];
  const { hlc, author } = submission;
  return [{ ...namedBytes(submission, joined), actor: author.actor, hlc, code, message, ranges }];
}

function namedBytes(submission: Submission, joined: Uint8Array | undefined) {
  const { docId, author, uid } = submission;
  const { person, device } = author;
  const bytes = bytesOf(submission, joined);
  return { docId, person, device, bytes, uid: uid ?? uidOf(bytes) };
}

/** The reason stays in the message: what matters to the person is that their copy is the only one. */
const quarantineFull = ({ code, message }: RefusedUpdate): Outcome => ({
  type: 'refused',
  code: 'quarantineFull',
  message: `Not kept, because too many refused edits of this person are. ${code}: ${message}`,
});

/** `seq`: of the entry's own commit, else of the last one of its document in this batch, else 0. */
function outcomeOf({ answer, document }: Entry, seq: number): Outcome {
  switch (answer?.type) {
    case 'ok':
      return { type: 'ok', seq };
    case 'committed':
      return { type: 'dup', seq: answer.seq };
    case 'dup':
      return { type: 'dup', seq: Math.max(seq, document?.headSeq ?? 0) };
    case 'gap':
    case 'gone':
      return { type: answer.type };
    case 'refused':
      return { type: 'refused', code: answer.code, message: answer.message };
    case undefined:
      throw new Error('A submission was left without an answer.');
  }
}

/** An update has no id of its own: the SHA-256 of its bytes names it. */
export const uidOf = (bytes: Uint8Array): Uid => hash('sha256', bytes, 'hex') as Uid;
