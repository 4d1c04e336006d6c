/** A record as a story: its questions fold, and its links to others read alike from both ends. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { joinBoth, keepIdea, openRecord, seeInRegister } from '../support/app.ts';
import { desk, type Device } from '../support/device.ts';
import { endScene, type Scene, startScene } from '../support/scene.ts';

let scene: Scene<[Device, Device]>;
/** At a phone, and at a desk. */
let ada: Device;
let bo: Device;

beforeAll(async () => {
  scene = await startScene({}, { viewport: desk });
  [ada, bo] = scene.devices;
  await joinBoth(ada, bo, scene.server.adminLink);
  await keepIdea(ada.page, 'Order one stamp');
  await keepIdea(ada.page, 'Train the reception');
  await seeInRegister(bo.page, 'Train the reception', 'On the server');
  await openRecord(ada.page, 'Train the reception');
  await openRecord(bo.page, 'Order one stamp');
});

afterAll(() => endScene(scene));

const fold = (page: Page, question: string) =>
  page.getByRole('heading', { name: question }).getByRole('button');

test('questions unfold by key, and stay so when one comes back to the record', async () => {
  const vision = fold(ada.page, 'What is the vision?');
  await vision.waitFor();
  expect(await vision.getAttribute('aria-expanded')).toBe('false');
  await vision.focus();
  await ada.page.keyboard.press('Enter');
  const value = ada.page.getByRole('textbox', { name: 'Value for us' });
  await value.fill('Two hours a week');
  await fold(ada.page, 'Two hours a week').waitFor();

  const index = ada.page.getByRole('navigation', { name: 'Questions of this record' });
  await index.getByRole('button', { name: 'How do we get there?' }).press('Enter');
  await fold(ada.page, 'Links').press('Enter');
  await ada.page.getByRole('button', { name: 'Add a link' }).waitFor();

  await openRecord(ada.page, 'Order one stamp');
  await vision.waitFor();
  expect(await vision.getAttribute('aria-expanded')).toBe('false');
  await openRecord(ada.page, 'Train the reception');
  await value.waitFor();
  await ada.page.getByRole('button', { name: 'Add a link' }).waitFor();
});

async function link(page: Page, relation: string, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a link' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('combobox', { name: 'This record' }).selectOption({ label: relation });
  await sheet.getByRole('searchbox').fill(words);
  await sheet.getByRole('radio', { name: words }).check();
  await sheet.getByRole('button', { name: 'Add a link' }).click();
}

const linked = (page: Page, relation: string) =>
  page.getByRole('list', { name: relation, exact: true }).getByTestId('link');

test('a link reads from both ends, and a circle is refused where it would be closed', async () => {
  await link(ada.page, 'Depends on', 'Order one stamp');
  await linked(ada.page, 'Depends on').filter({ hasText: 'Order one stamp' }).waitFor();
  await ada.page.getByTestId('waits-for').getByText('(Idea)').waitFor();

  await fold(bo.page, 'How do we get there?').click();
  await fold(bo.page, 'Links').click();
  await linked(bo.page, 'Blocks').filter({ hasText: 'Train the reception' }).waitFor();
  await link(bo.page, 'Depends on', 'Train the reception');
  await bo.page.getByRole('dialog').getByText('They would wait for each other').waitFor();
  await bo.page.keyboard.press('Escape');

  await linked(bo.page, 'Blocks').getByRole('button').click();
  await linked(ada.page, 'Depends on').waitFor({ state: 'detached' });
  await bo.page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await linked(ada.page, 'Depends on').waitFor();
});

test('a reference is an address that opens elsewhere, never a script', async () => {
  await fold(ada.page, 'External references').click();
  const box = ada.page.getByRole('textbox', { name: 'Add a key or an address' });
  await box.fill('https://itsm.example/changes/CHG0031');
  await box.press('Enter');
  const way = ada.page.getByRole('link', { name: 'Open CHG0031' });
  expect(await way.getAttribute('href')).toBe('https://itsm.example/changes/CHG0031');
  expect(await way.getAttribute('rel')).toContain('noopener');
  await fold(ada.page, 'CHG0031').first().waitFor();
  const list = ada.page.getByRole('list', { name: 'External references' });
  await list.getByRole('button', { name: 'CHG0031' }).click();
  const address = ada.page.getByRole('textbox', { name: 'Address', exact: true });
  await address.fill('javascript:alert(1)');
  await address.press('Enter');
  await ada.page.getByText('An address begins with https://').waitFor();
  await address.press('Escape');
  expect(await way.getAttribute('href')).toBe('https://itsm.example/changes/CHG0031');
});

test('a supplier’s quality problem has four ways, and each can be weighed', async () => {
  await bo.page.getByText('More details').click();
  await bo.page.getByRole('textbox', { name: 'Supplier', exact: true }).fill('Stamps & Sons');
  await bo.page.keyboard.press('Enter');
  await fold(bo.page, 'Stamps & Sons').last().click();
  const ways = bo.page.getByTestId('supplier-way');
  await ways.filter({ hasText: 'Improve together' }).getByRole('button').click();
  await ways.filter({ hasText: 'Among the options' }).waitFor();
  expect(await ways.getByRole('button', { name: 'Weigh it' }).count()).toBe(3);
});

test('a circle that two people closed while apart is shown, with the way out', async () => {
  await Promise.all([ada.goOffline(), bo.goOffline()]);
  await link(ada.page, 'Part of', 'Order one stamp');
  await link(bo.page, 'Part of', 'Train the reception');
  await Promise.all([ada.goOnline(), bo.goOnline()]);
  const told = (page: Page) => page.getByText('are parts of each other');
  await told(ada.page).waitFor();
  await told(bo.page).waitFor();
  await ada.page
    .getByRole('button', { name: /^Take out the link to CI-/u })
    .first()
    .click();
  await told(ada.page).waitFor({ state: 'detached' });
  await told(bo.page).waitFor({ state: 'detached' });
  await linked(ada.page, 'Consists of').waitFor();
});
