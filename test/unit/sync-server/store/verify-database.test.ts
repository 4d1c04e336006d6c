import { expect, it } from 'vitest';
import { endOfAudit } from '../../../../sync-server/store/sqlite/audit-chain.ts';
import { verifyDatabase } from '../../../../sync-server/store/sqlite/verify-database.ts';
import { bytesToHex } from '../../../../shared/domain/ids.ts';
import { auditedDatabase } from '../../../support/audited-database.ts';

it('finds an untouched database whole, and says where its trail ends', async () => {
  const { db, workspace } = await auditedDatabase();
  const { n, hash } = endOfAudit(db, workspace);
  expect(verifyDatabase(db)).toEqual({
    isWhole: true,
    lines: [
      'The file is sound.',
      `Workspace ${workspace}: 3 documents, 3 updates, 8 audit rows (0 erased), ends with row ${n} ${bytesToHex(hash ?? new Uint8Array())}`,
    ],
  });
});

it.each([
  [
    'a changed row',
    `UPDATE audit SET at = at + 1 WHERE n = 4`,
    'audit row 4 is not what was written.',
  ],
  [
    'a row said to hold words of a record',
    `UPDATE audit SET doc = 'another' WHERE n = 4`,
    'audit row 4 is not what was written, in its doc.',
  ],
  ['a lost row', `DELETE FROM audit WHERE n = 5`, 'audit row 5 is missing.'],
  ['a trail cut short', `DELETE FROM audit WHERE n > 6`, 'audit row 7 is missing.'],
  [
    'an update that nobody is said to have made',
    `UPDATE updates SET person = 'somebody' WHERE seq = 2`,
    'update 2 of .* is not in the audit trail.',
  ],
  [
    'changed bytes',
    `UPDATE updates SET bytes = x'00' WHERE seq = 2`,
    'update 2 of .* is not what its name says.',
  ],
  [
    'another name for an update',
    `UPDATE updates SET uid = 'another' WHERE seq = 3`,
    'update 3 of .* is not in the audit trail.',
  ],
  ['a lost count', `UPDATE workspaces SET documents = 2`, '2 documents are counted, 3 are there.'],
  [
    'a number taken back',
    `UPDATE workspaces SET seq = 2`,
    'update 3 is beyond the last number given, 2.',
  ],
  [
    'a lost workspace',
    `PRAGMA foreign_keys = OFF; DELETE FROM workspaces`,
    'audit row 1 was never written.',
  ],
])('names %s', async (_, tamper, sentence) => {
  const { db, workspace } = await auditedDatabase();
  db.exec(tamper);
  const { isWhole, lines } = verifyDatabase(db);
  expect(isWhole).toBe(false);
  expect(lines).toContainEqual(
    expect.stringMatching(new RegExp(`FAULT Workspace ${workspace}: ${sentence}`)),
  );
});

it('is not misled by an erased payload', async () => {
  const { db } = await auditedDatabase();
  for (const kind of ['refused', 'updates']) {
    db.prepare('UPDATE audit SET payload = NULL, salt = NULL WHERE kind = ?').run(kind);
    expect(verifyDatabase(db)).toMatchObject({ isWhole: true });
  }
});
