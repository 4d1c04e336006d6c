/** Looks into a stopped server's database for everything that a crash must not have done. */
import { DatabaseSync } from '@photostructure/sqlite';
import type { WorkspaceId } from '../../shared/domain/ids.ts';
import { findAuditFault } from '../../sync-server/store/sqlite/audit-chain.ts';

/** An update that a client was told is stored. */
export type AckedUpdate = {
  readonly docId: string;
  /** SHA-256 of the update's bytes, in hex. */
  readonly uid: string;
};

/** One sentence for each thing that is wrong; none when the store kept its promises. */
export function checkStore(databaseFile: string, acked: readonly AckedUpdate[]): readonly string[] {
  // Not read-only: opening it for writing recovers the log, as the server's next start would.
  const db = new DatabaseSync(databaseFile);
  try {
    return [
      ...missingOrDoubled(db, acked),
      ...brokenChains(db),
      ...found(db, 'PRAGMA integrity_check', (row) =>
        row['integrity_check'] === 'ok' ? undefined : `integrity: ${row['integrity_check']}`,
      ),
      ...found(db, 'PRAGMA foreign_key_check', (row) => `${row['table']} refers to a missing row`),
      ...found(
        db,
        'SELECT ws, seq, COUNT(*) AS times FROM updates GROUP BY ws, seq HAVING times > 1',
        (row) => `seq ${row['seq']} was given ${row['times']} times`,
      ),
      ...found(
        db,
        'SELECT ref, COUNT(*) AS times FROM docs GROUP BY ws, ref HAVING times > 1',
        (row) => `reference ${row['ref']} was given ${row['times']} times`,
      ),
      ...found(
        db,
        `SELECT docs.doc, head_seq, MAX(updates.seq) AS last FROM docs JOIN updates USING (ws, doc)
         GROUP BY docs.ws, docs.doc HAVING last <> head_seq`,
        (row) => `${row['doc']} has head ${row['head_seq']}, but its last update is ${row['last']}`,
      ),
      ...found(
        db,
        'SELECT workspaces.seq, MAX(updates.seq) AS last FROM workspaces JOIN updates USING (ws) GROUP BY ws HAVING last > workspaces.seq',
        (row) => `the workspace stands at ${row['seq']}, but an update has ${row['last']}`,
      ),
    ];
  } finally {
    db.close();
  }
}

function missingOrDoubled(db: Db, acked: readonly AckedUpdate[]): readonly string[] {
  const count = db.prepare('SELECT COUNT(*) AS times FROM updates WHERE doc = ? AND uid = ?');
  return acked.flatMap(({ docId, uid }) => {
    const { times } = count.get(docId, uid) as { times: number };
    if (times === 1) return [];
    return [`acknowledged update ${uid} of ${docId} is stored ${times} times`];
  });
}

function brokenChains(db: Db): readonly string[] {
  const workspaces = db.prepare('SELECT ws FROM workspaces').all() as readonly {
    ws: WorkspaceId;
  }[];
  return workspaces.flatMap(({ ws }) => {
    const broken = findAuditFault(db, ws);
    return broken === undefined ? [] : [`audit row ${broken.n} does not fit the chain`];
  });
}

function found(
  db: Db,
  query: string,
  say: (row: Readonly<Record<string, unknown>>) => string | undefined,
): readonly string[] {
  const rows = db.prepare(query).all() as readonly Readonly<Record<string, unknown>>[];
  return rows.map(say).filter((sentence) => sentence !== undefined);
}

type Db = InstanceType<typeof DatabaseSync>;
