import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinBody } from '../../../support/join-body.ts';
import { joinAsPlainDevice } from '../../../support/plain-device.ts';
import { type StartedServer, startServer } from '../../../support/start-server.ts';

const webDir = mkdtempSync(join(tmpdir(), 'gemba-web-'));
mkdirSync(join(webDir, 'assets'));
writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>Gemba</title>');
writeFileSync(join(webDir, 'service-worker.js'), '// the page’s own');
writeFileSync(join(webDir, 'assets', 'main-abc123.js'), 'x'.repeat(2000));
writeFileSync(
  join(webDir, 'assets', 'main-abc123.js.br'),
  brotliCompressSync(Buffer.from('x'.repeat(2000))),
);

let server: StartedServer;
beforeAll(async () => {
  server = await startServer({ webDir, trustProxy: true });
});
afterAll(async () => {
  await server.stop();
  rmSync(webDir, { recursive: true });
});

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(server.url + path, { headers });
const navigation = { accept: 'text/html,application/xhtml+xml' };
const behindProxy = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'gemba.example' };

describe('every answer', () => {
  it.each(['/', '/assets/main-abc123.js', '/healthz', '/session', '/nowhere'])(
    'at %s carries the security headers',
    async (path) => {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain(`default-src 'none'; script-src 'self'; style-src 'self'`);
      expect(policy).toContain(`require-trusted-types-for 'script'; trusted-types gemba`);
      expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${server.port};`);
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toBeNull();
    },
  );

  it('asks for https from then on when it came by https', async () => {
    const { headers } = await get('/healthz', behindProxy);
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    expect(headers.get('content-security-policy')).toContain('wss://gemba.example;');
  });

  it('lets no host name into its policy that could end it', async () => {
    const { headers } = await get('/healthz', {
      'x-forwarded-host': `x; script-src 'unsafe-inline'`,
    });
    expect(headers.get('content-security-policy')).toContain(`connect-src 'self';`);
  });
});

describe('the built page', () => {
  it('is the same file at every address of the page, checked on each visit', async () => {
    for (const path of ['/', '/improvements/0190a0a0-0000-7000-8000-000000000001', '/index.html']) {
      const answer = await get(path, navigation);
      expect(await answer.text()).toContain('<title>Gemba</title>');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('has assets that are kept for ever, compressed for who takes it', async () => {
    const answer = await get('/assets/main-abc123.js', { 'accept-encoding': 'br' });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(await answer.text()).toHaveLength(2000);
  });

  it('does not stand in for a missing file, another method or a place for programs', async () => {
    expect((await get('/assets/gone-1.js', navigation)).status).toBe(404);
    expect((await get('/icon.png', navigation)).status).toBe(404);
    expect((await get('/sync/push', navigation)).status).toBe(404);
    expect((await get('/improvements', { accept: 'application/json' })).status).toBe(404);
    expect((await fetch(server.url, { method: 'POST' })).status).toBe(404);
    expect((await get('/..%2f..%2fpackage.json')).status).toBe(404);
  });
});

describe('the kill switch', () => {
  it('puts a worker that removes itself in the place of the page’s own', async () => {
    expect(await (await get('/service-worker.js')).text()).toContain('the page’s own');
    const killing = await startServer({ webDir, killServiceWorker: true });
    const answer = await fetch(`${killing.url}/service-worker.js`);
    expect(answer.headers.get('content-type')).toBe('text/javascript');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).toContain('registration.unregister()');
    await killing.stop();
  });
});

describe('the session cookie', () => {
  it('is closed to scripts and other sites, and bound to https where there is https', async () => {
    const plain = await cookieOfJoin(server.adminToken, {});
    expect(plain).toMatch(
      /^gemba-[\da-f-]{36}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=34560000$/u,
    );
    const ada = await joinAsPlainDevice(server.url, await inviteFrom(plain), 'Ben');
    const secure = await cookieOfJoin(await ada.invite('ownDevice'), behindProxy);
    expect(secure).toMatch(/^__Host-gemba-[\da-f-]{36}=[\w-]{43}; .*; Secure$/u);
  });
});

async function inviteFrom(setCookie: string): Promise<string> {
  const answer = await fetch(`${server.url}/invitations`, {
    method: 'POST',
    headers: { cookie: setCookie.split(';', 1)[0] ?? '' },
    body: JSON.stringify({ for: 'member' }),
  });
  return ((await answer.json()) as { token: string }).token;
}

async function cookieOfJoin(token: string, headers: Record<string, string>): Promise<string> {
  const answer = await fetch(`${server.url}/session/join`, {
    method: 'POST',
    headers,
    body: JSON.stringify(joinBody(token)),
  });
  expect(answer.status).toBe(200);
  return answer.headers.getSetCookie()[0] ?? '';
}
