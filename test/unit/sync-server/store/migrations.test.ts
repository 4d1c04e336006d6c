import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it } from 'vitest';
import { firstAdministratorRoles } from '../../../../shared/domain/person.ts';
import { migrate, newestSchema } from '../../../../sync-server/store/sqlite/migrate.ts';
import { storeOn } from '../../../../sync-server/store/sqlite/sqlite-store.ts';
import start from '../../../../sync-server/store/sqlite/migrations/001-start.sql?raw';
import { systemDeps } from '../../../support/sync-core.ts';

it('makes contributors of members, and leaves administrators nothing less than they had', async () => {
  const db = new DatabaseSync(':memory:');
  db.exec(`${start}
    PRAGMA user_version = 1;
    INSERT INTO workspaces (ws, name, people_version) VALUES ('w', 'Gemba', 4);
    INSERT INTO people (ws, person, display_name, role, joined_at) VALUES
      ('w', 'p1', 'Ada', 'admin', 1), ('w', 'p2', 'Ben', 'member', 2);
    INSERT INTO invitations (ws, token_hash, kind, made_by, created_at, expires_at) VALUES
      ('w', 't1', 'member', 'p1', 0, 1), ('w', 't2', 'ownDevice', 'p1', 0, 1);`);
  migrate(db);
  expect(
    db.prepare('SELECT token_hash AS hash, roles FROM invitations ORDER BY hash').all(),
  ).toEqual([
    { hash: 't1', roles: '["contributor"]' },
    { hash: 't2', roles: null },
  ]);
  const store = storeOn(db, systemDeps);
  const { id } = store.lineage.workspace;
  expect(await store.listPeople(id)).toMatchObject([
    { displayName: 'Ada', roles: firstAdministratorRoles, isRemoved: false },
    { displayName: 'Ben', roles: ['contributor'], isRemoved: false },
  ]);
  expect(await store.hasAdministrator(id)).toBe(true);
  expect((await store.position(id)).peopleVersion).toBeGreaterThan(4);
  expect(store.lineage.schema).toBe(newestSchema);
  await store.close();
});
