import { expect, it } from 'vitest';
import { findBrokenAuditRow } from '../../../../sync-server/store/sqlite/audit-chain.ts';
import { openDatabase } from '../../../../sync-server/store/sqlite/database.ts';
import { storeOn } from '../../../../sync-server/store/sqlite/sqlite-store.ts';
import { captureOn } from '../../../support/record-on-device.ts';
import { createSyncCore, systemDeps } from '../../../support/sync-core.ts';

async function auditedDatabase() {
  const db = openDatabase(':memory:');
  const core = createSyncCore(systemDeps, { store: storeOn(db, systemDeps) });
  const ada = await core.join();
  for (const text of ['One', 'Two', 'Three']) {
    const { docId, first } = captureOn(ada.session, text);
    const items = [first, first.slice(1)].map((bytes) => ({ docId, bytes }));
    await core.replication.push(ada.session, ada.pushOf(items));
  }
  return { db, workspace: core.store.lineage.workspace.id };
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

it.each([
  [
    'a changed payload',
    `UPDATE audit SET payload = replace(payload, '"seq":1', '"seq":9') WHERE n = 3`,
    3,
  ],
  ['a changed hash', `UPDATE audit SET hash = zeroblob(32) WHERE n = 4`, 4],
  ['a lost row', `DELETE FROM audit WHERE n = 5`, 5],
  [
    'two rows that changed places',
    `UPDATE audit SET n = CASE n WHEN 3 THEN 14 ELSE 13 END WHERE n IN (3, 4); UPDATE audit SET n = n - 10 WHERE n > 10`,
    3,
  ],
])('names the place of %s', async (_, tamper, place) => {
  const { db, workspace } = await auditedDatabase();
  expect(findBrokenAuditRow(db, workspace)).toBeUndefined();
  db.exec(tamper);
  expect(findBrokenAuditRow(db, workspace)).toBe(place);
});

it('stays whole when a payload is erased', async () => {
  const { db, workspace } = await auditedDatabase();
  db.exec('UPDATE audit SET payload = NULL, salt = NULL WHERE n = 3');
  expect(findBrokenAuditRow(db, workspace)).toBeUndefined();
});
