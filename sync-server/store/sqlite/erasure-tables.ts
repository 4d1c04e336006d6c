/** Erasing in SQLite, and the ledger by which it is done again to a backup that is brought back. */
import type { PersonId, WorkspaceId } from '../../../shared/domain/ids.ts';
import type { PersonErasure } from '../erasure-store.ts';
import { type AuditChain, createAuditChain } from './audit-chain.ts';
import { type Database, transact } from './transaction.ts';

/** No words: each screen says in its own language who wrote it once. */
const erasedName = '';

/** No key: nothing verifies against it, and no device that comes back has it. */
const noKey = new Uint8Array(32);

export function createErasureTables(db: Database, audit: AuditChain) {
  const findName = db.prepare('SELECT display_name FROM people WHERE ws = ? AND person = ?');
  const forgetPerson = db.prepare(`
    UPDATE people SET display_name = ?, roles = '[]', belongs_to = '[]', removed_at = coalesce(removed_at, ?)
    WHERE ws = ? AND person = ?`);
  const endSessions = db.prepare(`
    DELETE FROM sessions WHERE ws = ? AND device IN (SELECT device FROM devices WHERE ws = ? AND person = ?)`);
  const forgetDevices = db.prepare(`
    UPDATE devices SET name = '', public_key = ?, signed_out_at = coalesce(signed_out_at, ?)
    WHERE ws = ? AND person = ?`);
  const deletePasskeys = db.prepare('DELETE FROM passkeys WHERE ws = ? AND person = ?');
  const deleteWorkAccounts = db.prepare('DELETE FROM work_accounts WHERE ws = ? AND person = ?');
  const forgetInvitations = db.prepare(`
    UPDATE invitations SET label = '', revoked_at = coalesce(revoked_at, ?1)
    WHERE ws = ?2 AND (person = ?3 OR made_by = ?3 OR (?4 <> '' AND instr(label, ?4) > 0))`);
  const forgetInAudit = db.prepare(`
    UPDATE audit SET payload = NULL, salt = NULL WHERE ws = ? AND instr(payload, ?) > 0`);
  const changePeople = db.prepare(
    'UPDATE workspaces SET people_version = people_version + 1 WHERE ws = ?',
  );
  const enter = db.prepare(`
    INSERT INTO erasures (ws, person, at, made_by) VALUES (?, ?, ?, ?)
    ON CONFLICT (ws, person) DO NOTHING`);

  return {
    erasePerson: ({ workspace: ws, person, by, atMs }: PersonErasure): boolean =>
      transact(db, () => {
        const found = findName.get(ws, person) as { display_name: string } | undefined;
        if (found === undefined) return false;
        const name = found.display_name;
        endSessions.run(ws, ws, person);
        forgetPerson.run(erasedName, atMs, ws, person);
        forgetDevices.run(noKey, atMs, ws, person);
        deletePasskeys.run(ws, person);
        deleteWorkAccounts.run(ws, person);
        forgetInvitations.run(atMs, ws, person, name);
        // As JSON has it, without the quotes: the name may stand inside a longer text.
        if (name !== erasedName) forgetInAudit.run(ws, JSON.stringify(name).slice(1, -1));
        changePeople.run(ws);
        enter.run(ws, person, atMs, by);
        audit.append(ws, atMs, 'personErased', { person, by });
        return true;
      }),

    compact: () => compact(db),
  };
}

/** Bytes of what was deleted or overwritten stay in the file and its log until both are written anew. */
export function compact(db: Database): void {
  db.exec('VACUUM');
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

/** What was erased from a database. */
export const readErasures = (db: Database): readonly PersonErasure[] =>
  db
    .prepare('SELECT ws AS workspace, person, at AS atMs, made_by AS by FROM erasures ORDER BY at')
    .all() as ErasureRecord[];

/** Does to `db` what was done to the database it takes the place of. Returns how much of it was new. */
export function replayErasures(db: Database, erasures: readonly PersonErasure[]): number {
  const done = new Set(readErasures(db).map(({ workspace, person }) => `${workspace}/${person}`));
  const tables = createErasureTables(db, createAuditChain(db));
  const missing = erasures.filter(({ workspace, person }) => !done.has(`${workspace}/${person}`));
  const erased = missing.filter((erasure) => tables.erasePerson(erasure));
  if (erased.length > 0) compact(db);
  return erased.length;
}

type ErasureRecord = {
  readonly workspace: WorkspaceId;
  readonly person: PersonId;
  readonly atMs: number;
  readonly by: PersonId | null;
};
