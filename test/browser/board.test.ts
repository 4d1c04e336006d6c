/** The board: cards moved by mouse and by keys, limits that warn and that refuse, and a device that was offline. */
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { joinBoth, keepIdea, openRegister, rowOf } from '../support/app.ts';
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

const column = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true });
const cardIn = (page: Page, name: string, title: string): Locator =>
  column(page, name).getByTestId('board-card').filter({ hasText: title });
const linkOf = (page: Page, title: string): Locator =>
  page.getByTestId('board').getByRole('link', { name: title, exact: true });

async function openBoard(page: Page): Promise<void> {
  await openRegister(page);
  await page.getByRole('link', { name: 'As a board' }).click();
  await page.getByTestId('board').waitFor();
}

async function dragTo(page: Page, card: Locator, target: Locator): Promise<void> {
  const [from, to] = [await card.boundingBox(), await target.boundingBox()];
  if (from === null || to === null) throw new Error('nothing to drag, or nowhere to');
  await page.mouse.move(from.x + 60, from.y + 40);
  await page.mouse.down();
  await page.mouse.move(from.x + 80, from.y + 44, { steps: 3 });
  await page.mouse.move(to.x + 80, to.y + 120, { steps: 6 });
  await page.mouse.up();
}

async function limitAssessing(page: Page, act: (line: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Limits', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await act(dialog.getByRole('group', { name: 'Assessing', exact: true }));
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await dialog.waitFor({ state: 'detached' });
}

test('moves cards within limits, and says what stands in the way', async () => {
  const { page } = ada;
  for (const idea of ['Third idea', 'Second idea', 'First idea']) await keepIdea(page, idea);
  await openBoard(page);
  await limitAssessing(page, async (line) => {
    await line.getByRole('textbox').fill('1');
    await line.getByRole('textbox').press('Enter');
  });
  await column(page, 'Assessing').getByText('0 of 1').waitFor();

  await dragTo(page, cardIn(page, 'Idea', 'First idea'), column(page, 'Assessing'));
  await cardIn(page, 'Assessing', 'First idea').waitFor();
  await column(page, 'Assessing').getByText('1 of 1').waitFor();

  await linkOf(page, 'Second idea').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('status').filter({ hasText: 'Its limit is 1' }).first().waitFor();
  await column(page, 'Assessing').getByText('over its limit').waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe('Second idea');

  await limitAssessing(page, async (line) => {
    await line.getByRole('textbox').press('Tab');
    await line.getByRole('checkbox', { name: 'Firm' }).check();
  });
  await linkOf(page, 'Third idea').focus();
  await page.keyboard.press('m');
  await page.getByRole('dialog').getByRole('button', { name: 'Assessing', exact: true }).click();
  const full = page.getByRole('dialog', { name: '“Assessing” is full' });
  await full.getByRole('button', { name: 'Move it all the same' }).click();
  await full.getByText('Write the reason, then try again.').waitFor();
  await full.getByRole('textbox', { name: 'Reason' }).fill('The inspector comes on Monday');
  await full.getByRole('button', { name: 'Move it all the same' }).click();
  await cardIn(page, 'Assessing', 'Third idea').waitFor();

  await dragTo(page, cardIn(page, 'Assessing', 'Third idea'), column(page, 'Planned'));
  await page.getByRole('alert').filter({ hasText: 'it can’t go there at once' }).waitFor();
  await cardIn(page, 'Assessing', 'Third idea').waitFor();

  await openBoard(bo.page);
  await cardIn(bo.page, 'Assessing', 'Third idea').waitFor();
  await bo.goOffline();
  await linkOf(bo.page, 'First idea').focus();
  await bo.page.keyboard.press('Shift+ArrowLeft');
  await cardIn(bo.page, 'Idea', 'First idea').waitFor();
  await bo.goOnline();
  await cardIn(page, 'Idea', 'First idea').waitFor({ timeout: 30_000 });

  await page.getByRole('link', { name: 'As a list' }).click();
  await rowOf(page, 'First idea').filter({ hasText: 'Idea' }).waitFor();
  await rowOf(page, 'Third idea').filter({ hasText: 'Assessing' }).click();
  await page.getByRole('button', { name: 'Show history' }).click();
  const told = page.getByTestId('history-entry');
  await told.filter({ hasText: 'The inspector comes on Monday' }).first().waitFor();

  // A day that is being typed outlives the redraw that the owner before it brings.
  await page.getByRole('heading', { name: 'Take action' }).getByRole('button').click();
  await page.getByRole('textbox', { name: 'Add a task' }).fill('Print the signs');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Print the signs/u }).click();
  const task = page.locator('.plan');
  await task.getByRole('combobox', { name: 'Owner' }).selectOption({ index: 1 });
  const due = task.getByLabel('Due', { exact: true });
  const setDue = async (day: string) => {
    await due.fill(day);
    await due.blur();
  };
  await setDue('2020-01-01');
  await page.getByRole('alert').filter({ hasText: 'or a later day' }).waitFor();
  await setDue('2031-05-01');
  await page.getByText('Due May 1, 2031').waitFor();
  await setDue('2031-06-01');
  const reason = page.getByTestId('move-reason').getByRole('textbox');
  await reason.fill('The printer is booked');
  await reason.press('Enter');
  await page.getByText('moved once').first().waitFor();
});
