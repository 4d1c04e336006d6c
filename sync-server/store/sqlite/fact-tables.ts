/** Facts and tombs in SQLite. A purge erases a record's words from every table that holds some. */
import type { DocumentId, PersonId, Uid, WorkspaceId } from '../../../shared/domain/ids.ts';
import type { ImprovementRow } from '../../../shared/domain/improvement.ts';
import type { CommandRequest } from '../../../shared/process/commands.ts';
import type { Fact } from '../../../shared/process/facts.ts';
import type { RefusalCode } from '../../../shared/protocol/refusals.ts';
import type { DecisionCommitted, NewFact, RecordForDecision } from '../fact-store.ts';
import type { AuditChain } from './audit-chain.ts';
import { type Database, transact } from './transaction.ts';

/** Tables of which a purge deletes every row of the record; those that others refer to come last. */
export const tablesOfRecord = [
  'updates',
  'snapshots',
  'quarantine',
  'client_ids',
  'history',
  'hidings',
  'shares',
  'facts',
  'docs',
] as const;

export function createFactTables(db: Database, audit: AuditChain) {
  const findTomb = db.prepare('SELECT seq, uid FROM tombs WHERE ws = ? AND doc = ?');
  const findDocument = db.prepare(
    'SELECT ref, row, facts, proj_version AS projVersion FROM docs WHERE ws = ? AND doc = ?',
  );
  const findFact = db.prepare('SELECT seq FROM facts WHERE ws = ? AND doc = ? AND uid = ?');
  const readFacts = prepareFacts(db);
  const takeSeq = db.prepare('UPDATE workspaces SET seq = seq + 1 WHERE ws = ? RETURNING seq');
  const moveHead = db.prepare(
    'UPDATE docs SET head_seq = ?, facts = facts + 1 WHERE ws = ? AND doc = ? RETURNING facts',
  );
  const insertFact = db.prepare(`
    INSERT INTO facts (ws, doc, n, seq, uid, kind, said, person, device, hlc, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertTomb = db.prepare(
    'INSERT INTO tombs (ws, doc, seq, uid, person, device, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const uncount = db.prepare('UPDATE workspaces SET documents = documents - 1 WHERE ws = ?');
  const eraseAudit = db.prepare(
    'UPDATE audit SET payload = NULL, salt = NULL WHERE ws = ? AND doc = ?',
  );
  const deletions = tablesOfRecord.map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE ws = ? AND doc = ?`),
  );

  const nextSeq = (workspace: WorkspaceId): number =>
    (takeSeq.get(workspace) as { seq: number }).seq;

  return {
    readRecord: (workspace: WorkspaceId, docId: DocumentId, uid: Uid): RecordForDecision => {
      const tomb = findTomb.get(workspace, docId) as { seq: number; uid: Uid } | undefined;
      if (tomb !== undefined) return { type: 'gone', ...tomb };
      const found = findDocument.get(workspace, docId) as
        { ref: string; row: string; facts: number; projVersion: number } | undefined;
      if (found === undefined) return { type: 'unknown' };
      const fact = findFact.get(workspace, docId, uid) as { seq: number } | undefined;
      return {
        type: 'there',
        ref: found.ref,
        projVersion: found.projVersion,
        row: JSON.parse(found.row) as ImprovementRow,
        facts: found.facts > 0 ? readFacts(workspace, docId) : [],
        committedSeq: fact?.seq,
      };
    },

    commitFact: (workspace: WorkspaceId, fact: NewFact): DecisionCommitted =>
      transact(db, () => {
        const { docId, uid, said, person, device, hlc, atMs } = fact;
        const seq = nextSeq(workspace);
        const { facts: n } = moveHead.get(seq, workspace, docId) as { facts: number };
        const kind = said.type;
        const text = JSON.stringify(said);
        insertFact.run(workspace, docId, n, seq, uid, kind, text, person, device, hlc, atMs);
        const told = { seq, doc: docId, uid, person, device, said };
        audit.append(workspace, atMs, 'decided', told, docId);
        return { seq };
      }),

    purge: (workspace: WorkspaceId, purge: NewFact): DecisionCommitted =>
      transact(db, () => {
        const { docId, uid, said, person, device, atMs } = purge;
        const seq = nextSeq(workspace);
        for (const deletion of deletions) deletion.run(workspace, docId);
        eraseAudit.run(workspace, docId);
        uncount.run(workspace);
        insertTomb.run(workspace, docId, seq, uid, person, device, atMs);
        // The administrator's own reason, not the record's words: it stays.
        audit.append(workspace, atMs, 'purged', { seq, doc: docId, uid, person, device, said });
        return { seq };
      }),

    noteRefusedCommand: (workspace: WorkspaceId, command: NewFact, code: RefusalCode): void =>
      transact(db, () => {
        const { docId, uid, said, person, device, atMs } = command;
        const told = { doc: docId, uid, person, device, command: said.type, code };
        audit.append(workspace, atMs, 'refusedCommand', told);
      }),
  };
}

/** Reads the facts of one record, in their order. */
export function prepareFacts(db: Database) {
  const find = db.prepare(
    'SELECT n, uid, person, at, said FROM facts WHERE ws = ? AND doc = ? ORDER BY n',
  );
  return (workspace: WorkspaceId, docId: DocumentId): readonly Fact[] =>
    (find.all(workspace, docId) as FactRecord[]).map(({ n, uid, person, at, said }) => ({
      n,
      uid,
      by: person,
      at,
      said: JSON.parse(said) as CommandRequest,
    }));
}

type FactRecord = {
  readonly n: number;
  readonly uid: Uid;
  readonly person: PersonId;
  readonly at: number;
  readonly said: string;
};
