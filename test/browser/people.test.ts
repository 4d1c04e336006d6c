/** How people get in and what they may do: links for several, roles, a way back in, removal. */
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { captureBox, join, keepIdea } from '../support/app.ts';
import type { BuiltServer } from '../support/built-server.ts';
import { type Device, startDevice } from '../support/device.ts';
import { endScene, type Scene, startScene } from '../support/scene.ts';

let scene: Scene<[Device, Device]>;
let server: BuiltServer;
let ada: Device;
let bo: Device;

beforeEach(async () => {
  scene = await startScene({}, {});
  ({
    server,
    devices: [ada, bo],
  } = scene);
  await join(ada.page, server.adminLink ?? '', 'Ada');
});

afterEach(() => endScene(scene));

async function openPeople(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Me', exact: true }).click();
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
}

const personLine = (page: Page, name: string): Locator =>
  page.getByTestId('person').filter({ hasText: name });

/** A link for people with these roles, made on the screen of people. */
async function inviteWith(page: Page, roles: readonly string[], uses: string): Promise<string> {
  await page.getByRole('button', { name: 'Invite people' }).click();
  const sheet = page.getByRole('dialog', { name: 'Invite people' });
  for (const role of roles) await sheet.getByRole('checkbox', { name: role }).check();
  await sheet.getByRole('combobox', { name: 'How many people' }).selectOption(uses);
  await sheet.getByRole('button', { name: 'Make the link' }).click();
  const link = (await sheet.getByTestId('invitation-link').textContent()) ?? '';
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  return link.trim();
}

test('a link lets several people in with the roles it names, until it is ended', async () => {
  await openPeople(ada.page);
  const link = await inviteWith(ada.page, ['Assessor'], '5');
  await ada.page.getByText('5 uses left').waitFor();
  await join(bo.page, link, 'Bo');
  await personLine(ada.page, 'Bo').getByText('Contributor and Assessor').waitFor();

  await ada.page.getByRole('button', { name: 'End this link' }).click();
  await ada.page.getByText('No link is open').waitFor();
  const late = await startDevice();
  try {
    await late.page.goto(link);
    await late.page.getByRole('textbox', { name: 'Your name' }).fill('Cy');
    await late.page.getByRole('button', { name: 'Join', exact: true }).click();
    await late.page.getByRole('alert').filter({ hasText: 'link' }).first().waitFor();
  } finally {
    await late.close();
  }
});

test('a new role reaches the other device within seconds', async () => {
  await ada.page.getByRole('link', { name: 'Me', exact: true }).click();
  await ada.page.getByRole('button', { name: 'New member', exact: true }).click();
  const link = await ada.page.getByTestId('invitation-link').textContent();
  await ada.page.keyboard.press('Escape');
  await join(bo.page, (link ?? '').trim(), 'Bo');
  await openPeople(ada.page);
  await bo.page.getByRole('link', { name: 'Me', exact: true }).click();
  await bo.page.getByText('Contributor', { exact: false }).first().waitFor();

  await personLine(ada.page, 'Bo').getByRole('button').click();
  const sheet = ada.page.getByRole('dialog', { name: 'Bo' });
  await sheet.getByRole('checkbox', { name: 'Coordinator' }).check();
  await sheet.getByRole('button', { name: 'Save roles' }).click();
  await sheet.waitFor({ state: 'detached' });
  await bo.page.getByText('Contributor and Coordinator').waitFor({ timeout: 5_000 });
});

test('someone who is removed is signed out within seconds and keeps what was not sent', async () => {
  await openPeople(ada.page);
  await join(bo.page, await inviteWith(ada.page, [], '1'), 'Bo');
  await personLine(ada.page, 'Bo').waitFor();
  await bo.page.getByRole('link', { name: 'Capture', exact: true }).click();
  await captureBox(bo.page).waitFor();

  await personLine(ada.page, 'Bo').getByRole('button').click();
  const sheet = ada.page.getByRole('dialog', { name: 'Bo' });
  await sheet.getByRole('button', { name: 'Remove from the workspace' }).click();
  await sheet.getByRole('button', { name: 'Yes, remove' }).click();
  await ada.page.getByRole('heading', { name: 'Former members' }).waitFor();

  await bo.page.getByRole('button', { name: /Sync needs you/u }).waitFor({ timeout: 10_000 });
  const number = await keepIdea(bo.page, 'Kept after I was removed');
  expect(number).toMatch(/^~/u);
});
