/** A guest asks every route for what is somebody else's: no name and no word of people who have nothing to do with them comes out. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { cborMediaType, encodeFrame } from '../../../shared/protocol/frame.ts';
import { paths } from '../../../shared/protocol/paths.ts';
import { protocolVersion } from '../../../shared/protocol/version.ts';
import { type AppDeps, createApp } from '../../../sync-server/http/app.ts';
import { joinAsPlainDevice, type PlainDevice } from '../../support/plain-device.ts';
import { captureOn } from '../../support/record-on-device.ts';
import { type StartedServer, startServer } from '../../support/start-server.ts';

const secrets = ['Max Member', 'zebra stripes'] as const;

const home = mkdtempSync(join(tmpdir(), 'gemba-test-'));
let server: StartedServer;
let member: PlainDevice;
let guest: PlainDevice;
let docId: DocumentId;

beforeAll(async () => {
  server = await startServer({ dataDir: home, limitFactor: 0 });
  const admin = await joinAsPlainDevice(server.url, server.adminToken, 'Ada');
  member = await joinAsPlainDevice(server.url, await admin.invite('member'), secrets[0]);
  const record = captureOn(member, secrets[1]);
  docId = record.docId;
  await member.push([{ docId, bytes: record.first }]);
  guest = await joinAsPlainDevice(server.url, await admin.invite(['guest']), 'Gus');
  const own = captureOn(guest, 'An idea of a guest');
  await guest.push([{ docId: own.docId, bytes: own.first }]);
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true });
});

async function send(by: PlainDevice, method: string, path: string, body: object): Promise<string> {
  const isCbor = path.startsWith('/sync');
  const answer = await fetch(server.url + path, {
    method,
    headers: { ...by.headers(), 'content-type': isCbor ? cborMediaType : 'application/json' },
    redirect: 'manual',
    ...(method === 'POST' && { body: isCbor ? encodeFrame(body) : JSON.stringify(body) }),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isZipped ? gunzipSync(bytes) : bytes).toString('latin1');
}

const anything = new Proxy({}, { get: () => () => new Uint8Array(64) }) as AppDeps;
const routes = createApp(anything).routes.filter(
  // It ends the session with which the others are asked.
  ({ method, path }) => method !== 'ALL' && path !== paths.leave,
);

/** All that any route asks for; each takes what it knows. */
const body = () => ({
  proto: protocolVersion,
  epoch: null,
  cursor: null,
  peopleVersion: 0,
  decisionN: 0,
  docIds: [docId],
  docId,
  device: member.device,
  for: 'ownDevice',
});

describe('a guest is told nothing of a member by', () => {
  it.each(routes.map(({ method, path }) => [method, path] as const))(
    '%s %s',
    async (method, path) => {
      const asked = path
        .replace(':id', path.startsWith(paths.devices) ? member.device : member.person)
        .replace(':docId', docId)
        .replace(/:\w+/gu, 'x');
      const text = await send(guest, method, asked, body());
      for (const secret of secrets) expect(text).not.toContain(secret);
    },
  );

  it('the pull that gives them their own', async () => {
    const { items, people } = await guest.pull(null);
    expect(items).toHaveLength(1);
    expect(people?.list.map(({ displayName }) => displayName)).toEqual(['Gus']);
  });
});
