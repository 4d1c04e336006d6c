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

test('one change reaches all that are chosen, by key and by hand, and one undo takes it back', async () => {
  const { page } = device;
  await page.goto(server.url);
  for (const text of ['Ward door', 'Back door', 'Window']) await keepIdea(page, text);
  await openRegister(page);
  await page.getByRole('button', { name: /^Filters/u }).waitFor();
  await page.locator('.register-row__link').first().focus();
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByTestId('bulk-bar');
  await bar.getByText('2 selected').waitFor();
  await page.keyboard.press('x');
  await bar.getByText('1 selected').waitFor();
  await bar.getByRole('button', { name: 'Select all 3' }).click();
  await bar.getByRole('button', { name: 'Change…' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('combobox', { name: 'What changes' }).selectOption('Add a tag');
  await sheet.getByRole('textbox', { name: 'Tag' }).fill('night');
  await sheet.getByText('3 ideas will change.').waitFor();
  await sheet.getByRole('button', { name: 'Change 3 ideas' }).click();
  await page.getByText('3 ideas changed.').waitFor();

  await page.goto(`${server.url}/register?tag=night`);
  await expect.poll(titles).toEqual(['Window', 'Back door', 'Ward door']);
  await page.getByRole('button', { name: 'Select several' }).click();
  await page.getByRole('checkbox', { name: 'Select: Back door' }).check();
  await bar.getByRole('button', { name: 'Change…' }).click();
  await sheet.getByRole('combobox', { name: 'What changes' }).selectOption('Remove a tag');
  await sheet.getByRole('textbox', { name: 'Tag' }).fill('night');
  await sheet.getByRole('button', { name: 'Change 1 idea' }).click();
  await expect.poll(titles).toEqual(['Window', 'Ward door']);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(titles).toEqual(['Window', 'Back door', 'Ward door']);
});

test('the columns that a person chose are there on the next visit, and order the list', async () => {
  const { page } = device;
  await page.goto(server.url);
  for (const text of ['Ward door', 'Back door']) await keepIdea(page, text);
  await openRegister(page);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Changed' }).check();
  await page.getByRole('checkbox', { name: 'Stored' }).uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByRole('columnheader', { name: 'Changed' }).waitFor();
  await page.getByRole('columnheader', { name: 'Stored' }).waitFor({ state: 'detached' });
  const changed = page.getByRole('columnheader', { name: 'Changed' }).getByRole('button');
  await changed.click();
  await changed.click();
  await expect.poll(titles).toEqual(['Ward door', 'Back door']);
});

test('the palette leads to a view by its name', async () => {
  const { page } = device;
  await page.goto(server.url);
  await keepIdea(page, 'Ward door');
  await openRegister(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('without own');
  await page.getByRole('option', { name: 'View: Without owner' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Without owner/u, pressed: true }).waitFor();
  await rowOf(page, 'Ward door').waitFor();
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
