/** What happened to a record, as another person's device tells it, and the ways back. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  description,
  descriptionText,
  joinBoth,
  keepIdea,
  openRecord,
  seeInRegister,
  typeAtEnd,
  unfoldDetails,
} from '../support/app.ts';
import type { BuiltServer } from '../support/built-server.ts';
import { desk, type Device } from '../support/device.ts';
import { endScene, type Scene, startScene } from '../support/scene.ts';

let scene: Scene<[Device, Device]>;
let server: BuiltServer;
let ada: Device;
let bo: Device;

beforeEach(async () => {
  scene = await startScene({}, { viewport: desk });
  ({
    server,
    devices: [ada, bo],
  } = scene);
  await joinBoth(ada, bo, server.adminLink);
  await keepIdea(ada.page, 'Labels fade in the store');
  await seeInRegister(bo.page, 'Labels fade in the store', 'On the server');
  await openRecord(ada.page, 'Labels fade in the store');
  await openRecord(bo.page, 'Labels fade in the store');
});

afterEach(() => endScene(scene));

const entries = (page: Page) => page.getByTestId('history-entry');
const showHistory = (page: Page) => page.getByRole('button', { name: 'Show history' }).click();
const choose = (page: Page, field: string, value: string) =>
  page.getByRole('group', { name: field }).getByRole('radio', { name: value }).check();

test('who changed what is told on the other device, in words, as it happens', async () => {
  await unfoldDetails(ada.page);
  await choose(ada.page, 'Urgency', 'Low');
  await showHistory(bo.page);
  await entries(bo.page).filter({ hasText: 'Ada set urgency to low' }).waitFor();
  await entries(bo.page).filter({ hasText: 'Ada kept this idea' }).waitFor();

  await choose(ada.page, 'Urgency', 'High');
  await ada.page.getByRole('button', { name: 'I see this too' }).click();
  await entries(bo.page).filter({ hasText: 'Ada changed urgency from low to high' }).waitFor();
  await entries(bo.page).filter({ hasText: 'Ada supported it' }).waitFor();

  await bo.page.getByRole('button', { name: 'History of Urgency' }).click();
  await entries(bo.page).filter({ hasText: 'Ada supported it' }).waitFor({ state: 'detached' });
  await expect.poll(() => entries(bo.page).count()).toBe(2);
  await bo.page.getByRole('button', { name: 'Set back to low' }).click();
  await entries(bo.page).filter({ hasText: 'I changed urgency from high to low' }).waitFor();
  const low = ada.page.getByRole('group', { name: 'Urgency' }).getByRole('radio', { name: 'Low' });
  await expect.poll(() => low.isChecked()).toBe(true);
});

test('a text that somebody spoilt is brought back, and undo takes that away again', async () => {
  await description(bo.page).fill('Gone');
  await expect.poll(() => descriptionText(ada.page)).toBe('Gone');
  await ada.page.getByRole('button', { name: 'History of Description' }).click();
  const edit = entries(ada.page).filter({ hasText: 'Bo edited description' });
  await edit.getByRole('button', { name: 'Show what changed' }).click();
  expect(await edit.locator('ins').textContent()).toContain('Gone');
  expect(await edit.locator('del').first().textContent()).toContain('Labels');
  await edit.getByRole('button', { name: 'Bring back the text before it' }).click();
  await expect.poll(() => descriptionText(bo.page)).toBe('Labels fade in the store');
  await entries(ada.page).filter({ hasText: 'I edited description' }).waitFor();
  await ada.page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => descriptionText(bo.page)).toBe('Gone');
});

test('without a network one’s own edits come first, then what was read before', async () => {
  await showHistory(ada.page);
  await entries(ada.page).filter({ hasText: 'I kept this idea' }).waitFor();
  await ada.goOffline();
  await typeAtEnd(ada.page, ' by the door');
  await ada.page.getByTestId('unsent-edit').filter({ hasText: 'I edited description' }).waitFor();
  await ada.page.getByText('No connection to the server. This is what was read').waitFor();
  expect(await entries(ada.page).count()).toBe(1);
  await ada.goOnline();
  await ada.page.getByTestId('unsent-edit').waitFor({ state: 'detached', timeout: 40_000 });
  await entries(ada.page).filter({ hasText: 'I edited description' }).waitFor();
});
