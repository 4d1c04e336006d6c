/** The audit trail: each row carries a hash over all before it, so that none can be changed, moved or lost unseen. */
import { hash as digest, randomBytes } from 'node:crypto';
import type { DocumentId, WorkspaceId } from '../../../shared/domain/ids.ts';
import type { AuditRow } from '../history-store.ts';
import type { Database } from './transaction.ts';

export type AuditChain = {
  /** Must run inside the transaction that it tells of. `doc`: whose words it holds, for when that is purged. */
  readonly append: (
    workspace: WorkspaceId,
    atMs: number,
    kind: string,
    payload: object,
    doc?: DocumentId,
  ) => void;
};

/** Hides what an erased payload was from whoever would guess and hash. */
const saltBytes = 16;

/** Randomness is asked for in bulk: a call for each row costs more than the row. */
const saltsAtOnce = 256;

const beforeFirst = new Uint8Array(32);

export function createAuditChain(db: Database): AuditChain {
  // The end is kept with the workspace: had it been read from the trail, a row after a cut would hide the cut.
  const findEnd = db.prepare(
    'SELECT audit_n AS n, audit_hash AS hash FROM workspaces WHERE ws = ?',
  );
  const moveEnd = db.prepare('UPDATE workspaces SET audit_n = ?, audit_hash = ? WHERE ws = ?');
  const insert = db.prepare(
    'INSERT INTO audit (ws, n, at, kind, payload, salt, payload_hash, hash, doc) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  let salts = randomBytes(0);
  const nextSalt = (): Uint8Array => {
    if (salts.length === 0) salts = randomBytes(saltBytes * saltsAtOnce);
    const salt = salts.subarray(0, saltBytes);
    salts = salts.subarray(saltBytes);
    return salt;
  };
  return {
    append(workspace, at, kind, payload, doc) {
      const end = findEnd.get(workspace) as AuditEnd;
      const n = end.n + 1;
      const salt = nextSalt();
      const text = JSON.stringify(payload);
      const payloadHash = sha256(salt, Buffer.from(text));
      const hash = linkHash(end.hash ?? beforeFirst, { n, at, kind, payloadHash });
      insert.run(workspace, n, at, kind, text, salt, payloadHash, hash, doc ?? null);
      moveEnd.run(n, hash, workspace);
    },
  };
}

export type AuditEnd = { readonly n: number; readonly hash: Uint8Array | null };

const noEnd: AuditEnd = { n: 0, hash: null };

/** Where a workspace's trail ends, as the workspace notes it. */
export const endOfAudit = (db: Database, workspace: WorkspaceId): AuditEnd =>
  (db
    .prepare('SELECT audit_n AS n, audit_hash AS hash FROM workspaces WHERE ws = ?')
    .get(workspace) as AuditEnd | undefined) ?? noEnd;

export type AuditFault = {
  readonly n: number;
  /** `lost`: there is no such row, though there must be. */
  readonly problem: 'changed' | 'lost' | 'unexpected';
};

/** Walks a trail from its first row on. `isFirstForm` = so far every row was of the form that hashed less. */
type Walk = { readonly n: number; readonly hash: Uint8Array; readonly isFirstForm: boolean };

const start: Walk = { n: 0, hash: beforeFirst, isFirstForm: true };

/**
 * The first place where a workspace's trail is not what was written: a row changed or out of its place, or
 * missing, also at the end, as far as the workspace's own note of the end can tell.
 */
export function findAuditFault(db: Database, workspace: WorkspaceId): AuditFault | undefined {
  const end = endOfAudit(db, workspace);
  let walk = start;
  for (const row of auditRowsOf(db, workspace)) {
    const n = walk.n + 1;
    if (row.n !== n) return { n: Math.min(n, row.n), problem: row.n > n ? 'lost' : 'unexpected' };
    const next = follow(walk, row);
    if (next === undefined) return { n, problem: 'changed' };
    walk = next;
  }
  if (walk.n < end.n) return { n: walk.n + 1, problem: 'lost' };
  if (walk.n > end.n) return { n: end.n + 1, problem: 'unexpected' };
  return isEqual(walk.hash, end.hash ?? beforeFirst)
    ? undefined
    : { n: walk.n, problem: 'changed' };
}

/** undefined when the row is not the one that was written after `walk`. */
function follow(walk: Walk, row: AuditRow): Walk | undefined {
  const { n, payload, salt, payloadHash, hash } = row;
  const isErased = payload === null && salt === null;
  if (!isErased) {
    if (payload === null || salt === null) return undefined;
    if (!isEqual(sha256(salt, Buffer.from(payload)), payloadHash)) return undefined;
  }
  if (isEqual(linkHash(walk.hash, row), hash)) return { n, hash, isFirstForm: false };
  const isFirstForm = walk.isFirstForm && isEqual(sha256(walk.hash, payloadHash), hash);
  return isFirstForm ? { n, hash, isFirstForm } : undefined;
}

/** Row by row, so that a long trail takes no memory. */
export const auditRowsOf = (db: Database, workspace: WorkspaceId): Iterable<AuditRow> =>
  db
    .prepare(`${selectAudit} WHERE ws = ? ORDER BY n`)
    .iterate(workspace) as Iterable<unknown> as Iterable<AuditRow>;

export const selectAudit =
  'SELECT n, at, kind, payload, salt, payload_hash AS payloadHash, hash FROM audit';

/** SHA-256 over the hash before, the payload's, and what else the row says. */
const linkHash = (
  previous: Uint8Array,
  { n, at, kind, payloadHash }: Pick<AuditRow, 'n' | 'at' | 'kind' | 'payloadHash'>,
): Uint8Array =>
  sha256(previous, Buffer.concat([payloadHash, Buffer.from(JSON.stringify([n, at, kind]))]));

const sha256 = (first: Uint8Array, second: Uint8Array): Uint8Array =>
  digest('sha256', Buffer.concat([first, second]), 'buffer');

const isEqual = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
