import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dataFileIn } from '../../../../sync-server/store/sqlite/data-file.ts';
import { exportAudit, verifyIn } from '../../../../sync-server/store/sqlite/inspect-data-file.ts';
import { auditedDatabase } from '../../../support/audited-database.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gemba-test-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

it('looks at a database that a server has open', async () => {
  const { core } = await auditedDatabase(dataFileIn(dir));
  expect(verifyIn(dir)).toMatchObject({ ok: true, value: { isWhole: true } });
  await core.close();
});

it('exports every row as a line, and overwrites nothing', async () => {
  const { core, db, workspace } = await auditedDatabase(dataFileIn(dir));
  db.exec('UPDATE audit SET payload = NULL, salt = NULL WHERE n = 2');
  await core.close();
  const file = join(dir, 'audit.jsonl');
  expect(exportAudit(dir, file)).toEqual({ ok: true, value: undefined });
  const rows = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(rows[1]).toMatchObject({ ws: workspace, payload: null, salt: null, kind: 'joined' });
  expect(exportAudit(dir, file)).toMatchObject({ ok: false });
});

it('says so where there is no database, or none that can be read', () => {
  expect(verifyIn(dir)).toMatchObject({ ok: false });
  writeFileSync(dataFileIn(dir), 'not a database'.repeat(100));
  expect(verifyIn(dir)).toMatchObject({ ok: false });
});
