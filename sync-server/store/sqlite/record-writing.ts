/** The one transaction that makes edits durable: seqs, references, updates, heads, claims, quarantine and audit. */
import { kindOfDocument } from '../../../shared/domain/document-kinds.ts';
import type { DocumentId, WorkspaceId } from '../../../shared/domain/ids.ts';
import type { ChangedDocument, Commit, Committed, NewUpdate, Snapshot } from '../store.ts';
import type { AuditChain } from './audit-chain.ts';
import { createQuarantineWriting } from './quarantine-tables.ts';
import { createHistoryWriting } from './history-tables.ts';
import { type Database, transact } from './transaction.ts';

/** Improvements are numbered `CI-1`, `CI-2`, … in every workspace. */
const referencePrefix = 'CI';

export function createRecordWriting(db: Database, audit: AuditChain) {
  const history = createHistoryWriting(db);
  const takeSeqs = db.prepare('UPDATE workspaces SET seq = seq + ? WHERE ws = ? RETURNING seq');
  const countDocuments = db.prepare('UPDATE workspaces SET documents = documents + ? WHERE ws = ?');
  const takeNumbers = db.prepare(`
    INSERT INTO counters (ws, name, value) VALUES (?, ?, ?)
    ON CONFLICT (ws, name) DO UPDATE SET value = value + excluded.value RETURNING value`);
  const insertUpdate = db.prepare(`
    INSERT INTO updates (ws, doc, seq, uid, person, device, received_at, hlc, bytes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const moveHead = db.prepare(`
    UPDATE docs SET head_seq = ?, since_snapshot = since_snapshot + ?, proj_version = ?, row = ?
    WHERE ws = ? AND doc = ?`);
  const insertDocument = db.prepare(`
    INSERT INTO docs (ws, doc, ref, first_seq, head_seq, since_snapshot, proj_version, row)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const putSnapshot = db.prepare(
    'INSERT OR REPLACE INTO snapshots (ws, doc, seq, bytes) VALUES (?, ?, ?, ?)',
  );
  const countFromSnapshot = db.prepare(`
    UPDATE docs SET since_snapshot =
      (SELECT count(*) FROM updates WHERE updates.ws = docs.ws AND updates.doc = docs.doc AND seq > ?)
    WHERE ws = ? AND doc = ?`);
  const insertClaim = db.prepare(
    'INSERT INTO client_ids (ws, doc, client_id, device) VALUES (?, ?, ?, ?)',
  );
  const insertApplied = db.prepare(
    'INSERT OR IGNORE INTO applied_again (ws, person, uid, device) VALUES (?, ?, ?, ?)',
  );
  const quarantine = createQuarantineWriting(db, audit);

  const keepSnapshot = (workspace: WorkspaceId, docId: DocumentId, snapshot: Snapshot) => {
    putSnapshot.run(workspace, docId, snapshot.seq, snapshot.bytes);
    countFromSnapshot.run(snapshot.seq, workspace, docId);
  };

  /** The first of `count` numbers for new documents. */
  const takeReferences = (workspace: WorkspaceId, count: number): number => {
    const taken = takeNumbers.get(workspace, referencePrefix, count) as { value: number };
    countDocuments.run(count, workspace);
    return taken.value - count + 1;
  };

  const insertNew = (ws: WorkspaceId, changed: ChangedDocument, span: Span, ref: string) => {
    const { docId, projVersion, rowJson } = changed;
    insertDocument.run(ws, docId, ref, span.first, span.last, span.count, projVersion, rowJson);
  };

  const moveHeadTo = (
    ws: WorkspaceId,
    { docId, projVersion, rowJson }: ChangedDocument,
    span: Span,
  ) => moveHead.run(span.last, span.count, projVersion, rowJson, ws, docId);

  const keepDocuments = (
    workspace: WorkspaceId,
    documents: readonly ChangedDocument[],
    spans: ReadonlyMap<DocumentId, Span>,
  ) => {
    // Other documents are no improvements: they have no number and are not counted.
    const isRecord = ({ docId }: ChangedDocument) =>
      kindOfDocument(docId, workspace) === 'improvement';
    const newOnes = documents.filter((changed) => changed.isNew && isRecord(changed)).length;
    let number = newOnes > 0 ? takeReferences(workspace, newOnes) : 0;
    for (const changed of documents) {
      const { docId, isNew, claims, snapshot } = changed;
      const span = spans.get(docId);
      if (span === undefined) throw new Error(`${docId} changes without an update.`);
      if (isNew) {
        const ref = isRecord(changed) ? `${referencePrefix}-${number++}` : '';
        insertNew(workspace, changed, span, ref);
      } else moveHeadTo(workspace, changed, span);
      for (const { clientId, device } of claims)
        insertClaim.run(workspace, docId, clientId, device);
      if (snapshot !== undefined)
        keepSnapshot(workspace, docId, { seq: span.last, bytes: snapshot });
    }
  };

  /** One row for what each device wrote; ids only, so that nothing in it ever needs to be forgotten. */
  const auditUpdates = (
    workspace: WorkspaceId,
    atMs: number,
    updates: readonly NewUpdate[],
    seqs: readonly number[],
  ) => {
    const byDevice = new Map<string, { person: string; device: string; updates: object[] }>();
    for (const [at, { docId, uid, person, device }] of updates.entries()) {
      const written = byDevice.get(device) ?? { person, device, updates: [] };
      written.updates.push({ seq: seqs[at], doc: docId, uid });
      byDevice.set(device, written);
    }
    for (const written of byDevice.values()) audit.append(workspace, atMs, 'updates', written);
  };

  return {
    commit: (workspace: WorkspaceId, commit: Commit): Committed =>
      transact(db, () => {
        const { updates, atMs } = commit;
        const { seq: headSeq } = takeSeqs.get(updates.length, workspace) as { seq: number };
        const seqs = updates.map((_, at) => headSeq - updates.length + 1 + at);
        const spans = spansOf(updates, headSeq - updates.length + 1);
        keepDocuments(workspace, commit.documents, spans);
        for (const [at, update] of updates.entries()) {
          const { docId, uid, person, device, hlc, bytes } = update;
          const seq = seqs[at] ?? headSeq;
          insertUpdate.run(workspace, docId, seq, uid, person, device, atMs, hlc, bytes);
          history.append(workspace, update, seq, atMs);
        }
        auditUpdates(workspace, atMs, updates, seqs);
        for (const { person, uid, device } of commit.applied ?? []) {
          insertApplied.run(workspace, person, uid, device);
        }
        const unkept = commit.refused.filter((refused) => !quarantine(workspace, atMs, refused));
        return { seqs, headSeq, unkept };
      }),

    saveSnapshot: (workspace: WorkspaceId, docId: DocumentId, snapshot: Snapshot): void =>
      transact(db, () => keepSnapshot(workspace, docId, snapshot)),
  };
}

/** The seqs that one document's updates take within a commit. */
type Span = { readonly first: number; readonly last: number; readonly count: number };

function spansOf(
  updates: readonly { readonly docId: DocumentId }[],
  firstSeq: number,
): ReadonlyMap<DocumentId, Span> {
  const spans = new Map<DocumentId, Span>();
  for (const [at, { docId }] of updates.entries()) {
    const seq = firstSeq + at;
    const span = spans.get(docId);
    spans.set(docId, { first: span?.first ?? seq, last: seq, count: (span?.count ?? 0) + 1 });
  }
  return spans;
}
