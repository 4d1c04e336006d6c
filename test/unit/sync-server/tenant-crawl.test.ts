/**
 * Two workspaces on one server, with records of the same ids: every route and every socket is asked by the
 * one for what is the other's. Nothing is found, and no byte of it comes out.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { textOf } from '../../../shared/document/schema.ts';
import { createUuidV7, type DocumentId, type WorkspaceId } from '../../../shared/domain/ids.ts';
import { cborMediaType, encodeFrame } from '../../../shared/protocol/frame.ts';
import { paths, workspaceHeader } from '../../../shared/protocol/paths.ts';
import { closeCodes } from '../../../shared/protocol/refusals.ts';
import { protocolVersion } from '../../../shared/protocol/version.ts';
import { inviteAdministrator } from '../../../sync-server/auth/invitations.ts';
import { type AppDeps, createApp } from '../../../sync-server/http/app.ts';
import { dataFileIn } from '../../../sync-server/store/sqlite/data-file.ts';
import { openDatabase } from '../../../sync-server/store/sqlite/database.ts';
import { joinAsPlainDevice, type PlainDevice, uidOf } from '../../support/plain-device.ts';
import { openSocket, step1Frame, updateFrame } from '../../support/raw-socket.ts';
import { captureOn, openRecordOn } from '../../support/record-on-device.ts';
import { type StartedServer, startServer } from '../../support/start-server.ts';
import { systemDeps } from '../../support/sync-core.ts';
import { openWorkspaceOn } from '../../support/workspace-on-device.ts';

/** Of the owner; none of it may reach the stranger. */
const secrets = { name: 'Olga Owner', text: 'zebra stripes', label: 'Olga’s link' } as const;

/** Nothing listens there. */
const nowhere = {
  issuer: new URL('http://127.0.0.1:9'),
  clientId: 'gemba',
  clientSecret: 'secret',
  name: 'Nowhere',
  newcomers: undefined,
};

const home = mkdtempSync(join(tmpdir(), 'gemba-test-'));
const otherWorkspace = createUuidV7<WorkspaceId>(systemDeps);
let server: StartedServer;
let owner: PlainDevice;
let stranger: PlainDevice;
let shared: DocumentId;
let owned: DocumentId;
let invitation: string;
let refusedUid: string;

beforeAll(async () => {
  server = await startServer({ dataDir: home, limitFactor: 0, account: nowhere });
  const db = openDatabase(dataFileIn(home));
  db.prepare('INSERT INTO workspaces (ws, name) VALUES (?, ?)').run(otherWorkspace, 'Other');
  db.close();
  owner = await joinAsPlainDevice(server.url, server.adminToken, secrets.name);
  const token = await inviteAdministrator({ ...systemDeps, store: server.store }, otherWorkspace);
  stranger = await joinAsPlainDevice(server.url, token, 'Stan Stranger');

  const first = captureOn(owner, secrets.text);
  shared = first.docId;
  const own = captureOn(owner, `${secrets.text} again`);
  owned = own.docId;
  await owner.push([
    { docId: shared, bytes: first.first },
    { docId: owned, bytes: own.first },
  ]);
  const vision = openWorkspaceOn(owner, ownWorkspace()).type('vision', secrets.text);
  const said = await owner.push([{ docId: ownWorkspace(), bytes: vision }]);
  expect(said.results).toMatchObject([{ type: 'ok' }]);
  // Refused, and so in the owner's quarantine.
  const forged = captureOn({ ...owner, actor: stranger.actor }, secrets.text);
  const [refused] = (await owner.push([{ docId: owned, bytes: forged.first }])).results;
  expect(refused?.type).toBe('refused');
  refusedUid = uidOf(forged.first);
  const same = openRecordOn(stranger, shared);
  const bytes = same.edit((doc) => textOf(doc, 'description').insert(0, 'of the stranger'));
  expect((await stranger.push([{ docId: shared, bytes }])).results).toMatchObject([{ type: 'ok' }]);
  const made = await ask(owner, 'POST', paths.invitations, {
    for: 'person',
    roles: ['contributor'],
    label: secrets.label,
  });
  invitation = (JSON.parse(made.text) as { id: string }).id;
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true });
});

type Said = { readonly status: number; readonly text: string };

async function ask(by: PlainDevice, method: string, path: string, body?: unknown): Promise<Said> {
  const isCbor = path.startsWith('/sync');
  const answer = await fetch(server.url + path, {
    method,
    headers: { ...by.headers(), 'content-type': isCbor ? cborMediaType : 'application/json' },
    ...(method === 'POST' && { body: isCbor ? encodeFrame(body) : JSON.stringify(body ?? {}) }),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return { status: answer.status, text: (isZipped ? gunzipSync(bytes) : bytes).toString('latin1') };
}

const asLatin1 = (text: string): string => Buffer.from(text).toString('latin1');

/** Whatever could tell the stranger of the owner; ids that the stranger asked with may come back. */
function expectNothingOfTheOwner(text: string): void {
  const hidden = [...Object.values(secrets), owner.actor, owner.device, otherIds.workspace()];
  for (const secret of hidden) expect(text).not.toContain(asLatin1(secret));
}
const otherIds = { workspace: () => server.store.lineage.workspace.id };
const ownWorkspace = () => otherIds.workspace() as string as DocumentId;

const greeting = { proto: protocolVersion, epoch: null };

/**
 * Every route, asked by the stranger for what is the owner's, and what it may answer. There are no passkeys
 * at an address that is a number: 422.
 */
const crawl: readonly (readonly [
  route: string,
  ask: () => readonly [path: string, body?: unknown],
  status: number | readonly number[],
])[] = [
  ['GET /healthz', () => ['/healthz'], 200],
  ['GET /session', () => [paths.session], 200],
  ['GET /session/ways', () => [paths.ways], 200],
  ['POST /session/join', () => [paths.join, {}], 400],
  ['POST /session/challenge', () => [paths.challenge, { device: owner.device }], 200],
  ['POST /session/renew', () => [paths.renew, {}], 400],
  ['POST /session/passkey/options', () => [`${paths.passkeySignIn}/options`], [200, 422]],
  ['POST /session/passkey', () => [paths.passkeySignIn, {}], [400, 422]],
  ['POST /session/account/start', () => [`${paths.account}/start`, {}], 503],
  // It leads on to a page, which there is none of here.
  ['GET /session/account/callback', () => [`${paths.account}/callback?code=x&state=y`], 404],
  ['POST /session/account', () => [paths.account, {}], 400],
  ['POST /session/account/link', () => [`${paths.account}/link`, { ticket: 'x'.repeat(43) }], 403],
  ['POST /rooms/ticket', () => [paths.roomTicket, { docId: owned }], 404],
  ['POST /rooms/ticket', () => [paths.roomTicket, { docId: ownWorkspace() }], 404],
  ['POST /invitations', () => [paths.invitations, { for: 'member' }], 200],
  ['GET /invitations', () => [paths.invitations], 200],
  ['POST /invitations/:id/revoke', () => [`${paths.invitations}/${invitation}/revoke`], 404],
  ['POST /people/:id/recovery', () => [`${paths.people}/${owner.person}/recovery`], 404],
  ['GET /people/:id/devices', () => [`${paths.people}/${owner.person}/devices`], 404],
  [
    'POST /people/:id/roles',
    () => [`${paths.people}/${owner.person}/roles`, { roles: ['guest'] }],
    404,
  ],
  [
    'POST /people/:id/belonging',
    () => [`${paths.people}/${owner.person}/belonging`, { belongsTo: [] }],
    404,
  ],
  ['POST /people/:id/remove', () => [`${paths.people}/${owner.person}/remove`], 404],
  ['POST /people/:id/erase', () => [`${paths.people}/${owner.person}/erase`], 404],
  [
    'POST /erasures/:docId',
    () => [`${paths.erasures}/${owned}`, { type: 'words', words: secrets.text }],
    404,
  ],
  ['POST /workspace', () => [paths.workspace, { editing: 'involved' }], 200],
  ['GET /devices', () => [paths.devices], 200],
  [
    'POST /devices/:id/rename',
    () => [`${paths.devices}/${owner.device}/rename`, { name: 'X' }],
    404,
  ],
  ['POST /devices/:id/sign-out', () => [`${paths.devices}/${owner.device}/sign-out`], 404],
  ['GET /passkeys', () => [paths.passkeys], 200],
  ['POST /passkeys/options', () => [`${paths.passkeys}/options`], [200, 422]],
  ['POST /passkeys', () => [paths.passkeys, {}], [400, 422]],
  ['POST /passkeys/:id/remove', () => [`${paths.passkeys}/none/remove`], 404],
  ['POST /sync/push', () => [paths.push, { ...greeting, envelopes: [] }], 400],
  ['POST /sync/pull', () => [paths.pull, { ...greeting, cursor: null, peopleVersion: 0 }], 200],
  [
    'POST /sync/documents',
    () => [paths.documents, { ...greeting, docIds: [owned, shared, ownWorkspace()] }],
    200,
  ],
  ['GET /quarantine', () => [paths.quarantine], 200],
  [
    'POST /quarantine/:docId/:uid/:decision',
    () => [`${paths.quarantine}/${owned}/${refusedUid}/discard`],
    404,
  ],
  ['GET /history/:docId', () => [`${paths.history}/${owned}`], 404],
  ['GET /history/:docId', () => [`${paths.history}/${ownWorkspace()}`], 404],
  ['GET /quarantine', () => [paths.quarantine], 200],
  [
    'POST /quarantine/:docId/:uid/:decision',
    () => [`${paths.quarantine}/${owned}/${'0'.repeat(64)}/admit`],
    404,
  ],
  ['GET /audit/export', () => [paths.auditExport], 200],
  // Last: it ends the stranger's session.
  ['POST /session/leave', () => [paths.leave], 200],
];

describe('sockets of the other workspace', () => {
  it('hear nothing and change nothing where a record has the same id', async () => {
    const room = await openSocket(await stranger.roomUrl(shared));
    room.send(step1Frame());
    const poke = await openSocket(
      `${server.url.replace('http', 'ws')}${paths.poke}`,
      stranger.headers(),
    );
    await poke.find(() => true);
    const pokes = poke.frames.length;
    const record = openRecordOn(owner, shared, (await documentOf(owner, shared)).updates);
    const update = record.edit((doc) => textOf(doc, 'description').insert(0, 'new zebra '));
    const ownRoom = await openSocket(await owner.roomUrl(shared));
    ownRoom.send(step1Frame());
    ownRoom.send(updateFrame(update));
    await ownRoom.find((frame) => (frame[0] === 100 ? true : undefined));
    // What the stranger writes comes back to the stranger: all that was to come before it has come.
    const theirs = openRecordOn(stranger, shared, (await documentOf(stranger, shared)).updates);
    room.send(updateFrame(theirs.edit((doc) => textOf(doc, 'description').insert(0, 'x'))));
    await room.find((frame) => (frame[0] === 100 ? true : undefined));
    for (const { frames } of [room, poke]) {
      for (const frame of frames) expectNothingOfTheOwner(frame.toString('latin1'));
    }
    expect(poke.frames.length - pokes).toBeLessThanOrEqual(1);
    await Promise.all([room, ownRoom, poke].map((socket) => socket.leave()));
    const text = textOf(docOf((await documentOf(owner, shared)).updates), 'description').toJSON();
    expect(text).toBe(`new zebra ${secrets.text}`);
  });

  it('are not opened with another’s ticket for another record', async () => {
    const ticket = new URL(await stranger.roomUrl(shared)).search;
    const room = await openSocket(`${server.url.replace('http', 'ws')}/rooms/${owned}${ticket}`);
    expect((await room.closed).code).toBe(closeCodes.signIn);
  });
});

it('a push under the other’s device and actor is refused', async () => {
  const forged = { ...stranger, device: owner.device, actor: owner.actor };
  const record = captureOn(forged, 'forged');
  const { results } = await stranger.push([{ docId: record.docId, bytes: record.first }]);
  expect(results).toMatchObject([{ type: 'refused' }]);
});

describe('a stranger is told nothing by', () => {
  it.each(crawl)('%s', async (route, request, expected) => {
    const [method = ''] = route.split(' ');
    const [path, body] = request();
    const { status, text } = await ask(stranger, method, path, body);
    expect([expected].flat()).toContain(status);
    expectNothingOfTheOwner(text);
  });

  it('naming the other’s workspace with a session of its own', async () => {
    const headers = { ...stranger.headers(), [workspaceHeader]: otherIds.workspace() };
    const asked = { ...stranger, headers: () => headers };
    for (const path of [paths.session, paths.devices, paths.invitations, paths.auditExport]) {
      const { status, text } = await ask(asked, 'GET', path);
      expect(status).toBe(401);
      expectNothingOfTheOwner(text);
    }
  });

  it('any route that is not named here, because all are', () => {
    const anything = new Proxy({}, { get: () => () => new Uint8Array(64) }) as AppDeps;
    const routes = createApp(anything).routes.filter(({ method }) => method !== 'ALL');
    const named = new Set(crawl.map(([route]) => route));
    expect(new Set(routes.map(({ method, path }) => `${method} ${path}`))).toEqual(named);
  });

  it('and has changed nothing of the owner’s', async () => {
    const { items, people } = await owner.pull(null);
    expect(items).toHaveLength(3);
    expect(people?.list).toMatchObject([{ displayName: secrets.name, isRemoved: false }]);
    expect((await ask(owner, 'GET', paths.invitations)).text).toContain(asLatin1(secrets.label));
  });
});

async function documentOf(device: PlainDevice, docId: DocumentId) {
  const found = (await device.pull(null)).items.find((item) => item.docId === docId);
  if (found === undefined) throw new Error('The record was not pulled.');
  return found;
}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}
