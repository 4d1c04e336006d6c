/** Two assessors score apart, one of them offline: the record shows as contested, and stands where its score puts it. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { invitationFor, join, keepIdea, openRecord, openRegister, rowOf } from '../support/app.ts';
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
  await join(ada.page, server.adminLink ?? '', 'Ada');
});

afterEach(() => endScene(scene));

const assessment = (page: Page) => page.getByRole('region', { name: 'Assessment' });

const criteria = ['Benefit', 'Urgency', 'Less risk', 'People it reaches', 'Cost', 'Effort'];

async function openAssessment(page: Page, title: string): Promise<void> {
  await openRecord(page, title);
  for (const name of ['4 How do we get there?', 'Assessment']) {
    await page.getByRole('button', { name, expanded: false }).click();
  }
  await assessment(page).waitFor();
}

/** The same on every criterion but the first. */
async function score(page: Page, benefit: number, others: number): Promise<void> {
  for (const [at, name] of criteria.entries()) {
    const value = String(at === 0 ? benefit : others);
    const group = assessment(page).getByRole('group', { name, exact: true });
    await group.getByRole('radio', { name: value, exact: true }).check();
  }
  await assessment(page).getByText('You have scored every criterion.').waitFor();
}

const rankedRow = (page: Page, title: string) =>
  page.getByTestId('ranked-row').filter({ hasText: title });

test('scores given apart come together, are contested, and order the backlog', async () => {
  for (const idea of ['Label the drums', 'Fewer stamps']) await keepIdea(ada.page, idea);
  await join(bo.page, await invitationFor(ada.page, 'assessor'), 'Bo');
  await openRegister(bo.page);
  await rowOf(bo.page, 'Fewer stamps').waitFor();
  await openAssessment(bo.page, 'Fewer stamps');
  await bo.page.context().setOffline(true);
  // Nobody is led by who came first: others' scores show once one has scored.
  await openAssessment(ada.page, 'Fewer stamps');
  await score(ada.page, 5, 3);
  await score(bo.page, 1, 3);
  await bo.page.context().setOffline(false);
  for (const { page } of [ada, bo]) {
    await assessment(page).getByText('Contested: the scores for Benefit').waitFor();
    await assessment(page).getByText('Mean 3, from 1 to 5, by 2 people').waitFor();
  }

  await openAssessment(ada.page, 'Label the drums');
  await score(ada.page, 1, 1);
  await ada.page.goto(`${server.url}/prioritise`);
  await ada.page.getByRole('region', { name: 'Contested' }).getByText('Fewer stamps').waitFor();
  const list = ada.page.getByRole('list', { name: 'Ranking' });
  await expect
    .poll(() => list.getByTestId('ranked-row').allTextContents())
    .toEqual([expect.stringMatching(/^1Fewer stamps.*50$/u), expect.stringMatching(/^2Label/u)]);
  expect(await rankedRow(ada.page, 'Label the drums').textContent()).toContain('Benefit 1');

  // By the keyboard: from the tray into the middle, then to the easy side; and all of it back.
  await ada.page.getByRole('radio', { name: 'Matrix' }).check();
  const card = ada.page.getByRole('button', { name: 'Label the drums' });
  await card.focus();
  await ada.page.keyboard.press('ArrowLeft');
  await ada.page.getByTestId('cell-medium-medium').getByText('Label the drums').waitFor();
  await card.focus();
  await ada.page.keyboard.press('ArrowLeft');
  await ada.page.getByTestId('cell-medium-low').getByText('Label the drums').waitFor();
  await ada.page.getByRole('button', { name: 'Undo', exact: true }).click();
  await ada.page.getByTestId('cell-medium-medium').getByText('Label the drums').waitFor();
  // By tap: the other one.
  await ada.page.getByRole('button', { name: 'Fewer stamps' }).click();
  await ada.page.getByTestId('cell-high-low').getByRole('button', { name: 'Put it here' }).click();
  await ada.page.getByTestId('cell-high-low').getByText('Fewer stamps').waitFor();
});
