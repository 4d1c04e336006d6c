/** A database that an earlier server has left: what it held still works. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it } from 'vitest';
import { createSqliteStore } from '../../../../sync-server/store/sqlite/sqlite-store.ts';
import { systemDeps } from '../../../support/sync-core.ts';

const sqlOf = (name: string) =>
  readFileSync(
    new URL(`../../../../sync-server/store/sqlite/migrations/${name}`, import.meta.url),
    'utf8',
  );

it('links made before they had uses and roles work as they did', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gemba-migrate-'));
  const file = join(folder, 'gemba.sqlite');
  const db = new DatabaseSync(file);
  db.exec(sqlOf('001-start.sql'));
  db.exec(`
    PRAGMA user_version = 1;
    INSERT INTO workspaces (ws, name) VALUES ('w', 'Gemba');
    INSERT INTO people (ws, person, display_name, role, joined_at) VALUES ('w', 'ada', 'Ada', 'admin', 1);
    INSERT INTO devices (ws, device, person, public_key, joined_at) VALUES ('w', 'phone', 'ada', x'00', 5);
    INSERT INTO invitations (ws, token_hash, kind, made_by, created_at, expires_at, spent_at) VALUES
      ('w', 'a', 'member', 'ada', 1, 9000, NULL),
      ('w', 'b', 'ownDevice', 'ada', 2, 9000, NULL),
      ('w', 'c', 'admin', 'ada', 3, 9000, 4);`);
  db.close();
  const store = createSqliteStore(file, systemDeps);
  const ws = store.lineage.workspace.id;
  expect(await store.listInvitations(ws, 10)).toMatchObject([
    { for: 'ownDevice', person: 'ada', by: 'ada', roles: [], usesLeft: 1 },
    { for: 'person', person: null, by: 'ada', usesLeft: 1 },
  ]);
  const ada = (await store.listPeople(ws))[0];
  expect(await store.listDevices(ws, ada?.id ?? ('' as never))).toMatchObject([
    { id: 'phone', name: '', lastSeenAt: 5 },
  ]);
  await store.close();
  rmSync(folder, { recursive: true });
});
