/** A new version of the app while people work: offered, never forced, and nothing typed is lost. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  captureBox,
  description,
  descriptionText,
  keepIdea,
  openCapture,
  openRecord,
  readyForOffline,
  typeAtEnd,
} from '../support/app.ts';
import { type BuiltServer, removeDataDir, startBuiltServer } from '../support/built-server.ts';
import { createDeployment, type Deployment } from '../support/deployment.ts';
import { type Device, startDevice } from '../support/device.ts';

let deployment: Deployment;
let server: BuiltServer;
let phone: Device;

beforeEach(async () => {
  deployment = createDeployment();
  server = await startBuiltServer({ mainFile: deployment.mainFile });
  phone = await startDevice();
});

afterEach(async () => {
  await phone.close();
  await server.stop();
  removeDataDir(server.dataDir);
  deployment.remove();
});

/** Replaces the app on the server, as a deployment does, and has the browser look for it. */
async function deploy(release: string): Promise<void> {
  await server.stop();
  deployment.release(release);
  server = await startBuiltServer({
    mainFile: deployment.mainFile,
    dataDir: server.dataDir,
    port: server.port,
  });
  await phone.page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
}

const releaseOf = (page: Page) =>
  page.evaluate(() => document.querySelector('meta[name=release]')?.getAttribute('content') ?? '');
const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { isMarked: true }));
const isMarked = (page: Page) => page.evaluate(() => 'isMarked' in window);

test('two tabs with unsaved text are offered the new version, and keep every word through it', async () => {
  const first = phone.page;
  await first.goto(server.url);
  await readyForOffline(first);
  await keepIdea(first, 'Record in the first tab');
  await openRecord(first, 'Record in the first tab');
  const second = await phone.newTab();
  await second.goto(server.url);
  await openCapture(second);
  await mark(first);
  await mark(second);

  await deploy('next');
  const offer = first.getByRole('button', { name: 'Update', exact: true });
  await offer.waitFor();
  await second.getByRole('button', { name: 'Update', exact: true }).waitFor();
  expect(await isMarked(first), 'the first tab was not reloaded by itself').toBe(true);
  expect(await isMarked(second), 'the second tab was not reloaded by itself').toBe(true);

  await captureBox(second).fill('typed in the second tab');
  await typeAtEnd(first, ' and typed at the last moment');
  await offer.click();
  await expect.poll(() => releaseOf(first), { timeout: 20_000 }).toBe('next');
  await description(first).waitFor();
  expect(await descriptionText(first)).toContain('and typed at the last moment');
  expect(await captureBox(second).inputValue()).toBe('typed in the second tab');

  await second.reload();
  await captureBox(second).waitFor();
  expect(await releaseOf(second)).toBe('next');
  await expect.poll(() => captureBox(second).inputValue()).toBe('typed in the second tab');
});

test('a release that is rolled back is offered like any other, and the records are there', async () => {
  const { page } = phone;
  await page.goto(server.url);
  await readyForOffline(page);
  await keepIdea(page, 'Here before and after');
  for (const release of ['next', 'back again']) {
    await deploy(release);
    await page.getByRole('button', { name: 'Update', exact: true }).click();
    await expect.poll(() => releaseOf(page), { timeout: 20_000 }).toBe(release);
  }
  await openRecord(page, 'Here before and after');
});

test('the kill switch removes the worker and its caches, and the page works on', async () => {
  const { page } = phone;
  await page.goto(server.url);
  await readyForOffline(page);
  await keepIdea(page, 'Survives the switch');
  await server.stop();
  server = await startBuiltServer({
    mainFile: deployment.mainFile,
    dataDir: server.dataDir,
    port: server.port,
    args: ['--kill-service-worker'],
  });
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
  await expect
    .poll(() => page.evaluate(async () => (await caches.keys()).length), { timeout: 20_000 })
    .toBe(0);
  await page.goto(server.url);
  await openRecord(page, 'Survives the switch');
});
