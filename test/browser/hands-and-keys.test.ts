/** Ways in other than a finger: the keyboard alone, an input method for Chinese, another app's share sheet. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  captureBox,
  description,
  descriptionText,
  joinBoth,
  keepIdea,
  openRecord,
  readyForOffline,
  seeInRegister,
  titleBox,
  typeAtEnd,
} from '../support/app.ts';
import { type BuiltServer, removeDataDir, startBuiltServer } from '../support/built-server.ts';
import { desk, type Device, startDevice } from '../support/device.ts';

let server: BuiltServer;
let devices: Device[];

beforeEach(async () => {
  server = await startBuiltServer();
  devices = [];
});

afterEach(async () => {
  await Promise.all(devices.map((device) => device.close()));
  await server.stop();
  removeDataDir(server.dataDir);
});

async function device(options: Parameters<typeof startDevice>[0] = {}): Promise<Device> {
  const started = await startDevice(options);
  devices.push(started);
  return started;
}

test('the keyboard alone captures, searches, opens and edits', async () => {
  const { page } = await device({ viewport: desk });
  await page.goto(`${server.url}/me`);
  await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  await page.keyboard.press('c');
  await captureBox(page).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('Kept without a mouse');
  await page.keyboard.press('Control+Enter');
  await page.getByTestId('receipt').waitFor();
  await keepIdea(page, 'Something else');

  await page.getByTestId('receipt').press('/');
  await page.getByRole('searchbox').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('mouse');
  // Not before the list has been drawn at all: then everything is missing.
  const found = page.getByTestId('register-row');
  await expect
    .poll(async () => (await found.allTextContents()).map((row) => row.includes('mouse')))
    .toEqual([true]);
  await page.keyboard.press('ArrowDown');
  await page.locator('[data-index="0"]:focus, [data-index="0"] :focus').waitFor();
  await page.keyboard.press('Enter');
  await description(page).waitFor();
  expect(await titleBox(page).inputValue()).toBe('Kept without a mouse');

  for (let i = 0; i < 40; i++) {
    const name = await page.evaluate(() => document.activeElement?.tagName);
    if (
      name === 'TEXTAREA' &&
      (await description(page).evaluate((box) => box === document.activeElement))
    )
      break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' at all');
  await expect.poll(() => descriptionText(page)).toContain('Kept without a mouse at all');
  await page.getByTestId('saving').filter({ hasText: 'On this device' }).waitFor();
});

test('words that another composes with an input method are not torn by what a colleague types', async () => {
  const [ada, bo] = [await device(), await device({ viewport: desk })];
  await joinBoth(ada, bo, server.adminLink);
  await keepIdea(ada.page, 'Start ');
  await seeInRegister(bo.page, 'Start', 'On the server');
  await openRecord(ada.page, 'Start');
  await openRecord(bo.page, 'Start');
  await ada.page.getByTestId('presence').filter({ hasText: 'Bo' }).waitFor();

  await description(ada.page).focus();
  await ada.page.keyboard.press('Control+End');
  const session = await ada.context.newCDPSession(ada.page);
  await session.send('Input.imeSetComposition', {
    text: 'gai',
    selectionStart: 3,
    selectionEnd: 3,
  });
  await typeAtEnd(bo.page, 'and Bo');
  await expect.poll(() => descriptionText(bo.page)).toContain('and Bo');
  await session.send('Input.imeSetComposition', {
    text: 'gaijin',
    selectionStart: 6,
    selectionEnd: 6,
  });
  await session.send('Input.insertText', { text: '改进' });

  await expect.poll(() => descriptionText(bo.page)).toContain('改进');
  for (const { page } of [ada, bo]) {
    const text = await descriptionText(page);
    expect(text).toContain('改进');
    expect(text).toContain('and Bo');
    expect(text, 'no letter of the composition is left').not.toContain('gai');
  }
});

test('text shared from another app lands in the capture box', async () => {
  const { page } = await device();
  await page.goto(server.url);
  await readyForOffline(page);
  const shared = new URLSearchParams({ title: 'Leak', text: 'Water under the sink' });
  await page.goto(`${server.url}/share?${shared.toString()}`);
  await expect.poll(() => captureBox(page).inputValue()).toContain('Water under the sink');
  expect(await captureBox(page).inputValue()).toContain('Leak');
});

test('the browser finds nothing that keeps the app from being installed', async () => {
  const { page, context } = await device();
  await page.goto(server.url);
  await readyForOffline(page);
  const session = await context.newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  const { errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? '') as {
    readonly icons: readonly { readonly src: string; readonly purpose?: string }[];
    readonly screenshots: readonly { readonly src: string }[];
    readonly shortcuts: readonly { readonly url: string }[];
  };
  expect(manifest.icons.some(({ purpose }) => purpose?.includes('maskable'))).toBe(true);
  expect(manifest.shortcuts.length).toBeGreaterThan(0);
  for (const { src } of [...manifest.icons, ...manifest.screenshots]) {
    const answer = await fetch(new URL(src, server.url));
    expect(answer.status, src).toBe(200);
    expect(answer.headers.get('content-type'), src).toMatch(/^image\//u);
  }
});
