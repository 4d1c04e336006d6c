/** Writing a document anew in SQLite, so that a passage is in no table any more. */
import {
  eraseInChanges,
  eraseInDecision,
  textsWith,
} from '../../../shared/document/erase-words.ts';
import type { DocumentId, WorkspaceId } from '../../../shared/domain/ids.ts';
import type { RecordChange } from '../../../shared/domain/record-change.ts';
import type { CommandRequest } from '../../../shared/process/commands.ts';
import type { QuarantinedBytes, Rewriting, RewritingCommitted } from '../erasure-store.ts';
import type { AuditChain } from './audit-chain.ts';
import { type Database, transact } from './transaction.ts';

/** Whose client id it is that wrote the document anew: no device's, so that none can go on with it. */
const nobody = '';

export function createRewritingTables(db: Database, audit: AuditChain) {
  const quarantinedOf = db.prepare(
    'SELECT uid, device, bytes FROM quarantine WHERE ws = ? AND doc = ? ORDER BY rowid',
  );
  const takeSeq = db.prepare('UPDATE workspaces SET seq = seq + 1 WHERE ws = ? RETURNING seq');
  const beginEpoch = db.prepare(`
    UPDATE docs SET epoch = epoch + 1, epoch_seq = ?1, head_seq = ?1, since_snapshot = 0,
      proj_version = ?2, row = ?3
    WHERE ws = ?4 AND doc = ?5 RETURNING epoch`);
  const putSnapshot = db.prepare(
    'INSERT OR REPLACE INTO snapshots (ws, doc, seq, bytes) VALUES (?, ?, ?, ?)',
  );
  // The rows stay: an update that is offered again is known by its uid, and history says when the record began.
  const emptyUpdates = db.prepare("UPDATE updates SET bytes = x'' WHERE ws = ? AND doc = ?");
  const forgetClaims = db.prepare('DELETE FROM client_ids WHERE ws = ? AND doc = ?');
  const claim = db.prepare(
    'INSERT INTO client_ids (ws, doc, client_id, device) VALUES (?, ?, ?, ?)',
  );
  const deleteRefused = db.prepare('DELETE FROM quarantine WHERE ws = ? AND doc = ? AND uid = ?');
  const findHistory = db.prepare('SELECT seq, part, changes FROM history WHERE ws = ? AND doc = ?');
  const rewriteHistory = db.prepare(
    'UPDATE history SET changes = ? WHERE ws = ? AND doc = ? AND seq = ? AND part = ?',
  );
  const tell = db.prepare(`
    INSERT INTO history (ws, doc, seq, part, at, until, hlc, people, device, changes)
    VALUES (?, ?, ?, '', ?, ?, '', ?, ?, ?)`);
  const findDecisions = db.prepare('SELECT n, said FROM facts WHERE ws = ? AND doc = ?');
  const rewriteDecision = db.prepare(
    'UPDATE facts SET said = ? WHERE ws = ? AND doc = ? AND n = ?',
  );
  const eraseAudit = db.prepare(`
    UPDATE audit SET payload = NULL, salt = NULL WHERE ws = ? AND doc = ? AND instr(payload, ?) > 0`);

  const cleanHistory = (ws: WorkspaceId, { docId, texts }: Rewriting, words: string): number => {
    const rows = (findHistory.all(ws, docId) as HistoryRecord[]).map((row) => ({
      ...row,
      changes: JSON.parse(row.changes) as RecordChange[],
    }));
    const forgotten = new Set([
      ...texts,
      ...rows.flatMap(({ changes }) => textsWith(changes, words)),
    ]);
    let places = 0;
    for (const { seq, part, changes } of rows) {
      const cleaned = eraseInChanges(changes, words, forgotten);
      places += cleaned.places;
      rewriteHistory.run(JSON.stringify(cleaned.changes), ws, docId, seq, part);
    }
    return places;
  };

  const cleanDecisions = (ws: WorkspaceId, docId: DocumentId, words: string): number => {
    let places = 0;
    for (const { n, said } of findDecisions.all(ws, docId) as DecisionRecord[]) {
      const cleaned = eraseInDecision(JSON.parse(said) as CommandRequest, words);
      if (cleaned.places === 0) continue;
      places += cleaned.places;
      rewriteDecision.run(JSON.stringify(cleaned.said), ws, docId, n);
    }
    // As JSON has them, without the quotes: they may stand inside a longer text.
    eraseAudit.run(ws, docId, JSON.stringify(words).slice(1, -1));
    return places;
  };

  const rewrite = (ws: WorkspaceId, rewriting: Rewriting): RewritingCommitted | undefined => {
    const { docId, person, device, atMs, words, bytes, clientId } = rewriting;
    const told =
      words === undefined
        ? 0
        : cleanHistory(ws, rewriting, words) + cleanDecisions(ws, docId, words);
    const places = rewriting.places + told;
    if (places === 0) return undefined;
    const { seq } = takeSeq.get(ws) as { seq: number };
    const { projVersion, rowJson } = rewriting;
    const { epoch } = beginEpoch.get(seq, projVersion, rowJson, ws, docId) as { epoch: number };
    emptyUpdates.run(ws, docId);
    putSnapshot.run(ws, docId, seq, bytes);
    forgetClaims.run(ws, docId);
    claim.run(ws, docId, clientId, nobody);
    for (const uid of rewriting.refused) deleteRefused.run(ws, docId, uid);
    // That it was done, by whom and why; never what it was.
    const change: RecordChange = {
      type: 'erased',
      what: words === undefined ? 'comment' : 'words',
      reason: rewriting.reason,
    };
    tell.run(
      ws,
      docId,
      seq,
      atMs,
      atMs,
      JSON.stringify([person]),
      device,
      JSON.stringify([change]),
    );
    audit.append(ws, atMs, 'passageErased', { seq, doc: docId, person, device, places });
    return { seq, epoch, places };
  };

  return {
    quarantinedOf: (ws: WorkspaceId, docId: DocumentId): readonly QuarantinedBytes[] =>
      quarantinedOf.all(ws, docId) as QuarantinedBytes[],

    rewriteDocument: (ws: WorkspaceId, rewriting: Rewriting): RewritingCommitted | undefined =>
      transact(db, () => rewrite(ws, rewriting)),
  };
}

type HistoryRecord = { readonly seq: number; readonly part: string; readonly changes: string };
type DecisionRecord = { readonly n: number; readonly said: string };
