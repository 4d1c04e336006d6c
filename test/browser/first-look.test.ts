/** The register begins with what it showed last, before the program runs; the program then draws over it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepIdea, readyForOffline, rowOf, seeInRegister } from '../support/app.ts';
import { type BuiltServer, removeDataDir, startBuiltServer } from '../support/built-server.ts';
import { type Device, startDevice } from '../support/device.ts';
import { firstLook } from '../../web/first-look.ts';

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

/** What the service worker has for the next start; '' when nothing. */
const keptLook = (): Promise<string> =>
  phone.page.evaluate(
    async ([path, cacheName]) => (await (await caches.match(path, { cacheName }))?.text()) ?? '',
    [firstLook.path, firstLook.cacheName] as const,
  );

test('the rows of the last visit are in the page before the program is, and then it has taken over', async () => {
  const { page } = phone;
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(server.url);
  await readyForOffline(page);
  await keepIdea(page, 'Ward door squeaks');
  await seeInRegister(page, 'Ward door squeaks', 'On this device');
  await expect.poll(keptLook).toContain('Ward door squeaks');

  await server.kill();
  await phone.goOffline();
  const answer = await page.goto(`${server.url}${firstLook.path}`);
  expect(await answer?.text()).toContain('Ward door squeaks');
  await page.locator(`[${firstLook.attribute}]`).waitFor({ state: 'detached' });
  await rowOf(page, 'Ward door squeaks').waitFor();

  // The program answers: a tap opens the record without loading another page.
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
  await rowOf(page, 'Ward door squeaks').click();
  await page.getByRole('textbox', { name: 'Title', exact: true }).waitFor();
  expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
  expect(complaints.filter((text) => !text.includes('ERR_'))).toEqual([]);
});

test('a new idea is in the next look', async () => {
  const { page } = phone;
  await page.goto(server.url);
  await readyForOffline(page);
  await keepIdea(page, 'Ward door squeaks');
  await seeInRegister(page, 'Ward door squeaks', 'On this device');
  await expect.poll(keptLook).toContain('Ward door squeaks');
  await keepIdea(page, 'Labels fade');
  await seeInRegister(page, 'Labels fade', 'On this device');
  await expect.poll(keptLook).toContain('Labels fade');
});
