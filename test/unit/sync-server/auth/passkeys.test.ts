/** Passkeys: added by who is signed in, good for a device that has nothing else, and for nothing they were not meant for. */
import { sign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInProofText } from '../../../../shared/protocol/device-proofs.ts';
import {
  passkeyChallengeLifeMs,
  passkeyOptionsAnswer,
  passkeysAnswer,
  signInWays,
} from '../../../../shared/protocol/passkeys.ts';
import { paths } from '../../../../shared/protocol/paths.ts';
import { sessionAnswer } from '../../../../shared/protocol/session.ts';
import { relyingPartyOf } from '../../../../sync-server/auth/relying-party.ts';
import { type HttpPerson, joinPerson, sendJson } from '../../../support/http-person.ts';
import { type Identity, newIdentity } from '../../../support/join-body.ts';
import {
  assertWith,
  attest,
  type Ceremony,
  createPasskey,
  type Passkey,
} from '../../../support/passkey-authenticator.ts';
import { type StartedServer, startServer } from '../../../support/start-server.ts';

const rpId = 'gemba.example.org';
const origin = `https://${rpId}`;

let nowMs: number;
let server: StartedServer;
let ada: HttpPerson;
let passkey: Passkey;
beforeEach(async () => {
  nowMs = Date.UTC(2026, 0, 1);
  server = await startServer({ nowMs: () => nowMs, publicUrl: new URL(origin) });
  ada = await joinPerson(server.url, server.adminToken, { userAgent: 'X Chrome/1 Android' });
  passkey = createPasskey();
});
afterEach(() => server.stop());

const ceremonyOf = (body: unknown): Ceremony => {
  const { challenge } = passkeyOptionsAnswer.parse(body).options;
  return { challenge, origin, rpId };
};

async function add(who: HttpPerson, change: Partial<Ceremony> = {}) {
  const ceremony = ceremonyOf((await who.post(`${paths.passkeys}/options`)).body);
  const response = attest(passkey, { ...ceremony, ...change });
  return who.post(paths.passkeys, { challenge: ceremony.challenge, response });
}

const startSignIn = async (device: string) => {
  const url = `${server.url}${paths.passkeySignIn}/options`;
  return ceremonyOf((await sendJson(url, 'POST', {}, { device })).body);
};

function signInBody(ceremony: Ceremony, identity: Identity) {
  const { device, actor, publicKey, privateKey } = identity;
  const proven = Buffer.from(signInProofText(ceremony.challenge, device, actor));
  return {
    challenge: ceremony.challenge,
    response: assertWith(passkey, ceremony),
    device,
    actor,
    publicKey: publicKey.export({ format: 'jwk' }).x,
    proof: sign(null, proven, privateKey).toString('base64url'),
  };
}

const signIn = (body: object) => sendJson(server.url + paths.passkeySignIn, 'POST', {}, body);
const refused = { status: 422, body: { code: 'passkeyInvalid' }, cookie: '' };

describe('a passkey', () => {
  it('opens a session on a device that has nothing else, as the person it is of', async () => {
    expect((await add(ada)).status).toBe(200);
    const tablet = newIdentity();
    const answer = await signIn(signInBody(await startSignIn(tablet.device), tablet));
    const { person, device } = sessionAnswer.parse(answer.body);
    expect(person).toEqual(ada.person);
    expect(device).toBe(tablet.device);
    const asked = await sendJson(server.url + paths.session, 'GET', { cookie: answer.cookie });
    expect(asked.body).toEqual(answer.body);
  });

  it('is listed with the device that made it and when it was used, and signs in no more once removed', async () => {
    await add(ada);
    const listed = async () => passkeysAnswer.parse((await ada.get(paths.passkeys)).body).passkeys;
    const fresh = { id: passkey.id, createdAt: nowMs, lastUsedAt: null };
    expect(await listed()).toMatchObject([fresh]);
    const tablet = newIdentity();
    await signIn(signInBody(await startSignIn(tablet.device), tablet));
    expect(await listed()).toMatchObject([{ lastUsedAt: nowMs }]);
    const bo = await joinPerson(server.url, await ada.invite({ for: 'member' }));
    const remove = `${paths.passkeys}/${passkey.id}/remove`;
    expect((await bo.post(remove)).status).toBe(404);
    expect((await ada.post(remove)).status).toBe(200);
    expect(await listed()).toEqual([]);
    expect(await signIn(signInBody(await startSignIn(tablet.device), tablet))).toMatchObject(
      refused,
    );
  });

  it.each([
    ['another address', { origin: 'https://evil.example' }],
    ['another domain', { rpId: 'evil.example' }],
    ['another challenge', { challenge: 'A'.repeat(43) }],
    ['nobody who has shown that it is them', { isVerified: false }],
  ])('made for %s is not taken', async (_, change) => {
    expect(await add(ada, change)).toMatchObject({ status: 422, body: { code: 'passkeyInvalid' } });
    await add(ada);
    const tablet = newIdentity();
    const ceremony = await startSignIn(tablet.device);
    const response = assertWith(passkey, { ...ceremony, ...change });
    expect(await signIn({ ...signInBody(ceremony, tablet), response })).toMatchObject(refused);
  });

  it('of a clone, which is behind in counting, is not taken', async () => {
    await add(ada);
    const tablet = newIdentity();
    expect((await signIn(signInBody(await startSignIn(tablet.device), tablet))).status).toBe(200);
    passkey.counter = 0;
    expect(await signIn(signInBody(await startSignIn(tablet.device), tablet))).toMatchObject(
      refused,
    );
  });

  it('that is somebody’s can’t be added by another', async () => {
    await add(ada);
    const bo = await joinPerson(server.url, await ada.invite({ for: 'member' }));
    expect(await add(bo)).toMatchObject({ status: 422 });
  });
});

describe('a challenge', () => {
  it('works once', async () => {
    await add(ada);
    const tablet = newIdentity();
    const ceremony = await startSignIn(tablet.device);
    expect((await signIn(signInBody(ceremony, tablet))).status).toBe(200);
    expect(await signIn(signInBody(ceremony, tablet))).toMatchObject(refused);
  });

  it('works for five minutes', async () => {
    await add(ada);
    const tablet = newIdentity();
    const late = await startSignIn(tablet.device);
    nowMs += passkeyChallengeLifeMs;
    expect(await signIn(signInBody(late, tablet))).toMatchObject(refused);
  });

  it('works for the device and the purpose that it was given for', async () => {
    await add(ada);
    const [tablet, thief] = [newIdentity(), newIdentity()];
    expect(await signIn(signInBody(await startSignIn(tablet.device), thief))).toMatchObject(
      refused,
    );
    const toAdd = ceremonyOf((await ada.post(`${paths.passkeys}/options`)).body);
    expect(await signIn(signInBody(toAdd, tablet))).toMatchObject(refused);
    const bo = await joinPerson(server.url, await ada.invite({ for: 'member' }));
    const ofAda = ceremonyOf((await ada.post(`${paths.passkeys}/options`)).body);
    passkey = createPasskey();
    const response = attest(passkey, ofAda);
    expect(await bo.post(paths.passkeys, { challenge: ofAda.challenge, response })).toMatchObject({
      status: 422,
    });
  });

  it('needs the proof of the device’s key beside the passkey', async () => {
    await add(ada);
    const tablet = newIdentity();
    const body = signInBody(await startSignIn(tablet.device), tablet);
    expect(await signIn({ ...body, proof: 'A'.repeat(86) })).toMatchObject({
      body: { code: 'badSignature' },
    });
  });
});

describe('an address', () => {
  it.each([
    ['https://gemba.example.org', true],
    ['http://localhost:8080', true],
    ['http://gemba.example.org', false],
    ['https://192.168.0.7', false],
    ['http://127.0.0.1:8080', false],
    ['https://[::1]', false],
  ])('%s can have passkeys: %s', (address, expected) => {
    expect(relyingPartyOf(new URL(address)) !== undefined).toBe(expected);
  });

  it('says how one can sign in there, and refuses what it can’t have', async () => {
    const ways = async (at: StartedServer) =>
      signInWays.parse((await sendJson(at.url + paths.ways, 'GET', {})).body);
    expect(await ways(server)).toEqual({ passkey: true, workAccount: null });
    const bare = await startServer({ demoToken: 'for-all' });
    expect(await ways(bare)).toMatchObject({ passkey: false, demo: 'for-all' });
    const asked = await sendJson(`${bare.url}${paths.passkeySignIn}/options`, 'POST', {}, {});
    expect(asked).toMatchObject({ status: 422, body: { code: 'passkeyInvalid' } });
    await bare.stop();
  });
});
