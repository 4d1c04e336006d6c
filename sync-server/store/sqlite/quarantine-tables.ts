/** Refused edits in SQLite: kept within a person's share, listed, decided of once. */
import type { PersonId, WorkspaceId } from '../../../shared/domain/ids.ts';
import {
  type Decision,
  type QuarantinedEdit,
  quarantineLimits,
  type QuarantineStore,
  type RefusedItem,
  type ReturnedEdit,
  type WaitingEdit,
} from '../quarantine-store.ts';
import type { RefusedUpdate } from '../store.ts';
import type { AuditChain } from './audit-chain.ts';
import { type Database, transact } from './transaction.ts';

export function createQuarantineTables(db: Database, audit: AuditChain) {
  const list = db.prepare(`
    SELECT q.rowid AS n, q.doc AS docId, q.uid, q.person, q.received_at AS atMs, q.code, q.bytes,
      coalesce(p.display_name, '') AS displayName, p.removed_at IS NOT NULL AS isRemoved,
      coalesce(d.ref, '') AS ref, coalesce(d.row ->> 'title', d.row ->> 'name', '') AS title
    FROM quarantine q
    LEFT JOIN people p ON p.ws = q.ws AND p.person = q.person
    LEFT JOIN docs d ON d.ws = q.ws AND d.doc = q.doc
    WHERE q.ws = ? AND q.fate IS NULL AND q.rowid < ? AND NOT EXISTS
      (SELECT 1 FROM updates u WHERE u.ws = q.ws AND u.doc = q.doc AND u.uid = q.uid)
    ORDER BY q.rowid DESC LIMIT ?`);
  const read = db.prepare(`
    SELECT doc AS docId, uid, person, device, actor, hlc, bytes, fate IS NOT NULL AS isDecided
    FROM quarantine WHERE ws = ? AND doc = ? AND uid = ?`);
  const takeNumber = db.prepare(`
    INSERT INTO counters (ws, name, value) VALUES (?, 'decisions', 1)
    ON CONFLICT (ws, name) DO UPDATE SET value = value + 1 RETURNING value`);
  const decide = db.prepare(`
    UPDATE quarantine SET fate = ?, decided_by = ?, decided_at = ?, decision_n = ?
    WHERE ws = ? AND doc = ? AND uid = ? AND fate IS NULL`);
  const settle = db.prepare(`
    UPDATE quarantine SET fate = 'settled', decided_by = person, decided_at = ?, decision_n = ?
    WHERE ws = ? AND doc = ? AND uid = ? AND person = ? AND fate IS ?`);
  const decisions = db.prepare(`
    SELECT decision_n AS n, doc AS docId, uid, fate, decided_by AS "by", decided_at AS atMs,
      actor, hlc, code, message, CASE fate WHEN 'returned' THEN bytes END AS bytes
    FROM quarantine WHERE ws = ? AND person = ? AND decision_n > ? ORDER BY decision_n LIMIT ?`);
  const nextNumber = (workspace: WorkspaceId): number =>
    (takeNumber.get(workspace) as { value: number }).value;
  const expire = db.prepare('DELETE FROM quarantine WHERE received_at < ?');

  return {
    listQuarantine: (
      workspace: WorkspaceId,
      { beforeN, limit }: { readonly beforeN: number; readonly limit: number },
    ): readonly WaitingEdit[] =>
      (
        list.all(workspace, beforeN, limit) as (WaitingEdit & { isRemoved: number | boolean })[]
      ).map((row) => ({ ...row, isRemoved: Boolean(row.isRemoved) })),

    readQuarantined: (
      workspace: WorkspaceId,
      { docId, uid }: RefusedItem,
    ): QuarantinedEdit | undefined => {
      const found = read.get(workspace, docId, uid) as QuarantinedEdit | undefined;
      return found && { ...found, isDecided: Boolean(found.isDecided) };
    },

    decideQuarantined: (
      workspace: WorkspaceId,
      { docId, uid }: RefusedItem,
      { fate, by, atMs }: Parameters<QuarantineStore['decideQuarantined']>[2],
    ): boolean =>
      transact(db, () => {
        const n = nextNumber(workspace);
        const { changes } = decide.run(fate, by, atMs, n, workspace, docId, uid);
        if (changes === 0) return false;
        audit.append(workspace, atMs, 'decided', { doc: docId, uid, fate, by });
        return true;
      }),

    settleQuarantined: (
      workspace: WorkspaceId,
      person: PersonId,
      items: readonly RefusedItem[],
      atMs: number,
    ): void =>
      transact(db, () => {
        for (const { docId, uid } of items) {
          const isDone = (n: number | null, fate: string | null) =>
            settle.run(atMs, n, workspace, docId, uid, person, fate).changes > 0;
          const isSettled = isDone(null, null) || isDone(nextNumber(workspace), 'returned');
          if (isSettled) audit.append(workspace, atMs, 'settled', { doc: docId, uid, person });
        }
      }),

    decisionsAfter: (
      workspace: WorkspaceId,
      person: PersonId,
      n: number,
      limit: number,
    ): readonly Decision[] =>
      (decisions.all(workspace, person, n, limit) as DecisionRecord[]).map(decisionOf),

    expireQuarantine: (beforeMs: number): void => void expire.run(beforeMs),
  };
}

type DecisionRecord = Omit<Decision, 'edit'> &
  Omit<ReturnedEdit, 'bytes'> & { readonly bytes: Uint8Array | null };

function decisionOf({ bytes, actor, hlc, code, message, ...decision }: DecisionRecord): Decision {
  return { ...decision, edit: bytes === null ? undefined : { bytes, actor, hlc, code, message } };
}

/** Puts refused edits away, inside the transaction that refuses them. */
export function createQuarantineWriting(db: Database, audit: AuditChain) {
  const insert = db.prepare(`
    INSERT INTO quarantine
      (ws, doc, uid, person, device, actor, received_at, hlc, code, message, ranges, bytes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (ws, doc, uid) DO NOTHING`);
  const isKept = db.prepare('SELECT 1 FROM quarantine WHERE ws = ? AND doc = ? AND uid = ?');
  const used = db.prepare(`
    SELECT count(*) AS items, coalesce(sum(length(bytes)), 0) AS bytes
    FROM quarantine WHERE ws = ? AND person = ? AND fate IS NULL`);

  /** False: the person's share is full, and nothing of it was kept. */
  return (workspace: WorkspaceId, atMs: number, refused: RefusedUpdate): boolean => {
    const { docId, uid, person, device, actor, hlc, code, message, bytes } = refused;
    const share = used.get(workspace, person) as { items: number; bytes: number };
    const isFull =
      share.items >= quarantineLimits.items || share.bytes + bytes.length > quarantineLimits.bytes;
    if (isFull) return isKept.get(workspace, docId, uid) !== undefined;
    const ranges = JSON.stringify(
      refused.ranges.map((range) => [range.clientId, range.from, range.to]),
    );
    const authorship = [person, device, actor] as const;
    const kept = insert.run(
      workspace,
      docId,
      uid,
      ...authorship,
      atMs,
      hlc,
      code,
      message,
      ranges,
      bytes,
    );
    if (kept.changes > 0) {
      audit.append(workspace, atMs, 'refused', { doc: docId, uid, person, device, code });
    }
    return true;
  };
}
