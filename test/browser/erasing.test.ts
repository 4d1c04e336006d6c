/** A passage that an administrator erases leaves every device and every byte of the server; nobody's edit is lost by it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  description,
  descriptionText,
  joinBoth,
  keepIdea,
  openRecord,
  openRegister,
  rowOf,
  typeAtEnd,
} from '../support/app.ts';
import type { BuiltServer } from '../support/built-server.ts';
import { desk, type Device } from '../support/device.ts';
import { endScene, type Scene, startScene } from '../support/scene.ts';

const name = 'Xanthippe Quodlibet';

let scene: Scene<[Device, Device]>;
let server: BuiltServer;
/** Administrator. */
let ada: Device;
let bo: Device;

beforeEach(async () => {
  scene = await startScene({}, { viewport: desk });
  ({
    server,
    devices: [ada, bo],
  } = scene);
  await joinBoth(ada, bo, server.adminLink);
});

afterEach(() => endScene(scene));

/** Files of the data folder in which the bytes of `text` are. */
const filesWith = (text: string): readonly string[] =>
  readdirSync(server.dataDir).filter((file) =>
    readFileSync(join(server.dataDir, file)).includes(text),
  );

const find = async (page: Page, words: string) => {
  await openRegister(page);
  await page.getByRole('searchbox').fill(words);
};

test('words that are erased are on no device and nowhere on the server, and drafts keep what was unsent', async () => {
  await keepIdea(ada.page, `Shorter forms\nAsk ${name} why`);
  await openRegister(bo.page);
  await openRecord(bo.page, 'Shorter forms');
  await expect.poll(() => descriptionText(bo.page)).toContain(name);
  await openRegister(ada.page);
  await openRecord(ada.page, 'Shorter forms');
  await ada.page.getByTestId('saving').getByText('On the server').waitFor();
  await typeAtEnd(bo.page, ' soon');
  await expect.poll(() => descriptionText(ada.page)).toContain('soon');
  expect(filesWith(name)).not.toEqual([]);
  await bo.goOffline();
  await typeAtEnd(bo.page, ' or later');
  await bo.page.getByTestId('saving').getByText('On this device').waitFor();

  await ada.page.getByRole('button', { name: 'Erase words…' }).click();
  const sheet = ada.page.getByRole('dialog');
  await sheet.getByRole('textbox', { name: 'Words to erase' }).fill(name);
  await sheet.getByText('Found once in the record').waitFor();
  await sheet.getByRole('textbox', { name: 'Reason' }).fill('Asked for');
  await sheet.getByRole('textbox', { name: /to confirm/u }).fill('CI-1');
  await sheet.getByRole('button', { name: 'Erase for good' }).click();
  await sheet.waitFor({ state: 'detached' });
  await expect.poll(() => descriptionText(ada.page)).toBe('Shorter forms\nAsk  why soon');
  await ada.page.getByText('An administrator has erased words').waitFor();
  expect(filesWith(name)).toEqual([]);

  await bo.goOnline();
  await expect
    .poll(() => descriptionText(bo.page), { timeout: 40_000 })
    .toBe('Shorter forms\nAsk  why soon');
  await typeAtEnd(bo.page, ' enough');
  await expect.poll(() => descriptionText(ada.page)).toContain('soon enough');
  await bo.page.getByRole('link', { name: 'See drafts' }).click();
  await bo.page.getByText('or later').first().waitFor();
  await bo.page.getByRole('button', { name: 'Apply again' }).click();
  await expect
    .poll(() => ada.page.getByTestId('comment').allInnerTexts())
    .toMatchObject([expect.stringContaining('or later')]);

  for (const { page } of [ada, bo]) {
    await find(page, 'Xanthippe');
    await expect.poll(() => rowOf(page, 'Shorter forms').count()).toBe(0);
    await page.getByRole('searchbox').fill('forms');
    await rowOf(page, 'Shorter forms').waitFor();
  }
  await description(ada.page).waitFor({ state: 'detached' });
  expect(filesWith(name)).toEqual([]);
});
