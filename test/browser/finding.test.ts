/** Finding in the register: views, filters, orders and headings, their addresses, without a network too. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepIdea, openRegister, readyForOffline, rowOf } from '../support/app.ts';
import { type BuiltServer, removeDataDir, startBuiltServer } from '../support/built-server.ts';
import { desk, type Device, startDevice } from '../support/device.ts';

let server: BuiltServer;
let device: Device;

beforeEach(async () => {
  server = await startBuiltServer();
  device = await startDevice({ viewport: desk });
});

afterEach(async () => {
  await device.close();
  await server.stop();
  removeDataDir(server.dataDir);
});

const titles = () => device.page.locator('.register-row__link').allTextContents();

test('what is filtered and ordered stands in the address, and comes back from it without a network', async () => {
  const { page } = device;
  await page.goto(server.url);
  for (const text of ['Ward door', 'Back door', 'Window']) await keepIdea(page, text);
  await readyForOffline(page);
  await openRegister(page);
  await page.getByRole('button', { name: 'Title' }).click();
  await expect.poll(titles).toEqual(['Back door', 'Ward door', 'Window']);
  await page
    .getByRole('columnheader', { name: 'Title' })
    .and(page.locator('[aria-sort=ascending]'))
    .waitFor();
  await page.getByRole('button', { name: 'Title' }).click();
  await expect.poll(titles).toEqual(['Window', 'Ward door', 'Back door']);

  await page.keyboard.press('f');
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  await sheet.getByRole('combobox', { name: 'Group by' }).selectOption('Stage');
  await sheet.getByRole('button', { name: 'Idea', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').fill('door');
  await expect.poll(titles).toEqual(['Ward door', 'Back door']);
  await page.getByTestId('group-heading').filter({ hasText: 'Idea' }).waitFor();
  const address = new URL(page.url());
  expect(address.pathname + decodeURIComponent(address.search)).toBe(
    '/register?stage=idea&sort=title&dir=desc&group=stage&q=door',
  );

  await device.goOffline();
  await page.reload();
  await expect.poll(titles).toEqual(['Ward door', 'Back door']);
  expect(await page.getByRole('searchbox').inputValue()).toBe('door');

  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: 'Remove: Idea' }).click();
  await rowOf(page, 'Window').waitFor();
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await expect.poll(titles).toEqual(['Window', 'Back door', 'Ward door']);
  expect(new URL(page.url()).search).toBe('');
});

test('a link that filters everything out says which filter does, and one that means nothing is left out', async () => {
  const { page } = device;
  await page.goto(server.url);
  await keepIdea(page, 'Ward door');
  await page.goto(`${server.url}/register?stage=idea&urgency=high&owner=bob`);
  await page.getByText('Left out: owner=bob.').waitFor();
  await page.getByText('This filter leaves everything out: Urgency: High.').waitFor();
  await page.getByRole('button', { name: /^Remove “Urgency: High”/u }).click();
  await rowOf(page, 'Ward door').waitFor();
});

test('a view of one’s own is kept on the device, and comes back after it was deleted', async () => {
  const { page } = device;
  await page.goto(server.url);
  await keepIdea(page, 'Ward door');
  await page.goto(`${server.url}/register?tag=night`);
  await page.getByRole('button', { name: /^Filters/u }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Night shift');
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('textbox', { name: 'Rename the view Night shift' }).waitFor();
  await page.goto(`${server.url}/register`);
  const chip = page.getByRole('button', { name: /^Night shift/u });
  await chip.click();
  await page.getByTestId('empty-state').waitFor();
  await page.getByRole('button', { name: /^Filters/u }).click();
  await page.getByRole('button', { name: 'Delete the view Night shift' }).click();
  await chip.waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await chip.waitFor();
});
