/** A coordinator answers new ideas by the keyboard, also without a network, and takes an answer back. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  joinBoth,
  keepIdea,
  openRecord,
  openRegister,
  readyForOffline,
  rowOf,
} from '../support/app.ts';
import type { BuiltServer } from '../support/built-server.ts';
import type { Device } from '../support/device.ts';
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
  await joinBoth(ada, bo, server.adminLink);
});

afterEach(() => endScene(scene));

const card = (page: Page) => page.getByTestId('triage-card');

async function openTriage(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Me', exact: true }).click();
  await page.locator('.me-screen').getByRole('link', { name: 'Triage' }).click();
  await card(page).filter({ hasText: title }).waitFor();
  // What an answer needs is fetched with the first one, or kept by the service worker.
  await readyForOffline(page);
}

test('answers with the keys 1 to 3, and an answer given offline waits in sight', async () => {
  for (const idea of ['Third idea', 'Second idea', 'First idea']) await keepIdea(bo.page, idea);
  await openRegister(ada.page);
  for (const idea of ['First idea', 'Second idea', 'Third idea']) {
    await rowOf(ada.page, idea).waitFor();
  }
  await openTriage(ada.page, 'First idea');

  await ada.page.keyboard.press('1');
  await ada.page.getByText('is being assessed').waitFor();
  await card(ada.page).filter({ hasText: 'Second idea' }).waitFor();

  await ada.page.keyboard.press('2');
  await ada.page.getByRole('textbox', { name: 'What do you need to know?' }).fill('Which door?');
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Ask back' }).click();
  await card(ada.page).filter({ hasText: 'Third idea' }).waitFor();

  await ada.page.context().setOffline(true);
  await ada.page.keyboard.press('3');
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
  await ada.page.getByText('Write the reason, then try again.').waitFor();
  await ada.page.getByRole('textbox', { name: 'Reason' }).fill('No room for it');
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
  await ada.page.getByTestId('queue-pending').filter({ hasText: 'Third idea' }).waitFor();
  await ada.page.getByText('Everybody has an answer').waitFor();

  await ada.page.context().setOffline(false);
  await expect
    .poll(() => ada.page.getByTestId('queue-pending').count(), { timeout: 30_000 })
    .toBe(0);
  await openRegister(bo.page);
  await rowOf(bo.page, 'Third idea').filter({ hasText: 'Declined' }).waitFor();
  await rowOf(bo.page, 'First idea').filter({ hasText: 'Assessing' }).waitFor();
  await openRecord(bo.page, 'Second idea');
  await bo.page.getByTestId('comment').filter({ hasText: 'Which door?' }).waitFor();
});

test('takes an accepted idea back, also offline', async () => {
  await keepIdea(ada.page, 'Only idea');
  await openTriage(ada.page, 'Only idea');
  await ada.page.context().setOffline(true);
  await ada.page.keyboard.press('1');
  await ada.page.getByText('Everybody has an answer').waitFor();
  await ada.page.getByRole('button', { name: 'Undo', exact: true }).click();
  await openRegister(ada.page);
  await rowOf(ada.page, 'Only idea').filter({ hasText: 'Idea' }).waitFor();
  await rowOf(ada.page, 'Only idea').filter({ hasNotText: 'Assessing' }).waitFor();
  await ada.page.context().setOffline(false);
});

test('answers several at once with one reason, also offline, and takes accepted ones back', async () => {
  for (const idea of ['One', 'Two', 'Three']) await keepIdea(ada.page, `${idea} idea`);
  await openTriage(ada.page, 'Three idea');
  await ada.page.context().setOffline(true);
  await ada.page.getByRole('radio', { name: 'As a list' }).check();
  const choose = (idea: string) => ada.page.getByRole('checkbox', { name: `Choose ${idea}` });
  const chosen = (name: string) => ada.page.getByRole('group', { name });
  await choose('One idea').check();
  await chosen('1 chosen').getByRole('button', { name: 'Decline' }).click();
  await ada.page.getByRole('textbox', { name: 'Reason' }).fill('No room for it');
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
  await ada.page.getByText('1 idea declined').waitFor();
  await choose('Two idea').check();
  await choose('Three idea').check();
  await chosen('2 chosen').getByRole('button', { name: 'Accept' }).click();
  await ada.page.getByText('Everybody has an answer').waitFor();
  await ada.page.getByRole('button', { name: 'Undo', exact: true }).click();
  await ada.page.getByText('2 ideas taken back').waitFor();
  await ada.page.context().setOffline(false);
});
