/** What an organisation agrees on: written by one, without a network in between, and read by another. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { joinBoth, keepIdea, openRecord, readyForOffline, rowOf } from '../support/app.ts';
import type { BuiltServer } from '../support/built-server.ts';
import { desk, type Device } from '../support/device.ts';
import { endScene, type Scene, startScene } from '../support/scene.ts';

let scene: Scene<[Device, Device]>;
let server: BuiltServer;
let ada: Device;
let bo: Device;

beforeEach(async () => {
  scene = await startScene({ viewport: desk }, { viewport: desk });
  ({
    server,
    devices: [ada, bo],
  } = scene);
  await joinBoth(ada, bo, server.adminLink);
});

afterEach(() => endScene(scene));

const go = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
const vision = (page: Page) => page.getByRole('textbox', { name: 'Vision' });

test('direction and practice reach every member, also what was written without a network', async () => {
  await go(bo.page, 'Direction');
  await bo.page.getByText('No vision has been written yet.').waitFor();
  await go(ada.page, 'Direction');
  await vision(ada.page).fill('Nobody waits for us.');
  await expect.poll(() => vision(bo.page).inputValue()).toBe('Nobody waits for us.');
  expect(await vision(bo.page).getAttribute('readonly')).not.toBeNull();
  expect(await bo.page.getByRole('button', { name: 'Add objective' }).count()).toBe(0);

  await readyForOffline(ada.page);
  await ada.goOffline();
  await ada.page.getByRole('button', { name: 'Add objective' }).click();
  const sheet = ada.page.getByRole('dialog');
  await sheet.getByRole('textbox', { name: 'Objective' }).fill('Shorter queues');
  for (const [name, figure] of [
    ['Baseline', '40'],
    ['Now', '30'],
    ['Target', '20'],
  ] as const) {
    await sheet.getByRole('textbox', { name, exact: true }).fill(figure);
  }
  await sheet.getByRole('button', { name: 'Done' }).click();
  await ada.page.getByText('30 now, from 40 to 20: 50 % of the way').waitFor();
  await go(ada.page, 'Practice');
  await ada.page.getByRole('button', { name: 'Start from the seven' }).click();
  await ada.page.getByRole('checkbox').first().check();
  await ada.page.getByText('1 of 8 are in place.').waitFor();
  await ada.goOnline();

  await bo.page.getByTestId('objective').filter({ hasText: 'Shorter queues' }).waitFor({
    timeout: 40_000,
  });
  await go(bo.page, 'Practice');
  await bo.page.getByText('Focus on value').waitFor();
  await bo.page.getByText('1 of 8 are in place.').waitFor();
  expect(await bo.page.getByRole('checkbox').first().isDisabled()).toBe(true);

  await keepIdea(ada.page, 'A second desk at noon');
  await openRecord(ada.page, 'A second desk at noon');
  await ada.page
    .getByRole('combobox', { name: 'Add an objective' })
    .selectOption({ label: 'Shorter queues' });
  await go(bo.page, 'Direction');
  await bo.page.getByRole('link', { name: '1 improvement' }).click({ timeout: 40_000 });
  await rowOf(bo.page, 'A second desk at noon').waitFor();
  expect(new URL(bo.page.url()).searchParams.get('objective')).not.toBeNull();
});
