/** A person who was erased is in no byte of the database, its log, or a backup that was brought back. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sessionAnswer } from '../../../../shared/protocol/session.ts';
import { paths } from '../../../../shared/protocol/paths.ts';
import { closeCodes } from '../../../../shared/protocol/refusals.ts';
import {
  backUpTo,
  dataFileIn,
  erasePersonIn,
  restoreFrom,
} from '../../../../sync-server/store/sqlite/data-file.ts';
import { verifyIn } from '../../../../sync-server/store/sqlite/inspect-data-file.ts';
import { openDatabase } from '../../../../sync-server/store/sqlite/database.ts';
import { createAuditChain } from '../../../../sync-server/store/sqlite/audit-chain.ts';
import { joinAsPlainDevice, type PlainDevice } from '../../../support/plain-device.ts';
import { openSocket } from '../../../support/raw-socket.ts';
import { captureOn } from '../../../support/record-on-device.ts';
import { type StartedServer, startServer } from '../../../support/start-server.ts';
import { systemDeps } from '../../../support/sync-core.ts';

const marker = 'Xanthippe Quodlibet';

let dataDir: string;
let server: StartedServer;
let ada: PlainDevice;
let xan: PlainDevice;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'gemba-test-'));
  server = await startServer({ dataDir });
  ada = await joinAsPlainDevice(server.url, server.adminToken, 'Ada');
  xan = await joinAsPlainDevice(server.url, await ada.invite('member'), marker);
});
afterEach(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true });
});

const whoIs = async (device: PlainDevice) => {
  const answer = await fetch(server.url + paths.session, { headers: device.headers() });
  return sessionAnswer.parse(await answer.json()).person;
};
const erase = (by: PlainDevice, person: string) =>
  fetch(`${server.url}${paths.people}/${person}/erase`, { method: 'POST', headers: by.headers() });

/** Files of the data folder in which the bytes of `text` are. */
const filesWith = (text: string): readonly string[] =>
  readdirSync(dataDir).filter((file) => readFileSync(join(dataDir, file)).includes(text));

describe('an erased person', () => {
  it('is forgotten, and what they wrote stays a former member’s', async () => {
    const { id } = await whoIs(xan);
    const { docId, first } = captureOn(xan, 'Fewer forms');
    await xan.push([{ docId, bytes: first }]);
    const poke = await openSocket(`${server.url.replace('http', 'ws')}/sync/poke`, xan.headers());
    await poke.find(() => true);
    // A name in the trail, as a change of names would leave it.
    const db = openDatabase(dataFileIn(dataDir));
    createAuditChain(db).append(server.store.lineage.workspace.id, 1, 'renamed', { to: marker });
    db.close();
    expect(filesWith(marker)).not.toEqual([]);

    expect((await erase(ada, id)).status).toBe(200);

    expect((await poke.closed).code).toBe(closeCodes.revoked);
    expect(filesWith(marker)).toEqual([]);
    const { people, items } = await ada.pull(null);
    expect(items).toHaveLength(1);
    expect(people?.list.find((person) => person.id === id)).toMatchObject({
      displayName: '',
      isRemoved: true,
      roles: [],
      actors: [xan.actor],
    });
    await expect(xan.pull(null)).rejects.toThrow('signIn');
    expect(verifyIn(dataDir)).toMatchObject({ ok: true, value: { isWhole: true } });
  });

  it('is forgotten again by a backup from before', async () => {
    const { id } = await whoIs(xan);
    const backup = join(tmpdir(), `gemba-backup-${id}.sqlite`);
    expect(backUpTo(dataDir, backup)).toMatchObject({ ok: true });
    expect(readFileSync(backup).includes(marker)).toBe(true);
    await erase(ada, id);
    await server.stop();
    expect(restoreFrom(dataDir, backup, systemDeps)).toMatchObject({ ok: true });
    rmSync(backup);
    expect(filesWith(marker)).toEqual([]);
    server = await startServer({ dataDir });
    const people = await server.store.listPeople(server.store.lineage.workspace.id);
    expect(people.map(({ displayName }) => displayName)).toEqual(['Ada', '']);
    expect(verifyIn(dataDir)).toMatchObject({ ok: true, value: { isWhole: true } });
  });

  it('is forgotten on the command line, while the server runs', async () => {
    const { id } = await whoIs(xan);
    expect(erasePersonIn(dataDir, id as never, systemDeps)).toEqual({ ok: true, value: undefined });
    expect(filesWith(marker)).toEqual([]);
    expect(erasePersonIn(dataDir, ada.device as never, systemDeps)).toMatchObject({ ok: false });
  });

  it('can’t come back as who they were', async () => {
    const { id } = await whoIs(xan);
    const link = await ada.invite('member');
    await erase(ada, id);
    // Erased once more, there is no name that a link could hold.
    await erase(ada, id);
    const again = await joinAsPlainDevice(server.url, link, 'Xan');
    expect((await whoIs(again)).id).not.toBe(id);
  });
});

it('nobody but an administrator erases, and never the last one', async () => {
  const [adaIs, xanIs] = [await whoIs(ada), await whoIs(xan)];
  expect((await erase(xan, xanIs.id)).status).toBe(403);
  expect((await erase(ada, ada.device)).status).toBe(404);
  expect((await erase(ada, adaIs.id)).status).toBe(409);
  expect(await whoIs(ada)).toEqual(adaIs);
});
