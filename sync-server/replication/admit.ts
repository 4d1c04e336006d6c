/** Admission itself, without a thread: opens documents, judges updates, projects what became of them. */
import * as Y from 'yjs';
import { project } from '../../shared/document/project.ts';
import { projectDocument } from '../../shared/document/project-document.ts';
import { noFacts } from '../../shared/document/projection.ts';
import { undecided } from '../../shared/process/facts.ts';
import {
  type Admission,
  type AdmissionBatch,
  bytesOf,
  type DocumentBatch,
  type DocumentKey,
  type DocumentVerdict,
  type ItemVerdict,
  kindOf,
  type LoadDocuments,
  writerOf,
} from './admission.ts';
import { readFirstUpdate } from './first-update.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { StoredDocument } from '../store/store.ts';
import { describeEdit } from './describe-edit.ts';
import { rewriteRecord } from './rewrite-record.ts';
import { judgeItem, openCopy, type WorkingCopy } from './working-copy.ts';

/** Runs in the caller's thread: what the worker runs, and what tests and simulations use directly. */
export function createInProcessAdmission(): Admission {
  const residents = new Map<string, WorkingCopy>();

  const open = async ({ workspace, docId }: DocumentKey, load: LoadDocuments) =>
    residents.get(keyOf({ workspace, docId })) ??
    openCopy({ workspace, docId }, (await load(workspace, [docId]))[0]);

  /** One load for all documents of the batch that are not here. */
  const loadAbsent = async (
    { workspace, documents }: AdmissionBatch,
    load: LoadDocuments,
  ): Promise<ReadonlyMap<DocumentId, StoredDocument | undefined>> => {
    const docIds = documents
      .filter(({ docId, isUnknown }) => !isUnknown && !residents.has(keyOf({ workspace, docId })))
      .map(({ docId }) => docId);
    const loaded = docIds.length > 0 ? await load(workspace, docIds) : [];
    return new Map(docIds.map((docId, at) => [docId, loaded[at]]));
  };

  const admitDocument = async (
    key: DocumentKey,
    document: DocumentBatch,
    { nowMs, memberships }: AdmissionBatch,
    opened: WorkingCopy,
    load: LoadDocuments,
  ): Promise<DocumentVerdict> => {
    let copy = opened;
    copy.decisions = document.decisions ?? undecided;
    const accepted: Uint8Array[] = [];
    const items: ItemVerdict[] = [];
    for (const item of document.items) {
      const { verdict, isSpoilt } = judgeItem(copy, item, writerOf(memberships, item.author));
      items.push(verdict);
      if (verdict.type === 'ok') accepted.push(bytesOf(item, verdict.joined));
      if (isSpoilt) copy = reopen(key, copy, accepted, await load(key.workspace, [key.docId]));
      if (verdict.type === 'refused') copy.refusedRanges.push(...verdict.ranges);
    }
    residents.delete(keyOf(key));
    if (document.isResident) residents.set(keyOf(key), copy);
    const isChanged = items.some(({ type }) => type === 'ok');
    return {
      items,
      rowJson: isChanged
        ? JSON.stringify(
            projectDocument({ kind: copy.kind, id: key.docId }, copy.doc, { ref: copy.ref }, nowMs),
          )
        : undefined,
      snapshot: isChanged && document.isSnapshotDue ? Y.encodeStateAsUpdate(copy.doc) : undefined,
    };
  };

  return {
    async admit(batch, load) {
      const stored = await loadAbsent(batch, load);
      const { workspace } = batch;
      const verdicts: DocumentVerdict[] = [];
      for (const document of batch.documents) {
        const key = { workspace, docId: document.docId };
        const isOpen = residents.has(keyOf(key));
        const first = isOpen ? undefined : admitFirstUpdate(document, batch);
        if (first !== undefined) {
          verdicts.push(first);
          continue;
        }
        // One after the other: a copy that nobody holds any more is the cheapest to forget.
        const copy = residents.get(keyOf(key)) ?? openCopy(key, stored.get(key.docId));
        verdicts.push(await admitDocument(key, document, batch, copy, load));
      }
      return verdicts;
    },

    async difference(key, stateVector, load) {
      const copy = await open(key, load);
      residents.set(keyOf(key), copy);
      try {
        // A copy of exactly these bytes: a forged length must not read past them.
        return Y.encodeStateAsUpdate(copy.doc, stateVector.slice());
      } catch {
        return undefined;
      }
    },

    async describe({ workspace, docId }, bytes, load) {
      const [stored] = await load(workspace, [docId]);
      return describeEdit(stored?.updates ?? [], bytes);
    },

    async rewrite(key, rewriting, load) {
      const [stored] = await load(key.workspace, [key.docId]);
      return stored && rewriteRecord(key, stored, rewriting);
    },

    async release(key, load) {
      const copy = await open(key, load);
      residents.delete(keyOf(key));
      return Y.encodeStateAsUpdate(copy.doc);
    },

    discard(documents) {
      for (const key of documents) residents.delete(keyOf(key));
    },

    close: async () => residents.clear(),
  };
}

/** A new document that nobody has open needs no copy, when its only update is a plain one. */
function admitFirstUpdate(
  { docId, isUnknown, isResident, isSnapshotDue, items }: DocumentBatch,
  { workspace, nowMs, memberships }: AdmissionBatch,
): DocumentVerdict | undefined {
  if (kindOf({ workspace, docId }) !== 'improvement') return undefined;
  const [item, second] = items;
  const [bytes, more] = item?.parts ?? [];
  if (!isUnknown || isResident || isSnapshotDue) return undefined;
  if (item === undefined || second !== undefined) return undefined;
  if (bytes === undefined || more !== undefined) return undefined;
  const first = readFirstUpdate(bytes, writerOf(memberships, item.author));
  return (
    first && {
      items: [{ type: 'ok', joined: undefined, newClientIds: [first.clientId], changes: [] }],
      rowJson: JSON.stringify(project(docId, first.document, noFacts, nowMs)),
      snapshot: undefined,
    }
  );
}

/** The document without what spoilt it: as committed, with what was accepted since; claims and refusals stay known. */
function reopen(
  key: DocumentKey,
  spoilt: WorkingCopy,
  accepted: readonly Uint8Array[],
  [stored]: Awaited<ReturnType<LoadDocuments>>,
): WorkingCopy {
  const { doc } = openCopy(key, stored);
  for (const update of accepted) Y.applyUpdate(doc, update);
  return { ...spoilt, doc };
}

const keyOf = ({ workspace, docId }: DocumentKey): string => `${workspace}/${docId}`;
