import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it } from 'vitest';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { firstAdministratorRoles } from '../../../../shared/domain/person.ts';
import { migrate, newestSchema } from '../../../../sync-server/store/sqlite/migrate.ts';
import { storeOn } from '../../../../sync-server/store/sqlite/sqlite-store.ts';
import erasedNames from '../../../../sync-server/store/sqlite/migrations/013-erased-names.sql?raw';
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
    { hash: 't2', roles: '[]' },
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

it('takes the English words out of the place of erased names, and no name that somebody has', async () => {
  const db = new DatabaseSync(':memory:');
  migrate(db);
  db.exec(`
    INSERT INTO workspaces (ws, name, people_version) VALUES ('w', 'Gemba', 4);
    INSERT INTO people (ws, person, display_name, roles, joined_at) VALUES
      ('w', 'p1', 'Former member', '[]', 1), ('w', 'p2', 'Former member', '[]', 2);
    INSERT INTO erasures (ws, person, at) VALUES ('w', 'p1', 3);`);
  db.exec(erasedNames);
  const store = storeOn(db, systemDeps);
  const { id } = store.lineage.workspace;
  const people = await store.listPeople(id);
  expect(people.map(({ displayName }) => displayName)).toEqual(['', 'Former member']);
  expect((await store.position(id)).peopleVersion).toBe(5);
  await store.close();
});

it('lets links made before they had uses and a label work as they did', async () => {
  const db = new DatabaseSync(':memory:');
  db.exec(`${start}
    PRAGMA user_version = 1;
    INSERT INTO workspaces (ws, name) VALUES ('w', 'Gemba');
    INSERT INTO people (ws, person, display_name, role, joined_at) VALUES ('w', 'ada', 'Ada', 'admin', 1);
    INSERT INTO devices (ws, device, person, public_key, joined_at) VALUES ('w', 'phone', 'ada', x'00', 5);
    INSERT INTO invitations (ws, token_hash, kind, made_by, created_at, expires_at, spent_at) VALUES
      ('w', 'a', 'member', 'ada', 1, 9000, NULL),
      ('w', 'b', 'ownDevice', 'ada', 2, 9000, NULL),
      ('w', 'c', 'admin', 'ada', 3, 9000, 4);`);
  migrate(db);
  const store = storeOn(db, systemDeps);
  const { id } = store.lineage.workspace;
  expect(await store.listInvitations(id, 10)).toMatchObject([
    { for: 'ownDevice', person: 'ada', by: 'ada', roles: [], usesLeft: 1 },
    { for: 'person', person: null, by: 'ada', roles: ['contributor'], usesLeft: 1 },
  ]);
  const [ada] = await store.listPeople(id);
  expect(await store.listDevices(id, ada?.id ?? ('' as PersonId))).toMatchObject([
    { id: 'phone', name: '', lastSeenAt: 5 },
  ]);
  await store.close();
});
