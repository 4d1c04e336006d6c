import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DocumentId, WorkspaceId } from '../../../../shared/domain/ids.ts';
import {
  createAuditChain,
  endOfAudit,
  findAuditFault,
} from '../../../../sync-server/store/sqlite/audit-chain.ts';
import type { Database } from '../../../../sync-server/store/sqlite/transaction.ts';
import { auditedDatabase } from '../../../support/audited-database.ts';

/** Rows 1 and 2 tell of Ada's coming, then edits and refusals take turns. */
const rows = 8;

/** What `work` does to the database is undone afterwards. */
function tampered<T>(db: Database, tamper: () => void, look: () => T): T {
  db.exec('SAVEPOINT honest');
  try {
    tamper();
    return look();
  } finally {
    db.exec('ROLLBACK TO honest; RELEASE honest');
  }
}

it('tells of every invitation, join, edit and refusal', async () => {
  const { db } = await auditedDatabase();
  const kinds = db.prepare('SELECT kind FROM audit ORDER BY n').all() as { kind: string }[];
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'invited',
    'joined',
    'updates',
    'refused',
    'updates',
    'refused',
    'updates',
    'refused',
  ]);
});

it('names the row, whichever is changed in whatever it says', async () => {
  const { db, workspace } = await auditedDatabase();
  expect(findAuditFault(db, workspace)).toBeUndefined();
  const columns = ['at', 'kind', 'payload', 'salt', 'payload_hash', 'hash'] as const;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: rows }),
      fc.constantFrom(...columns),
      fc.nat(),
      (n, column, place) => {
        const { value } = db.prepare(`SELECT ${column} AS value FROM audit WHERE n = ?`).get(n) as {
          value: number | string | Uint8Array;
        };
        const fault = tampered(
          db,
          () => db.prepare(`UPDATE audit SET ${column} = ? WHERE n = ?`).run(flip(value, place), n),
          () => findAuditFault(db, workspace),
        );
        expect(fault).toEqual({ n, problem: 'changed' });
      },
    ),
  );
});

it('names the place of a lost row, also of the last ones', async () => {
  const { db, workspace } = await auditedDatabase();
  fc.assert(
    fc.property(fc.integer({ min: 1, max: rows }), fc.boolean(), (n, isCut) => {
      const fault = tampered(
        db,
        () => db.prepare(`DELETE FROM audit WHERE ${isCut ? 'n >= ?' : 'n = ?'}`).run(n),
        () => findAuditFault(db, workspace),
      );
      expect(fault).toEqual({ n, problem: 'lost' });
    }),
  );
});

it('names the first of two rows that changed places', async () => {
  const { db, workspace } = await auditedDatabase();
  const swap = db.prepare('UPDATE audit SET n = ? WHERE n = ?');
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: rows }), { minLength: 2, maxLength: 2 }),
      ([a = 0, b = 0]) => {
        const fault = tampered(
          db,
          () => [swap.run(99, a), swap.run(a, b), swap.run(b, 99)],
          () => findAuditFault(db, workspace),
        );
        expect(fault).toEqual({ n: Math.min(a, b), problem: 'changed' });
      },
    ),
  );
});

it('notices a cut also when rows were added after it', async () => {
  const { db, workspace } = await auditedDatabase();
  db.exec('DELETE FROM audit WHERE n > 6');
  createAuditChain(db).append(workspace, 1, 'invited', {});
  expect(findAuditFault(db, workspace)).toEqual({ n: 7, problem: 'lost' });
});

it('notices a row beyond the end that the workspace notes', async () => {
  const { db, workspace } = await auditedDatabase();
  const end = endOfAudit(db, workspace);
  createAuditChain(db).append(workspace, 1, 'invited', {});
  db.prepare('UPDATE workspaces SET audit_n = ?, audit_hash = ?').run(end.n, end.hash);
  expect(findAuditFault(db, workspace)).toEqual({ n: rows + 1, problem: 'unexpected' });
});

it('names the record of a row when that was changed or taken out', async () => {
  const { db, workspace } = await auditedDatabase();
  const doc = '01900000-0000-7000-8000-000000000001' as DocumentId;
  createAuditChain(db).append(workspace, 1, 'decided', { seq: 9, doc }, doc);
  expect(findAuditFault(db, workspace)).toBeUndefined();
  for (const [n, changed] of [
    [rows, doc],
    [rows + 1, null],
    [rows + 1, 'another'],
  ] as const) {
    const fault = tampered(
      db,
      () => db.prepare('UPDATE audit SET doc = ? WHERE n = ?').run(changed, n),
      () => findAuditFault(db, workspace),
    );
    expect(fault).toEqual({ n, problem: 'changed', column: 'doc' });
  }
});

it('does not take a trail of one workspace for that of another', async () => {
  const { db, workspace } = await auditedDatabase();
  const other = '01900000-0000-7000-8000-000000000002' as WorkspaceId;
  db.exec('PRAGMA foreign_keys = OFF');
  db.prepare('UPDATE audit SET ws = ? WHERE ws = ?').run(other, workspace);
  db.prepare('UPDATE workspaces SET ws = ? WHERE ws = ?').run(other, workspace);
  expect(findAuditFault(db, other)).toEqual({ n: 1, problem: 'changed' });
});

const earlierForms = {
  'the payload alone': () => '',
  'neither workspace nor record': ({ n, at, kind }: PlainRow) => JSON.stringify([n, at, kind]),
};

it.each(Object.entries(earlierForms))(
  'follows a trail whose first rows hash %s, as earlier servers wrote them, and no later rows of that kind',
  async (_, said) => {
    const { db, workspace } = await auditedDatabase();
    const hashAgain = (first: number, before: Uint8Array) => {
      let hash = before;
      const plain = db
        .prepare('SELECT n, at, kind, payload_hash AS payload FROM audit WHERE n >= ? ORDER BY n')
        .all(first) as PlainRow[];
      for (const row of plain) {
        hash = createHash('sha256').update(hash).update(row.payload).update(said(row)).digest();
        db.prepare('UPDATE audit SET hash = ? WHERE n = ?').run(hash, row.n);
      }
      db.prepare('UPDATE workspaces SET audit_hash = ?').run(hash);
    };
    hashAgain(1, new Uint8Array(32));
    createAuditChain(db).append(workspace, 1, 'invited', {});
    createAuditChain(db).append(workspace, 2, 'invited', {});
    expect(findAuditFault(db, workspace)).toBeUndefined();
    const changed = tampered(
      db,
      () => db.prepare('UPDATE audit SET at = 2 WHERE n = ?').run(rows + 1),
      () => findAuditFault(db, workspace),
    );
    expect(changed).toEqual({ n: rows + 1, problem: 'changed' });
    const { hash } = db.prepare('SELECT hash FROM audit WHERE n = ?').get(rows + 1) as {
      hash: Uint8Array;
    };
    hashAgain(rows + 2, hash);
    expect(findAuditFault(db, workspace)).toEqual({ n: rows + 2, problem: 'changed' });
  },
);

type PlainRow = {
  readonly n: number;
  readonly at: number;
  readonly kind: string;
  readonly payload: Uint8Array;
};

it('stays whole when payloads are erased with their salts, and not when one of the two is', async () => {
  const { db, workspace } = await auditedDatabase();
  for (let n = 1; n <= rows; n++) {
    db.prepare('UPDATE audit SET payload = NULL, salt = NULL WHERE n = ?').run(n);
    expect(findAuditFault(db, workspace)).toBeUndefined();
  }
  db.exec("UPDATE audit SET salt = x'00' WHERE n = 4");
  expect(findAuditFault(db, workspace)).toEqual({ n: 4, problem: 'changed' });
});

function flip(value: number | string | Uint8Array, place: number): number | string | Uint8Array {
  if (typeof value === 'number') return value ^ (1 << (place % 31));
  if (typeof value === 'string') {
    const at = place % value.length;
    return `${value.slice(0, at)}${value[at] === 'x' ? 'y' : 'x'}${value.slice(at + 1)}`;
  }
  const flipped = Uint8Array.from(value);
  const at = place % flipped.length;
  flipped[at] = (flipped[at] ?? 0) ^ (1 << (place % 8));
  return flipped;
}
