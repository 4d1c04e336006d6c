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
      const row = { n, at, kind, payloadHash, doc: doc ?? null };
      const hash = linkHash(end.hash ?? beforeFirst, row, workspace);
      insert.run(workspace, n, at, kind, text, salt, payloadHash, hash, row.doc);
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
  /** What of a changed row it was, where that can be proved. */
  readonly column?: 'doc';
};

/**
 * Walks a trail from its first row on. Early servers hashed less of a row; once a row was of a form, none after
 * it is of an earlier one.
 */
type Walk = { readonly n: number; readonly hash: Uint8Array; readonly form: number };

const start: Walk = { n: 0, hash: beforeFirst, form: 0 };

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
    const next = follow(walk, row, workspace);
    if (next === undefined) {
      const isDoc = isDocChanged(walk, row, workspace);
      return { n, problem: 'changed', ...(isDoc && { column: 'doc' as const }) };
    }
    walk = next;
  }
  if (walk.n < end.n) return { n: walk.n + 1, problem: 'lost' };
  if (walk.n > end.n) return { n: end.n + 1, problem: 'unexpected' };
  return isEqual(walk.hash, end.hash ?? beforeFirst)
    ? undefined
    : { n: walk.n, problem: 'changed' };
}

/** undefined when the row is not the one that was written after `walk`. */
function follow(walk: Walk, row: AuditRow, workspace: WorkspaceId): Walk | undefined {
  if (!isPayloadWhole(row)) return undefined;
  const { n, hash } = row;
  const form = forms.findLastIndex((hashOf) => isEqual(hashOf(walk.hash, row, workspace), hash));
  return form < walk.form ? undefined : { n, hash, form };
}

function isPayloadWhole({ payload, salt, payloadHash }: AuditRow): boolean {
  if (payload === null || salt === null) return payload === null && salt === null;
  return isEqual(sha256(salt, Buffer.from(payload)), payloadHash);
}

/** A payload tells which record it is about, so a row that is whole with that one had its `doc` changed. */
function isDocChanged(walk: Walk, row: AuditRow, workspace: WorkspaceId): boolean {
  const told = /"doc":"([^"]+)"/.exec(row.payload ?? '')?.[1] ?? null;
  return [null, told].some((doc) => follow(walk, { ...row, doc }, workspace) !== undefined);
}

/** Row by row, so that a long trail takes no memory. */
export const auditRowsOf = (db: Database, workspace: WorkspaceId): Iterable<AuditRow> =>
  db
    .prepare(`${selectAudit} WHERE ws = ? ORDER BY n`)
    .iterate(workspace) as Iterable<unknown> as Iterable<AuditRow>;

export const selectAudit =
  'SELECT n, at, kind, payload, salt, payload_hash AS payloadHash, hash, doc FROM audit';

type Linked = Pick<AuditRow, 'n' | 'at' | 'kind' | 'payloadHash' | 'doc'>;
type Form = (previous: Uint8Array, row: Linked, workspace: WorkspaceId) => Uint8Array;

/** SHA-256 over the hash before, the payload's, and all else that the row says. */
const linkHash: Form = (previous, { n, at, kind, payloadHash, doc }, workspace) =>
  sha256(previous, joined(payloadHash, [n, at, kind, workspace, doc]));

/** What a row's hash was over, in the order in which servers learned it; rows are written in the last form. */
const forms: readonly Form[] = [
  (previous, { payloadHash }) => sha256(previous, payloadHash),
  (previous, { n, at, kind, payloadHash }) => sha256(previous, joined(payloadHash, [n, at, kind])),
  linkHash,
];

const joined = (payloadHash: Uint8Array, said: readonly unknown[]): Uint8Array =>
  Buffer.concat([payloadHash, Buffer.from(JSON.stringify(said))]);

const sha256 = (first: Uint8Array, second: Uint8Array): Uint8Array =>
  digest('sha256', Buffer.concat([first, second]), 'buffer');

const isEqual = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
