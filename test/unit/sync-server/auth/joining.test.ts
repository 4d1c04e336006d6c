import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstAdministratorRoles } from '../../../../shared/domain/person.ts';
import { paths } from '../../../../shared/protocol/paths.ts';
import { type JoinRequest, sessionAnswer } from '../../../../shared/protocol/session.ts';
import { type Identity, joinBody, newIdentity } from '../../../support/join-body.ts';
import { type StartedServer, startServer } from '../../../support/start-server.ts';

const hourMs = 60 * 60 * 1000;

let nowMs = Date.UTC(2026, 0, 1);
let server: StartedServer;
beforeEach(async () => {
  server = await startServer({ nowMs: () => nowMs });
});
afterEach(() => server.stop());

const send = (path: string, body: unknown, cookie = '', method = 'POST') =>
  fetch(server.url + path, {
    method,
    headers: { cookie },
    ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
  });

async function joinAs(token: string, identity?: Identity, replaced?: Partial<JoinRequest>) {
  const answer = await send(paths.join, joinBody(token, identity, replaced));
  const body: unknown = await answer.json();
  const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  return { status: answer.status, body, cookie };
}

async function joined(token: string, identity?: Identity, replaced?: Partial<JoinRequest>) {
  const { body, cookie } = await joinAs(token, identity, replaced);
  return { ...sessionAnswer.parse(body), cookie };
}

async function invitation(cookie: string, kind: string): Promise<string> {
  const answer = await send(paths.invitations, { for: kind }, cookie);
  return ((await answer.json()) as { token: string }).token;
}

describe('the first administrator', () => {
  it('joins with the printed link and is known by the cookie from then on', async () => {
    const ada = await joined(server.adminToken, undefined, { displayName: '  Ada   Lovelace ' });
    expect(ada.person).toMatchObject({
      displayName: 'Ada Lovelace',
      roles: firstAdministratorRoles,
    });
    const asked = await send(paths.session, undefined, ada.cookie, 'GET');
    expect(sessionAnswer.parse(await asked.json())).toEqual(sessionAnswer.parse(ada));
  });

  it('is the only one whom the link lets in', async () => {
    await joined(server.adminToken);
    expect(await joinAs(server.adminToken)).toMatchObject({
      status: 410,
      body: { code: 'invitationInvalid' },
    });
  });
});

describe('an invitation', () => {
  it('is made by administrators for others, and by everybody for an own device', async () => {
    const admin = await joined(server.adminToken);
    const member = await joined(await invitation(admin.cookie, 'member'));
    expect(member.person.roles).toEqual(['contributor']);
    for (const kind of ['member', 'admin']) {
      const refused = await send(paths.invitations, { for: kind }, member.cookie);
      expect(await refused.json()).toMatchObject({ status: 403, code: 'notAllowed' });
    }
    const second = await joined(await invitation(member.cookie, 'ownDevice'), undefined, {
      displayName: '',
    });
    expect(second.person).toEqual(member.person);
    expect(second.device).not.toBe(member.device);
  });

  it('gives the roles that it names, and adds them to those of a member', async () => {
    const admin = await joined(server.adminToken);
    const person = (roles: readonly string[]) =>
      send(paths.invitations, { for: 'person', roles }, admin.cookie);
    const tokenOf = async (answer: Response) => ((await answer.json()) as { token: string }).token;
    const identity = newIdentity();
    const coach = await joined(await tokenOf(await person(['coach', 'assessor'])), identity);
    expect(coach.person.roles).toEqual(['assessor', 'coach']);
    const more = await joined(await tokenOf(await person(['evaluator'])), identity);
    expect(more.person).toMatchObject({
      id: coach.person.id,
      roles: ['assessor', 'evaluator', 'coach'],
    });
    for (const roles of [[], ['emperor'], undefined]) {
      expect(await (await person(roles as string[])).json()).toMatchObject({ code: 'malformed' });
    }
  });

  it('expires, an own device’s within the hour', async () => {
    const admin = await joined(server.adminToken);
    const forOther = await invitation(admin.cookie, 'member');
    const forOwn = await invitation(admin.cookie, 'ownDevice');
    nowMs += 2 * hourMs;
    expect((await joinAs(forOwn)).status).toBe(410);
    nowMs += 7 * 24 * hourMs;
    expect((await joinAs(forOther)).status).toBe(410);
  });

  it('is not spent by a join that is refused', async () => {
    const identity = newIdentity();
    expect(await joinAs(server.adminToken, identity, { displayName: ' ' })).toMatchObject({
      status: 422,
      body: { code: 'invalidField', field: 'displayName' },
    });
    expect((await joinAs(server.adminToken, identity)).status).toBe(200);
  });
});

describe('a device', () => {
  it('must hold its key', async () => {
    const other = joinBody(server.adminToken);
    for (const replaced of [{ proof: other.proof }, { publicKey: 'A'.repeat(43) }]) {
      expect(await joinAs(server.adminToken, newIdentity(), replaced)).toMatchObject({
        status: 422,
        body: { code: 'badSignature' },
      });
    }
  });

  it('stays its person’s: it signs in again as them, and as nobody else', async () => {
    const identity = newIdentity();
    const admin = await joined(server.adminToken, identity);
    const member = await joined(await invitation(admin.cookie, 'member'));
    const again = await joined(await invitation(admin.cookie, 'member'), identity);
    expect(again.person.id).toBe(admin.person.id);
    const stolen = await invitation(member.cookie, 'ownDevice');
    expect(await joinAs(stolen, identity)).toMatchObject({ body: { code: 'foreignDevice' } });
  });

  it('can’t be taken over with another key, nor an actor by another person', async () => {
    const identity = newIdentity();
    const admin = await joined(server.adminToken, identity);
    const token = await invitation(admin.cookie, 'member');
    const { device, actor } = identity;
    for (const taken of [{ device }, { actor }]) {
      expect(await joinAs(token, { ...newIdentity(), ...taken })).toMatchObject({
        status: 422,
        body: { code: 'foreignDevice' },
      });
    }
  });
});

describe('leaving', () => {
  it('ends the session on the server, not only in the browser', async () => {
    const { cookie } = await joined(server.adminToken);
    const left = await send(paths.leave, {}, cookie);
    expect(left.headers.getSetCookie()[0]).toContain('Max-Age=0');
    expect((await send(paths.session, undefined, cookie, 'GET')).status).toBe(401);
  });

  it('comes by itself after 400 days', async () => {
    const { cookie } = await joined(server.adminToken);
    nowMs += 400 * 24 * hourMs;
    expect((await send(paths.session, undefined, cookie, 'GET')).status).toBe(401);
  });
});
