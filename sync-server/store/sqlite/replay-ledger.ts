/**
 * What was erased on purpose from the database that a backup is to replace, done to the backup as well. Tombs
 * tell what was purged; a document that was written anew is taken over as it stands, so that what it was written
 * without need not be kept anywhere.
 */
import type { DocumentId, PersonId, Uid, WorkspaceId } from '../../../shared/domain/ids.ts';
import { type AuditChain, createAuditChain } from './audit-chain.ts';
import { compact, readErasures, replayErasures } from './erasure-tables.ts';
import { tablesOfRecord } from './fact-tables.ts';
import { type Database, transact } from './transaction.ts';

/** Throws when either can't be read; of the records all is done then, or nothing. */
export function replayLedger(db: Database, replaced: Database, atMs: number): void {
  replayErasures(db, readErasures(replaced));
  const audit = createAuditChain(db);
  const isChanged = transact(db, () =>
    workspacesOf(db)
      .map((ws) => replayRecords({ db, replaced, audit, ws, atMs }))
      .includes(true),
  );
  if (isChanged) compact(db);
}

type Replay = {
  readonly db: Database;
  readonly replaced: Database;
  readonly audit: AuditChain;
  readonly ws: WorkspaceId;
  /** Unix ms. */
  readonly atMs: number;
};

/** True when there was anything to do. */
function replayRecords(replay: Replay): boolean {
  const tombs = tombsToSet(replay);
  const documents = documentsToTakeOver(replay);
  if (tombs.length === 0 && documents.length === 0) return false;
  raiseSeq(replay);
  for (const tomb of tombs) purgeAgain(replay, tomb);
  for (const docId of documents) takeOver(replay, docId);
  eraseAuditAgain(replay);
  return true;
}

const workspacesOf = (db: Database): readonly WorkspaceId[] =>
  (db.prepare('SELECT ws FROM workspaces').all() as { ws: WorkspaceId }[]).map(({ ws }) => ws);

type Tomb = {
  readonly doc: DocumentId;
  readonly seq: number;
  readonly uid: Uid;
  readonly person: PersonId;
  readonly device: string;
  readonly at: number;
};

function tombsToSet({ db, replaced, ws }: Replay): readonly Tomb[] {
  const isSet = db.prepare('SELECT 1 FROM tombs WHERE ws = ? AND doc = ?');
  const tombs = replaced
    .prepare('SELECT doc, seq, uid, person, device, at FROM tombs WHERE ws = ? ORDER BY seq')
    .all(ws) as Tomb[];
  return tombs.filter(({ doc }) => isSet.get(ws, doc) === undefined);
}

/** Documents of a later epoch than the backup has them in. */
function documentsToTakeOver({ db, replaced, ws }: Replay): readonly DocumentId[] {
  const findEpoch = db.prepare('SELECT epoch FROM docs WHERE ws = ? AND doc = ?');
  const rewritten = replaced
    .prepare('SELECT doc, epoch FROM docs WHERE ws = ? AND epoch > 0 ORDER BY doc')
    .all(ws) as { doc: DocumentId; epoch: number }[];
  return rewritten
    .filter(({ doc, epoch }) => {
      const here = findEpoch.get(ws, doc) as { epoch: number } | undefined;
      return (here?.epoch ?? 0) < epoch;
    })
    .map(({ doc }) => doc);
}

/** What is taken over keeps its numbers, so the next ones come after them. */
function raiseSeq({ db, replaced, ws }: Replay): void {
  const given = replaced.prepare('SELECT seq FROM workspaces WHERE ws = ?').get(ws) as
    { seq: number } | undefined;
  db.prepare('UPDATE workspaces SET seq = max(seq, ?) WHERE ws = ?').run(given?.seq ?? 0, ws);
}

function purgeAgain(replay: Replay, { doc, seq, uid, person, device, at }: Tomb): void {
  const { db, audit, ws, atMs } = replay;
  deleteDocument(replay, doc);
  db.prepare('UPDATE audit SET payload = NULL, salt = NULL WHERE ws = ? AND doc = ?').run(ws, doc);
  db.prepare(
    'INSERT INTO tombs (ws, doc, seq, uid, person, device, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(ws, doc, seq, uid, person, device, at);
  audit.append(ws, atMs, 'purgedAgain', { seq, doc, uid, person, device });
}

/** Its head gets a new number: those that the backup has given since may be the same. */
function takeOver(replay: Replay, doc: DocumentId): void {
  const { db, replaced, audit, ws, atMs } = replay;
  deleteDocument(replay, doc);
  for (const table of tablesOfRecord.toReversed()) copyRows(db, replaced, table, [ws, doc]);
  const { seq } = db
    .prepare(
      'UPDATE workspaces SET seq = seq + 1, documents = documents + 1 WHERE ws = ? RETURNING seq',
    )
    .get(ws) as { seq: number };
  const { epoch } = db
    .prepare(
      'UPDATE docs SET head_seq = ?1, epoch_seq = ?1 WHERE ws = ?2 AND doc = ?3 RETURNING epoch',
    )
    .get(seq, ws, doc) as { epoch: number };
  for (const written of updatesByDevice(db, ws, doc)) audit.append(ws, atMs, 'updates', written);
  audit.append(ws, atMs, 'takenOver', { seq, doc, epoch });
}

function deleteDocument({ db, ws }: Replay, doc: DocumentId): void {
  const isHere = db.prepare('SELECT 1 FROM docs WHERE ws = ? AND doc = ?').get(ws, doc);
  for (const table of tablesOfRecord) {
    db.prepare(`DELETE FROM ${table} WHERE ws = ? AND doc = ?`).run(ws, doc);
  }
  if (isHere === undefined) return;
  db.prepare('UPDATE workspaces SET documents = documents - 1 WHERE ws = ?').run(ws);
}

/** Replacing, because triggers make some rows of those that are copied before. */
function copyRows(
  db: Database,
  from: Database,
  table: string,
  key: readonly [WorkspaceId, DocumentId],
): void {
  const columns = (
    from.prepare(`PRAGMA table_xinfo(${table})`).all() as { name: string; hidden: number }[]
  )
    .filter(({ hidden }) => hidden === 0)
    .map(({ name }) => name);
  const insert = db.prepare(
    `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const rows = from
    .prepare(`SELECT ${columns.join(', ')} FROM ${table} WHERE ws = ? AND doc = ?`)
    .all(...key) as Record<string, string | number | Uint8Array | null>[];
  for (const row of rows) insert.run(...columns.map((name) => row[name] ?? null));
}

/** As the trail tells of updates: the backup's may end before them. */
function updatesByDevice(db: Database, ws: WorkspaceId, doc: DocumentId): readonly object[] {
  const rows = db
    .prepare('SELECT seq, uid, person, device FROM updates WHERE ws = ? AND doc = ? ORDER BY seq')
    .all(ws, doc) as { seq: number; uid: Uid; person: PersonId; device: string }[];
  const written = new Map<string, { person: PersonId; device: string; updates: object[] }>();
  for (const { seq, uid, person, device } of rows) {
    const own = written.get(device) ?? { person, device, updates: [] };
    own.updates.push({ seq, doc, uid });
    written.set(device, own);
  }
  return [...written.values()];
}

/** Words that were erased from the trail: the same rows, as long as both trails are one. */
function eraseAuditAgain({ db, replaced, ws }: Replay): void {
  const erase = db.prepare(
    'UPDATE audit SET payload = NULL, salt = NULL WHERE ws = ? AND n = ? AND hash = ?',
  );
  const erased = replaced
    .prepare('SELECT n, hash FROM audit WHERE ws = ? AND payload IS NULL')
    .all(ws) as { n: number; hash: Uint8Array }[];
  for (const { n, hash } of erased) erase.run(ws, n, hash);
}
