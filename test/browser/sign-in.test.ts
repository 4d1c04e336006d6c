/** The ways in and out, in a real browser: links with uses, passkeys, signing out here and from elsewhere. */
import type { CDPSession, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  captureBox,
  join,
  joinBoth,
  keepIdea,
  openCapture,
  openRegister,
  readyForOffline,
  rowOf,
  seeInRegister,
} from '../support/app.ts';
import { type BuiltServer, runBuiltCommand, startBuiltServer } from '../support/built-server.ts';
import type { Device } from '../support/device.ts';
import { endScene, type Scene, startScene } from '../support/scene.ts';
import { startOpenIdProvider } from '../support/openid-provider.ts';

let scene: Scene<[Device, Device]>;
let server: BuiltServer;
let ada: Device;
let other: Device;

beforeEach(async () => {
  scene = await startScene({}, {});
  ({
    server,
    devices: [ada, other],
  } = scene);
});

afterEach(() => endScene(scene));

/** Browsers have passkeys on localhost and on no address of numbers. */
const atLocalhost = (url = ''): string => url.replace('127.0.0.1', 'localhost');

const me = async (page: Page) => page.getByRole('link', { name: 'Me', exact: true }).click();

const adminLink = (): string =>
  runBuiltCommand(server.dataDir, '--port', String(server.port), 'admin-link').trim();

/** A phone's own authenticator, whose owner always says yes. */
async function addAuthenticator(device: Device) {
  const session = await device.context.newCDPSession(device.page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { session, authenticatorId };
}

/** What the maker of the phone does between a person's devices. */
async function syncPasskeys(
  from: { session: CDPSession; authenticatorId: string },
  to: { session: CDPSession; authenticatorId: string },
) {
  const { credentials } = await from.session.send('WebAuthn.getCredentials', from);
  expect(credentials).toHaveLength(1);
  for (const credential of credentials) {
    await to.session.send('WebAuthn.addCredential', { ...to, credential });
  }
}

async function signOut(page: Page) {
  await me(page);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Sign out' });
  await sheet.waitFor();
  return sheet;
}

test('a passkey made after joining signs in on a device that has nothing else', async () => {
  const first = await addAuthenticator(ada);
  await join(ada.page, atLocalhost(server.adminLink), 'Ada');
  await ada.page.getByRole('heading', { name: 'Sign in without a link next time?' }).waitFor();
  await ada.page.getByRole('button', { name: 'Add a passkey' }).click();
  await ada.page.getByText('Passkey added').waitFor();
  await keepIdea(ada.page, 'Kept before the tablet came');
  await seeInRegister(ada.page, 'Kept before the tablet came', 'On the server');

  const second = await addAuthenticator(other);
  await syncPasskeys(first, second);
  await other.page.goto(atLocalhost(server.url));
  await keepIdea(other.page, 'Kept before signing in');
  await me(other.page);
  await other.page.getByRole('link', { name: 'Sign in or join' }).click();
  await other.page.getByRole('button', { name: 'Use a passkey' }).click();
  await rowOf(other.page, 'Kept before the tablet came').waitFor();
  await seeInRegister(other.page, 'Kept before signing in', 'On the server');
  await me(other.page);
  await other.page.getByText('Ada', { exact: true }).first().waitFor();
  await other.page.getByText('This one').or(other.page.getByText('this device')).first().waitFor();
});

test('signing out removes the register from the device, and another person can join on it', async () => {
  await join(ada.page, server.adminLink ?? '', 'Ada');
  await keepIdea(ada.page, 'Not for the next person');
  await seeInRegister(ada.page, 'Not for the next person', 'On the server');
  const sheet = await signOut(ada.page);
  await sheet.getByText('Everything is on the server').waitFor();
  await sheet.getByRole('button', { name: 'Sign out', exact: true }).click();
  await ada.page.getByRole('link', { name: 'Sign in or join' }).waitFor();
  const kept = await ada.page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name),
  );
  expect(kept.filter((name) => name?.startsWith('gemba:') && name.split(':').length > 2)).toEqual(
    [],
  );
  expect(await ada.page.evaluate(() => caches.has('gemba-first-look'))).toBe(false);
  await join(ada.page, adminLink(), 'Bo');
  await seeInRegister(ada.page, 'Not for the next person', 'On the server');
  await me(ada.page);
  await ada.page.getByText('Bo', { exact: true }).first().waitFor();
});

test('a device that is signed out from another one ends at once, keeps what it could not send, and goes on when its person is back', async () => {
  await joinBoth(ada, other, server.adminLink);
  const bo = other.page;
  await keepIdea(bo, 'On the server already');
  await seeInRegister(bo, 'On the server already', 'On the server');
  await other.goOffline();
  await keepIdea(bo, 'Written in the cellar');
  await seeInRegister(bo, 'Written in the cellar', 'On this device');

  await ada.page.goto(`${server.url}/members`);
  await ada.page.getByRole('button', { name: /Bo/u }).click();
  await ada.page.getByRole('button', { name: /^Sign out/u }).click();
  await ada.page.getByText('Signed out').first().waitFor();
  await ada.page.keyboard.press('Escape');
  const signedOutAt = Date.now();
  await other.goOnline();
  const left = bo.getByTestId('left-work');
  await left.getByText('Unsent work of Bo').waitFor();
  expect(Date.now() - signedOutAt).toBeLessThan(15_000);
  await left.getByText('1 edit').waitFor();

  const link = adminLink();
  await bo.goto(link);
  await bo.getByRole('button', { name: 'I am Bo' }).click();
  await bo.getByRole('textbox', { name: 'Your name' }).fill('Bo');
  await bo.getByRole('button', { name: 'Join', exact: true }).click();
  await seeInRegister(bo, 'Written in the cellar', 'On the server');
  await seeInRegister(ada.page, 'Written in the cellar', 'On the server');
});

test('a work account is linked once and signs in on the next device, and another joins by a link', async () => {
  const address = `http://localhost:${server.port}`;
  const provider = await startOpenIdProvider(
    {
      'ada-1': { name: 'Ada Work', email: 'ada@example.org' },
      'bo-2': { name: 'Bo Work', email: 'bo@example.org' },
    },
    [`${address}/session/account/callback`],
  );
  await server.stop();
  server = await startBuiltServer({
    dataDir: server.dataDir,
    port: server.port,
    env: {
      OIDC_ISSUER: provider.issuer.origin,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_NAME: 'Example SSO',
    },
  });
  try {
    await join(ada.page, atLocalhost(server.adminLink), 'Ada');
    await keepIdea(ada.page, 'Kept at work');
    await seeInRegister(ada.page, 'Kept at work', 'On the server');
    await me(ada.page);
    await ada.page.getByRole('button', { name: 'Link my work account' }).click();
    await ada.page.getByRole('link', { name: 'Ada Work' }).click();
    await ada.page.getByText('Work account linked').waitFor();

    const token = await ada.page.evaluate(async () => {
      const body = JSON.stringify({ for: 'person', roles: ['contributor'] });
      const answer = await fetch('/invitations', { method: 'POST', body });
      return ((await answer.json()) as { readonly token: string }).token;
    });
    await other.page.goto(`${address}/#join=${token}`);
    await other.page.getByRole('button', { name: 'Join with Example SSO' }).click();
    await other.page.getByRole('link', { name: 'Bo Work' }).click();
    await rowOf(other.page, 'Kept at work').waitFor();
    await ada.page.goto(`${address}/members`);
    await ada.page.getByTestId('person').filter({ hasText: 'Bo Work' }).waitFor();
    const sheet = await signOut(other.page);
    await sheet.getByRole('button', { name: 'Sign out', exact: true }).click();
    await other.page.getByRole('link', { name: 'Sign in or join' }).waitFor();
    // The provider knows Bo for as long as it may.
    await other.context.clearCookies();

    await other.page.goto(`${address}/join`);
    await other.page.getByRole('button', { name: 'Sign in with Example SSO' }).click();
    await other.page.getByRole('link', { name: 'Ada Work' }).click();
    await rowOf(other.page, 'Kept at work').waitFor();
    expect(other.page.url()).not.toContain('account=');
  } finally {
    await provider.stop();
  }
});

test('a device is in several workspaces, loses nothing by switching, and leaves one without the server', async () => {
  const { page, context } = ada;
  const command = ['--port', String(server.port), 'workspace'];
  const wardLink = runBuiltCommand(server.dataDir, ...command, 'add', 'Ward 3').trim();
  expect(runBuiltCommand(server.dataDir, ...command, 'list')).toMatch(/ Gemba\n.* Ward 3\n/u);
  const workspace = (name: string) => page.getByTestId('workspace').filter({ hasText: name });
  const openWorkspace = async (name: string) => {
    await page.getByRole('button', { name: `Open ${name}` }).click();
    await workspace(name).getByText('Open now').waitFor();
  };
  const sessions = async () => (await context.cookies()).filter(({ value }) => value !== '').length;

  await join(page, server.adminLink ?? '', 'Ada');
  await keepIdea(page, 'Of the first workspace');
  await seeInRegister(page, 'Of the first workspace', 'On the server');
  await join(page, wardLink, 'Ada of the ward');
  await workspace('Ward 3').getByText('Open now').waitFor();
  await keepIdea(page, 'Of the second workspace');
  await seeInRegister(page, 'Of the second workspace', 'On the server');
  expect(await rowOf(page, 'Of the first workspace').count()).toBe(0);
  expect(await sessions()).toBe(2);

  // Without a network: what was written in the one is counted from the other, and sent from there.
  await readyForOffline(page);
  await ada.goOffline();
  await keepIdea(page, 'Written in the cellar of the ward');
  await seeInRegister(page, 'Written in the cellar of the ward', 'On this device');
  await openCapture(page);
  await captureBox(page).fill('Half a thought of the ward');
  await me(page);
  await openWorkspace('Gemba');
  await workspace('Ward 3').getByText('1 unsent').waitFor();
  await openCapture(page);
  expect(await captureBox(page).inputValue()).toBe('');
  await openRegister(page);
  await rowOf(page, 'Of the first workspace').waitFor();
  expect(await rowOf(page, 'Of the second workspace').count()).toBe(0);
  await ada.goOnline();
  await expect
    .poll(
      async () => {
        await page.goto(`${server.url}/me`);
        return workspace('Ward 3').textContent();
      },
      { timeout: 30_000, interval: 1_000 },
    )
    .toContain('everything sent');
  await openWorkspace('Ward 3');
  await openCapture(page);
  await expect.poll(() => captureBox(page).inputValue()).toBe('Half a thought of the ward');
  await seeInRegister(page, 'Written in the cellar of the ward', 'On the server');

  // Leaving needs no server; it is told when it is back, and the other workspace is open meanwhile.
  await ada.goOffline();
  const sheet = await signOut(page);
  await sheet.getByText('You are signed out here at once').waitFor();
  await sheet.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByText('Signed out of Ward 3').waitFor();
  await workspace('Gemba').getByText('Open now').waitFor();
  expect(await workspace('Ward 3').count()).toBe(0);
  const names = await page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name ?? ''),
  );
  expect(names.filter((name) => name.split(':').length > 2)).toHaveLength(1);
  expect(await sessions()).toBe(2);
  await ada.goOnline();
  await expect.poll(sessions, { timeout: 30_000 }).toBe(1);
  await page.reload();
  await workspace('Gemba').waitFor();
  expect(await page.getByText('Signed out of Ward 3').count()).toBe(0);
});

test('whoever is not signed in can keep ideas, and finds every way in and back', async () => {
  const { page } = ada;
  await addAuthenticator(ada);
  await page.goto(atLocalhost(`${server.url}/join`));
  await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByRole('alert').filter({ hasText: 'No passkey was chosen' }).waitFor();
  await page.getByRole('textbox', { name: 'Invitation link' }).fill(server.adminLink ?? '');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).waitFor();
  await openCapture(page);
  await captureBox(page).waitFor();
});
