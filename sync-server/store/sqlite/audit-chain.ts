/** The audit trail: each row carries a hash over all before it, so that none can be changed, moved or lost unseen. */
import { hash as digest, randomBytes } from 'node:crypto';
import type { WorkspaceId } from '../../../shared/domain/ids.ts';
import type { Database } from './transaction.ts';

export type AuditChain = {
  /** Must run inside the transaction that it tells of. */
  readonly append: (workspace: WorkspaceId, atMs: number, kind: string, payload: object) => void;
};

/** Hides what an erased payload was from whoever would guess and hash. */
const saltBytes = 16;

/** Randomness is asked for in bulk: a call for each row costs more than the row. */
const saltsAtOnce = 256;

const beforeFirst = new Uint8Array(32);

export function createAuditChain(db: Database): AuditChain {
  const last = db.prepare('SELECT n, hash FROM audit WHERE ws = ? ORDER BY n DESC LIMIT 1');
  const insert = db.prepare(
    'INSERT INTO audit (ws, n, at, kind, payload, salt, payload_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  let salts = randomBytes(0);
  const nextSalt = (): Uint8Array => {
    if (salts.length === 0) salts = randomBytes(saltBytes * saltsAtOnce);
    const salt = salts.subarray(0, saltBytes);
    salts = salts.subarray(saltBytes);
    return salt;
  };
  return {
    append(workspace, atMs, kind, payload) {
      const previous = last.get(workspace) as { n: number; hash: Uint8Array } | undefined;
      const salt = nextSalt();
      const text = JSON.stringify(payload);
      const payloadHash = sha256(salt, Buffer.from(text));
      const hash = sha256(previous?.hash ?? beforeFirst, payloadHash);
      insert.run(workspace, (previous?.n ?? 0) + 1, atMs, kind, text, salt, payloadHash, hash);
    },
  };
}

/** The number of the first row that does not fit the chain; undefined when every row does. */
export function findBrokenAuditRow(db: Database, workspace: WorkspaceId): number | undefined {
  const rows = db.prepare('SELECT * FROM audit WHERE ws = ? ORDER BY n').iterate(workspace);
  let previous: Uint8Array = beforeFirst;
  let expected = 1;
  for (const row of rows as Iterable<AuditRow>) {
    const isErased = row.payload === null || row.salt === null;
    const payloadHash = isErased ? row.payload_hash : sha256(row.salt, Buffer.from(row.payload));
    const fits =
      row.n === expected &&
      isEqual(payloadHash, row.payload_hash) &&
      isEqual(sha256(previous, payloadHash), row.hash);
    if (!fits) return expected;
    previous = row.hash;
    expected += 1;
  }
  return undefined;
}

type AuditRow = {
  readonly n: number;
  readonly payload: string | null;
  readonly salt: Uint8Array | null;
  readonly payload_hash: Uint8Array;
  readonly hash: Uint8Array;
};

const sha256 = (first: Uint8Array, second: Uint8Array): Uint8Array =>
  digest('sha256', Buffer.concat([first, second]), 'buffer');

const isEqual = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
