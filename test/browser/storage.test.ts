/** When the browser itself takes storage away: said plainly, nothing typed is lost, the register comes back. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { captureBox, join, keepIdea, openCapture, rowOf, seeInRegister } from '../support/app.ts';
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

/** Chromium's own quota override does not reach IndexedDB, so the writes fail as they do on a full disk. */
const fillDisk = (page: Page) =>
  page.evaluate(() => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const { put, add } = IDBObjectStore.prototype;
    Object.assign(window, {
      freeDisk: () => Object.assign(IDBObjectStore.prototype, { put, add }),
    });
    Object.assign(IDBObjectStore.prototype, { put: refuse, add: refuse });
  });

const freeDisk = (page: Page) =>
  page.evaluate(() => void (window as unknown as { freeDisk: () => void }).freeDisk());

test('a full disk keeps the words in the box and says what to do; later the same words are kept', async () => {
  const { page } = phone;
  await page.goto(server.url);
  await openCapture(page);
  await fillDisk(page);
  await captureBox(page).fill('Kept although there was no room');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: 'no room left' }).waitFor();
  expect(await captureBox(page).inputValue()).toBe('Kept although there was no room');
  await freeDisk(page);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByTestId('receipt').waitFor();
  await seeInRegister(page, 'Kept although there was no room', 'On this device');
});

test('a browser that threw the register away says so and brings it back from the server', async () => {
  const { page } = phone;
  await join(page, server.adminLink ?? '', 'Ada');
  await keepIdea(page, 'Will be evicted');
  await seeInRegister(page, 'Will be evicted', 'On the server');
  const session = await phone.context.newCDPSession(page);
  await page.goto('about:blank');
  await session.send('Storage.clearDataForOrigin', {
    origin: server.url,
    storageTypes: 'indexeddb',
  });
  await page.goto(server.url);
  await page
    .getByText(/browser (has )?(removed|cleared|deleted)/iu)
    .first()
    .waitFor();
  await rowOf(page, 'Will be evicted').waitFor({ state: 'detached' });
  await seeInRegister(page, 'Will be evicted', 'On the server');
});
