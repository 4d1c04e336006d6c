/** Whether a database is what was written into it: its file, the audit trails, and every update's place in them. */
import { hash } from 'node:crypto';
import { bytesToHex, type WorkspaceId } from '../../../shared/domain/ids.ts';
import { endOfAudit, findAuditFault } from './audit-chain.ts';
import type { Database } from './transaction.ts';

export type Verification = {
  readonly isWhole: boolean;
  /** What was found, a sentence each; faults say where. */
  readonly lines: readonly string[];
};

/** Faults of one kind that are named; a damaged file may have thousands. */
const namedFaults = 10;

/** One consistent look, also while a server uses the database. Changes nothing but temporary tables. */
export function verifyDatabase(db: Database): Verification {
  db.exec('BEGIN');
  try {
    const parts = [checkFile(db), ...workspacesOf(db).map((ws) => checkWorkspace(db, ws))];
    return {
      isWhole: parts.every(({ isWhole }) => isWhole),
      lines: parts.flatMap(({ lines }) => lines),
    };
  } finally {
    if (db.isTransaction) db.exec('ROLLBACK');
  }
}

function checkFile(db: Database): Verification {
  const found = db.prepare(`PRAGMA integrity_check(${namedFaults})`).all() as {
    integrity_check: string;
  }[];
  const faults = found.map((row) => row.integrity_check).filter((verdict) => verdict !== 'ok');
  const strangers = db.prepare('PRAGMA foreign_key_check').all() as { table: string }[];
  const lines = [
    ...faults.map((fault) => `FAULT The file is damaged: ${fault}`),
    ...strangers
      .slice(0, namedFaults)
      .map(({ table }) => `FAULT A row of ${table} refers to nothing.`),
  ];
  return lines.length > 0
    ? { isWhole: false, lines }
    : { isWhole: true, lines: ['The file is sound.'] };
}

/** Also those that only the trail still knows. */
const workspacesOf = (db: Database): readonly WorkspaceId[] =>
  (
    db.prepare('SELECT ws FROM workspaces UNION SELECT ws FROM audit ORDER BY ws').all() as {
      ws: WorkspaceId;
    }[]
  ).map(({ ws }) => ws);

function checkWorkspace(db: Database, ws: WorkspaceId): Verification {
  const faults = [...checkTrail(db, ws), ...checkCounts(db, ws)];
  // A broken trail says nothing about what it should list.
  if (faults.length === 0) faults.push(...checkUpdates(db, ws));
  return {
    isWhole: faults.length === 0,
    lines: [describeWorkspace(db, ws), ...faults.map((fault) => `FAULT Workspace ${ws}: ${fault}`)],
  };
}

function describeWorkspace(db: Database, ws: WorkspaceId): string {
  const { documents, updates, rows, erased } = db
    .prepare(
      `SELECT (SELECT count(*) FROM docs WHERE ws = ?1) AS documents,
        (SELECT count(*) FROM updates WHERE ws = ?1) AS updates,
        (SELECT count(*) FROM audit WHERE ws = ?1) AS rows,
        (SELECT count(*) FROM audit WHERE ws = ?1 AND payload IS NULL) AS erased`,
    )
    .get(ws) as Record<'documents' | 'updates' | 'rows' | 'erased', number>;
  const { n, hash } = endOfAudit(db, ws);
  return `Workspace ${ws}: ${documents} documents, ${updates} updates, ${rows} audit rows (${erased} erased), ends with row ${n} ${bytesToHex(hash ?? new Uint8Array())}`;
}

const problems = {
  changed: 'is not what was written',
  lost: 'is missing',
  unexpected: 'was never written',
} as const;

function checkTrail(db: Database, ws: WorkspaceId): readonly string[] {
  const fault = findAuditFault(db, ws);
  if (fault === undefined) return [];
  const what = fault.column === undefined ? '' : `, in its ${fault.column}`;
  return [`audit row ${fault.n} ${problems[fault.problem]}${what}.`];
}

function checkCounts(db: Database, ws: WorkspaceId): readonly string[] {
  const counts = db
    .prepare(
      `SELECT seq, documents, (SELECT count(*) FROM docs WHERE ws = ?1 AND doc <> ?1) AS kept,
        (SELECT coalesce(max(seq), 0) FROM updates WHERE ws = ?1) AS newest
      FROM workspaces WHERE ws = ?1`,
    )
    .get(ws) as Record<'seq' | 'documents' | 'kept' | 'newest', number> | undefined;
  if (counts === undefined) return ['it has an audit trail and nothing else.'];
  const { seq, documents, kept, newest } = counts;
  return [
    ...(newest > seq ? [`update ${newest} is beyond the last number given, ${seq}.`] : []),
    ...(documents === kept ? [] : [`${documents} documents are counted, ${kept} are there.`]),
  ];
}

/** Every update that is kept has the bytes that its name says, and was told of in the trail as whose it is. */
function checkUpdates(db: Database, ws: WorkspaceId): readonly string[] {
  const faults: string[] = [];
  // Of a document that was written anew only the names of earlier updates are left.
  const updates = db.prepare(`
    SELECT seq, doc, uid, bytes FROM updates JOIN docs USING (ws, doc)
    WHERE ws = ? AND NOT (seq <= epoch_seq AND length(bytes) = 0) ORDER BY seq`);
  for (const row of updates.iterate(ws)) {
    const { seq, doc, uid, bytes } = row as Record<'seq' | 'doc' | 'uid', string> & {
      readonly bytes: Uint8Array;
    };
    if (hash('sha256', bytes, 'hex') === uid) continue;
    faults.push(`update ${seq} of ${doc} is not what its name says.`);
    if (faults.length === namedFaults) break;
  }
  return [...faults, ...untoldUpdates(db, ws)];
}

function untoldUpdates(db: Database, ws: WorkspaceId): readonly string[] {
  // A row whose payload was erased told of updates that nobody can name any more.
  const erased = db
    .prepare("SELECT 1 FROM audit WHERE ws = ? AND kind = 'updates' AND payload IS NULL LIMIT 1")
    .get(ws);
  if (erased !== undefined) return [];
  db.exec(
    'CREATE TEMP TABLE IF NOT EXISTS audited (seq INTEGER PRIMARY KEY, doc TEXT, uid TEXT, person TEXT, device TEXT)',
  );
  db.exec('DELETE FROM temp.audited');
  db.prepare(
    `INSERT OR REPLACE INTO temp.audited
    SELECT json_extract(value, '$.seq'), json_extract(value, '$.doc'), json_extract(value, '$.uid'),
      json_extract(payload, '$.person'), json_extract(payload, '$.device')
    FROM audit, json_each(payload, '$.updates') WHERE ws = ? AND kind = 'updates'`,
  ).run(ws);
  const untold = db
    .prepare(
      `SELECT seq, doc FROM updates LEFT JOIN temp.audited USING (seq, doc, uid, person, device)
      WHERE ws = ? AND audited.seq IS NULL ORDER BY seq LIMIT ?`,
    )
    .all(ws, namedFaults) as { seq: number; doc: string }[];
  return untold.map(({ seq, doc }) => `update ${seq} of ${doc} is not in the audit trail.`);
}
