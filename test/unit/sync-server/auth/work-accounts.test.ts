/** The organisation's own accounts, against a real OpenID provider: who comes in, as whom, and who does not. */
import { sign } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signInProofText } from '../../../../shared/protocol/device-proofs.ts';
import { signInWays } from '../../../../shared/protocol/passkeys.ts';
import { paths } from '../../../../shared/protocol/paths.ts';
import { sessionAnswer } from '../../../../shared/protocol/session.ts';
import { accountLifeMs, accountStartAnswer } from '../../../../shared/protocol/work-account.ts';
import { readAccountConfig } from '../../../../sync-server/auth/account-config.ts';
import { inviteAdministrator } from '../../../../sync-server/auth/invitations.ts';
import { type HttpPerson, joinPerson, sendJson, tryJoin } from '../../../support/http-person.ts';
import { type Identity, newIdentity } from '../../../support/join-body.ts';
import { type StartedProvider, startOpenIdProvider } from '../../../support/openid-provider.ts';
import { type StartedServer, startServer } from '../../../support/start-server.ts';
import { systemDeps } from '../../../support/sync-core.ts';

const address = 'http://gemba.example';
const newcomers = { domains: ['example.org'], roles: ['contributor'] } as const;

let provider: StartedProvider;
beforeAll(async () => {
  provider = await startOpenIdProvider(
    {
      ada: { name: 'Ada Work', email: 'ada@example.org' },
      bo: { name: 'Bo Work', email: 'bo@elsewhere.org' },
      cy: { name: 'Cy Work', email: 'cy@example.org', isVerified: false },
    },
    [`${address}${paths.account}/callback`],
  );
});
afterAll(() => provider.stop());

let nowMs: number;
let server: StartedServer;
let admin: HttpPerson;

async function start(options: { readonly mayJoin?: boolean } = {}) {
  const { issuer, clientId, clientSecret } = provider;
  const joining = options.mayJoin === true ? newcomers : undefined;
  server = await startServer({
    nowMs: () => nowMs,
    publicUrl: new URL(address),
    account: { issuer, clientId, clientSecret, name: 'Example SSO', newcomers: joining },
  });
  admin = await joinPerson(server.url, server.adminToken);
}
beforeEach(() => {
  nowMs = Date.now();
});
afterEach(() => server.stop());

/** Follows the provider's pages as a browser does, up to the address at which it hands the person back. */
async function visitProvider(url: string, who: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = new URL(url);
  for (let step = 0; step < 10; step++) {
    if (next.origin === address) return next;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { headers: { cookie }, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';', 1)[0] ?? '').split(/=(.*)/su);
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    next = location === null ? new URL(`?sub=${who}`, next) : new URL(location, next);
  }
  throw new Error(`The provider leads nowhere: ${next}`);
}

async function begin(token?: string) {
  const asked = await sendJson(`${server.url}${paths.account}/start`, 'POST', {}, { token });
  return { url: accountStartAnswer.parse(asked.body).url, cookie: asked.cookie };
}

/** The fragment with which the page is opened again. */
async function comeBack(at: URL, cookie: string): Promise<string> {
  const answer = await fetch(`${server.url}${at.pathname}${at.search}`, {
    headers: { cookie },
    redirect: 'manual',
  });
  expect(answer.status).toBe(303);
  return answer.headers.get('location')?.split('#account=')[1] ?? '';
}

async function ticketFor(who: string, token?: string) {
  const begun = await begin(token);
  const ticket = await comeBack(await visitProvider(begun.url, who), begun.cookie);
  return { ticket, cookie: begun.cookie };
}

function signIn(ticket: string, cookie: string, identity: Identity = newIdentity()) {
  const { device, actor, publicKey, privateKey } = identity;
  const proof = sign(null, Buffer.from(signInProofText(ticket, device, actor)), privateKey);
  return sendJson(
    server.url + paths.account,
    'POST',
    { cookie },
    {
      ticket,
      device,
      actor,
      publicKey: publicKey.export({ format: 'jwk' }).x,
      proof: proof.toString('base64url'),
      displayName: '',
    },
  );
}

const unknown = { status: 403, body: { code: 'accountUnknown' } };

describe('an account', () => {
  it('is offered by its name, and unknown to a server that has none', async () => {
    await start();
    const ways = await sendJson(server.url + paths.ways, 'GET', {});
    expect(signInWays.parse(ways.body).workAccount).toEqual({ name: 'Example SSO' });
    await server.stop();
    server = await startServer();
    const asked = await sendJson(`${server.url}${paths.account}/start`, 'POST', {}, {});
    expect(asked).toMatchObject({ status: 404 });
  });

  it('that was linked by its person signs in as them', async () => {
    await start();
    const { ticket, cookie } = await ticketFor('ada');
    const both = { cookie: `${cookie}; ${admin.cookie}` };
    const link = await sendJson(`${server.url}${paths.account}/link`, 'POST', both, { ticket });
    expect(link.status).toBe(200);
    const again = await ticketFor('ada');
    const answer = await signIn(again.ticket, again.cookie);
    expect(sessionAnswer.parse(answer.body).person).toEqual(admin.person);
  });

  it('can’t be linked to a second person', async () => {
    await start();
    const bo = await joinPerson(server.url, await admin.invite({ for: 'member' }));
    const linkAs = async (who: HttpPerson) => {
      const { ticket, cookie } = await ticketFor('ada');
      const both = { cookie: `${cookie}; ${who.cookie}` };
      return sendJson(`${server.url}${paths.account}/link`, 'POST', both, { ticket });
    };
    expect((await linkAs(admin)).status).toBe(200);
    expect(await linkAs(bo)).toMatchObject(unknown);
    expect((await linkAs(admin)).status).toBe(200);
  });

  it('that nobody knows stays outside, and comes in by a link, under its own name', async () => {
    await start();
    const stranger = await ticketFor('bo');
    expect(await signIn(stranger.ticket, stranger.cookie)).toMatchObject(unknown);
    const token = await admin.invite({ for: 'person', roles: ['assessor'] });
    const invited = await ticketFor('bo', token);
    const answer = sessionAnswer.parse((await signIn(invited.ticket, invited.cookie)).body);
    expect(answer.person).toMatchObject({ displayName: 'Bo Work', roles: ['assessor'] });
    const later = await ticketFor('bo');
    const again = sessionAnswer.parse((await signIn(later.ticket, later.cookie)).body);
    expect(again.person).toEqual(answer.person);
  });

  it('that is somebody’s in one workspace comes into another one by its link, with the link’s roles', async () => {
    await start();
    const { ticket, cookie } = await ticketFor('ada');
    const both = { cookie: `${cookie}; ${admin.cookie}` };
    await sendJson(`${server.url}${paths.account}/link`, 'POST', both, { ticket });
    const ward = await server.store.addWorkspace('Ward 3');
    const deps = { ...systemDeps, store: server.store };
    const head = await joinPerson(server.url, await inviteAdministrator(deps, ward.id));
    const token = await head.invite({ for: 'person', roles: ['assessor'] });
    const identity = newIdentity();
    const invited = await ticketFor('ada', token);
    const joined = await signIn(invited.ticket, invited.cookie, identity);
    expect(joined.body).toMatchObject({ workspace: ward, person: { roles: ['assessor'] } });
    // Known there now, the same account comes in by any link of it, and no use of that is taken.
    const unused = await head.invite({ for: 'person', roles: ['guest'] });
    const again = await ticketFor('ada', unused);
    const known = sessionAnswer.parse((await signIn(again.ticket, again.cookie)).body);
    expect(known.person).toEqual(sessionAnswer.parse(joined.body).person);
    expect((await tryJoin(server.url, unused)).status).toBe(200);
  });

  it('of a domain that may join comes in by itself, once verified, and as the same person ever after', async () => {
    await start({ mayJoin: true });
    const people = [];
    for (let visit = 0; visit < 2; visit++) {
      const { ticket, cookie } = await ticketFor('ada');
      people.push(sessionAnswer.parse((await signIn(ticket, cookie)).body).person);
    }
    expect(people[0]).toMatchObject({ displayName: 'Ada Work', roles: ['contributor'] });
    expect(people[1]).toEqual(people[0]);
    for (const who of ['bo', 'cy']) {
      const { ticket, cookie } = await ticketFor(who);
      expect(await signIn(ticket, cookie)).toMatchObject(unknown);
    }
  });
});

describe('the way there and back', () => {
  it('uses PKCE, state and nonce', async () => {
    await start();
    const { searchParams } = new URL((await begin()).url);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(searchParams.get(name)?.length).toBeGreaterThan(20);
    }
  });

  it('ends with nothing for another browser, another answer, a refusal, and the second time', async () => {
    await start();
    const victim = await begin();
    const attacker = await begin();
    const at = await visitProvider(attacker.url, 'bo');
    expect(await comeBack(at, '')).toBe('refused');
    expect(await comeBack(at, victim.cookie)).toBe('refused');
    const denied = await begin();
    expect(await comeBack(await visitProvider(denied.url, 'nobody'), denied.cookie)).toBe(
      'refused',
    );
    const late = await begin();
    const back = await visitProvider(late.url, 'ada');
    nowMs += accountLifeMs;
    expect(await comeBack(back, late.cookie)).toBe('refused');
  });

  it('gives a ticket that works once, in the browser that began', async () => {
    await start({ mayJoin: true });
    const { ticket } = await ticketFor('ada');
    const { cookie: another } = await begin();
    expect(await signIn(ticket, another)).toMatchObject(unknown);
    const mine = await ticketFor('ada');
    const tablet = newIdentity();
    expect((await signIn(mine.ticket, mine.cookie, tablet)).status).toBe(200);
    expect(await signIn(mine.ticket, mine.cookie, tablet)).toMatchObject(unknown);
  });

  it('is closed for a while when the provider can’t be reached', async () => {
    const { clientId, clientSecret } = provider;
    const issuer = new URL('http://127.0.0.1:9');
    const account = { issuer, clientId, clientSecret, name: 'Gone', newcomers: undefined };
    server = await startServer({ account });
    expect(await sendJson(`${server.url}${paths.account}/start`, 'POST', {}, {})).toMatchObject({
      status: 503,
      body: { code: 'unavailable' },
    });
  });
});

describe('the configuration', () => {
  const whole = {
    OIDC_ISSUER: 'https://sso.example',
    OIDC_CLIENT_ID: 'gemba',
    OIDC_CLIENT_SECRET: 'secret',
  };
  it('is taken from the environment', async () => {
    await start();
    expect(readAccountConfig({})).toEqual({ ok: true, value: undefined });
    const domains = { OIDC_JOIN: 'contributor, assessor', OIDC_DOMAINS: 'Example.org' };
    expect(readAccountConfig({ ...whole, ...domains })).toMatchObject({
      value: {
        name: 'sso.example',
        newcomers: { domains: ['example.org'], roles: ['contributor', 'assessor'] },
      },
    });
  });

  it.each([
    [{ OIDC_ISSUER: 'http://sso.example' }, 'OIDC_ISSUER'],
    [{ OIDC_CLIENT_SECRET: '' }, 'OIDC_CLIENT_SECRET'],
    [{ OIDC_JOIN: 'emperor', OIDC_DOMAINS: 'example.org' }, 'OIDC_JOIN'],
    [{ OIDC_JOIN: 'contributor' }, 'OIDC_DOMAINS'],
  ])('refuses %j with a sentence', async (change, part) => {
    await start();
    const read = readAccountConfig({ ...whole, ...change });
    expect(read).toMatchObject({ ok: false, error: expect.stringContaining(part) });
  });
});
