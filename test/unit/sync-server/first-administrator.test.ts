import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { inviteAdministrator } from '../../../sync-server/auth/invitations.ts';
import { dataFileIn } from '../../../sync-server/store/sqlite/data-file.ts';
import { createSqliteStore } from '../../../sync-server/store/sqlite/sqlite-store.ts';
import { joinPerson } from '../../support/http-person.ts';
import { joinAsPlainDevice } from '../../support/plain-device.ts';
import { startServer } from '../../support/start-server.ts';
import { systemDeps } from '../../support/sync-core.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'gemba-test-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

it('gets a new link at every start until there is one, and the old ones end', async () => {
  const first = await startServer({ dataDir });
  await first.stop();
  const second = await startServer({ dataDir });
  await expect(joinAsPlainDevice(second.url, first.adminToken, 'Ada')).rejects.toThrow('410');
  await joinAsPlainDevice(second.url, second.adminToken, 'Ada');
  await second.stop();
  const third = await startServer({ dataDir });
  expect(third.adminLink).toBeUndefined();
  await third.stop();
});

it('lets a further administrator in by a link from the command line, made while a server runs or not', async () => {
  const makeLink = async () => {
    const store = createSqliteStore(dataFileIn(dataDir), systemDeps);
    const token = await inviteAdministrator({ ...systemDeps, store }, store.lineage.workspace.id);
    await store.close();
    return token;
  };
  const whileStopped = await makeLink();
  const server = await startServer({ dataDir });
  for (const token of [whileStopped, await makeLink()]) {
    expect((await joinPerson(server.url, token)).person.roles).toContain('admin');
  }
  await server.stop();
});
