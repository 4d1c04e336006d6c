/** Signing in again by the device's key: for the device that holds it, within a minute, until it signs out. */
import { sign } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { renewProofText } from '../../../../shared/protocol/device-proofs.ts';
import { paths } from '../../../../shared/protocol/paths.ts';
import { challengeLifeMs, sessionAnswer } from '../../../../shared/protocol/session.ts';
import { inviteAdministrator } from '../../../../sync-server/auth/invitations.ts';
import { type Identity, joinBody, newIdentity } from '../../../support/join-body.ts';
import { type StartedServer, startServer } from '../../../support/start-server.ts';
import { systemDeps } from '../../../support/sync-core.ts';

let nowMs: number;
let server: StartedServer;
let phone: Identity;

beforeEach(async () => {
  nowMs = Date.UTC(2026, 0, 1);
  server = await startServer({ nowMs: () => nowMs });
  phone = newIdentity();
  expect((await post(paths.join, joinBody(server.adminToken, phone))).status).toBe(200);
});
afterEach(() => server.stop());

const post = (path: string, body: unknown, cookie = '') =>
  fetch(server.url + path, { method: 'POST', headers: { cookie }, body: JSON.stringify(body) });

async function challenge(device: string, workspace?: string): Promise<string> {
  const answer = await post(paths.challenge, { device, workspace });
  return ((await answer.json()) as { challenge: string }).challenge;
}

const renewal = (challenged: string, { device, privateKey }: Identity) => ({
  device,
  challenge: challenged,
  proof: sign(null, Buffer.from(renewProofText(challenged, device)), privateKey).toString(
    'base64url',
  ),
});

const refused = { status: 401, code: 'signIn' };

it('gives a working session to the device that holds the key', async () => {
  const answer = await post(paths.renew, renewal(await challenge(phone.device), phone));
  const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  const renewed = sessionAnswer.parse(await answer.json());
  expect(renewed.device).toBe(phone.device);
  const asked = await fetch(server.url + paths.session, { headers: { cookie } });
  expect(sessionAnswer.parse(await asked.json())).toEqual(renewed);
});

it('refuses another key, an unknown device and a device that borrows a challenge alike', async () => {
  const stranger = newIdentity();
  const attempts = [
    renewal(await challenge(phone.device), { ...stranger, device: phone.device }),
    renewal(await challenge(stranger.device), stranger),
    renewal(await challenge(stranger.device), phone),
    renewal('A'.repeat(54), phone),
  ];
  for (const attempt of attempts) {
    const answer = await post(paths.renew, attempt);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await answer.json()).toMatchObject(refused);
  }
});

it('refuses a challenge that has expired', async () => {
  const attempt = renewal(await challenge(phone.device), phone);
  nowMs += challengeLifeMs;
  expect(await (await post(paths.renew, attempt)).json()).toMatchObject(refused);
});

it('tells a device that proves its key that it was signed out, and nobody else', async () => {
  const answer = await post(paths.renew, renewal(await challenge(phone.device), phone));
  const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  expect((await post(paths.leave, {}, cookie)).status).toBe(200);
  const again = await post(paths.renew, renewal(await challenge(phone.device), phone));
  expect(await again.json()).toMatchObject({ status: 401, code: 'signedOut' });
  const thief = { ...newIdentity(), device: phone.device };
  const other = await post(paths.renew, renewal(await challenge(phone.device), thief));
  expect(await other.json()).toMatchObject(refused);
});

it('signs a device in to the workspace that it names, of those that it has joined', async () => {
  const other = await server.store.addWorkspace('Ward 3');
  const tablet = newIdentity();
  const token = await inviteAdministrator(
    { ...systemDeps, nowMs: () => nowMs, store: server.store },
    other.id,
  );
  expect((await post(paths.join, joinBody(token, tablet))).status).toBe(200);
  const named = renewal(await challenge(tablet.device, other.id), tablet);
  const elsewhere = await post(paths.renew, named);
  expect(await elsewhere.json()).toMatchObject(refused);
  const answer = await post(paths.renew, { ...named, workspace: other.id });
  expect(sessionAnswer.parse(await answer.json()).workspace).toEqual(other);
  const unnamed = await post(paths.renew, renewal(await challenge(tablet.device), tablet));
  expect(await unnamed.json()).toMatchObject(refused);
});
