/** The demo on one device: one click, also without a network; nothing of it is left, and nothing of one's own is in it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepIdea, readyForOffline, rowOf } from '../support/app.ts';
import { type BuiltServer, removeDataDir, startBuiltServer } from '../support/built-server.ts';
import { type Device, startDevice } from '../support/device.ts';

let server: BuiltServer;
let phone: Device;

beforeEach(async () => {
  server = await startBuiltServer();
  phone = await startDevice();
});

afterEach(async () => {
  await phone.close();
  await server.stop();
  removeDataDir(server.dataDir);
});

test('one click offline opens a living register, and leaving leaves nothing but one’s own idea', async () => {
  const { page } = phone;
  await page.goto(server.url);
  await keepIdea(page, 'A real idea of mine');
  await readyForOffline(page);
  await phone.goOffline();

  await page.goto(`${server.url}/me`);
  await page.getByRole('button', { name: 'Look around in a demo' }).click();
  await page.getByText('150 ideas').waitFor();
  await page.getByText('Demo: nothing here is real.').waitFor();
  expect(await rowOf(page, 'A real idea of mine').count()).toBe(0);
  await keepIdea(page, 'An idea for the demo');
  // Past the time at which what was kept before joining would be taken along.
  await page.goto(`${server.url}/board`);
  await page.getByText('In progress').first().waitFor();
  await page.goto(`${server.url}/register`);
  await page.getByText('151 ideas').waitFor();
  // With a network nothing of it is sent, and no server asks who this is.
  await phone.goOnline();
  await page.reload();
  await page.getByText('151 ideas').waitFor();
  await rowOf(page, 'An idea for the demo').filter({ hasText: 'On this device' }).waitFor();
  await page.getByText('1 not sent').first().waitFor();

  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await page.getByRole('button', { name: 'Look around in a demo' }).waitFor();
  await page.waitForFunction(async () =>
    (await indexedDB.databases()).every(({ name }) => name !== 'gemba:demo'),
  );
  await page.goto(`${server.url}/register`);
  await rowOf(page, 'A real idea of mine').waitFor();
  expect(await page.getByTestId('register-row').count()).toBe(1);
});
