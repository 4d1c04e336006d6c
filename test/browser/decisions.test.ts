/** Decisions: taken apart on two devices, of which one counts, and the end of a record. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  join,
  keepIdea,
  openRecord,
  openRegister,
  readyForOffline,
  rowOf,
  seeInRegister,
} from '../support/app.ts';
import type { BuiltServer } from '../support/built-server.ts';
import { desk, type Device } from '../support/device.ts';
import { endScene, type Scene, startScene } from '../support/scene.ts';

let scene: Scene<[Device, Device]>;
let server: BuiltServer;
let phone: Device;
let laptop: Device;

/** One person, who may decide everything, on two devices. */
beforeEach(async () => {
  scene = await startScene({}, { viewport: desk });
  ({
    server,
    devices: [phone, laptop],
  } = scene);
  await join(phone.page, server.adminLink ?? '', 'Ada');
  await addDevice(phone.page, laptop.page);
  await keepIdea(phone.page, 'Shorter forms');
  await seeInRegister(laptop.page, 'Shorter forms', 'On the server');
  await openRecord(phone.page, 'Shorter forms');
  await openRecord(laptop.page, 'Shorter forms');
});

afterEach(() => endScene(scene));

const stageBar = (page: Page) => page.getByTestId('stage-bar');

/** Takes a step that asks for a reason, or may have one. */
async function decide(page: Page, name: string, reason: string): Promise<void> {
  const step = stageBar(page).getByRole('button', { name, exact: true });
  if (!(await step.isVisible())) {
    await stageBar(page).getByRole('button', { name: 'Other steps' }).click();
  }
  await page.getByRole('button', { name, exact: true }).click();
  const reasonBox = page.getByRole('textbox', { name: /^Reason/u });
  await reasonBox.fill(reason);
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await reasonBox.waitFor({ state: 'detached' });
}

async function addDevice(from: Page, to: Page): Promise<void> {
  await from.getByRole('link', { name: 'Me', exact: true }).click();
  await from.getByRole('button', { name: 'My other device', exact: true }).click();
  const link = from.getByTestId('invitation-link');
  await link.waitFor();
  await to.goto(((await link.textContent()) ?? '').trim());
  await from.keyboard.press('Escape');
  await to.getByRole('button', { name: 'Add this device', exact: true }).click();
  await to
    .getByRole('button', { name: 'Add this device', exact: true })
    .waitFor({ state: 'detached' });
}

test('of two decisions taken apart one counts, and the late one says why it does not', async () => {
  await phone.goOffline();
  await decide(phone.page, 'Approve', 'It pays for itself.');
  await phone.page.getByTestId('pending-decision').getByText('waiting for the server').waitFor();
  await decide(laptop.page, 'Decline', 'Too dear this year.');
  await stageBar(laptop.page).getByText('Declined', { exact: true }).waitFor();
  await stageBar(laptop.page).getByText('Too dear this year.').waitFor();

  await phone.goOnline();
  const refused = phone.page.getByTestId('refused-decision');
  await refused.getByText('Not taken: Approve').waitFor({ timeout: 40_000 });
  await refused.getByText('It pays for itself.').waitFor();
  await stageBar(phone.page).getByText('Declined', { exact: true }).waitFor();
  await phone.page.getByTestId('pending-decision').waitFor({ state: 'detached' });

  // Kept over a reload, until it was read.
  await phone.page.reload();
  await refused.getByText('Not taken: Approve').waitFor();
  await refused.getByRole('button', { name: 'Understood' }).click();
  await refused.waitFor({ state: 'detached' });

  await decide(phone.page, 'Reopen', 'The budget has changed.');
  for (const { page } of [phone, laptop]) {
    await stageBar(page)
      .getByRole('status')
      .filter({ hasText: 'Idea' })
      .waitFor({ timeout: 20_000 });
    await stageBar(page).getByText('Too dear this year.').waitFor({ state: 'detached' });
  }

  // Its history tells of both, also where the server can't be asked.
  await readyForOffline(laptop.page);
  await laptop.goOffline();
  for (const { page } of [phone, laptop]) {
    await page.getByRole('button', { name: 'Show history' }).click();
    const entries = page.getByTestId('history-entry');
    await entries.filter({ hasText: 'declined it' }).getByText('Too dear this year.').waitFor();
    const reopened = entries.filter({ hasText: 'reopened it' });
    await reopened.getByText('The budget has changed.').waitFor();
    await page.getByRole('combobox', { name: 'Show' }).selectOption('Stage');
    await expect.poll(() => entries.count()).toBe(2);
  }
});

test('a decision that waits shows so in the register and counts once there is a network', async () => {
  await phone.goOffline();
  await decide(phone.page, 'Approve', '');
  const pending = phone.page.getByTestId('pending-decision');
  await openRegister(phone.page);
  await rowOf(phone.page, 'Shorter forms').getByText('Decision waits').waitFor();
  await openRecord(phone.page, 'Shorter forms');
  await pending.waitFor();
  await phone.goOnline();
  await pending.waitFor({ state: 'detached', timeout: 40_000 });
  await stageBar(phone.page).getByRole('status').filter({ hasText: 'Approved' }).waitFor();
  await stageBar(laptop.page).getByRole('status').filter({ hasText: 'Approved' }).waitFor();
  await stageBar(laptop.page).getByRole('button', { name: 'Mark as planned' }).click();
  await stageBar(phone.page)
    .getByText('Planned', { exact: true })
    .first()
    .waitFor({ timeout: 20_000 });
});

test('a record that is deleted for good leaves every device', async () => {
  await phone.page.getByRole('button', { name: 'Delete for good…' }).click();
  const sheet = phone.page.getByRole('dialog');
  await sheet.getByRole('textbox', { name: 'Reason' }).fill('It names a patient.');
  const action = sheet.getByRole('button', { name: 'Delete for good', exact: true });
  await action.click();
  await sheet.getByText('as it stands here').waitFor();
  await sheet.getByRole('textbox', { name: /to confirm/u }).fill('CI-1');
  await action.click();
  for (const { page } of [phone, laptop]) {
    await page.getByText('This record is no longer here').waitFor({ timeout: 20_000 });
    await openRegister(page);
    await expect.poll(() => rowOf(page, 'Shorter forms').count()).toBe(0);
  }
});
