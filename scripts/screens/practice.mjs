/** What the practice has agreed on, its figures, help. */
import { unfoldDetails } from './steps.mjs';

/** @type {readonly import('./list.mjs').Screen[]} */
export const practiceScreens = [
  { name: 'me', who: 'ada', path: '/me', ready: '[data-testid=own-idea]' },
  { name: 'catalogue-empty', who: 'ada', path: '/catalogue', ready: '[data-testid=empty-state]' },
  {
    name: 'catalogue',
    who: 'ada',
    path: '/catalogue',
    ready: '[data-testid=catalogue-entry]',
    before: fillCatalogue,
  },
  {
    name: 'catalogue-entry',
    who: 'ada',
    path: '/catalogue',
    act: (page) => page.getByTestId('catalogue-entry').first().getByRole('button').click(),
    ready: '.entry-sheet',
  },
  {
    name: 'record-access-team',
    who: 'ada',
    path: ({ record }) => record,
    act: async (page) => {
      await unfoldDetails(page);
      await page.locator('.access-section .segments__input').nth(1).check();
      const teams = page.locator('.access-section__team select');
      await teams.locator('option').nth(1).waitFor({ state: 'attached' });
      await teams.selectOption({ index: 1 });
      await page.locator('.access-section').evaluate((part) => part.scrollIntoView());
    },
    ready: '.access-section__team select',
  },
  { name: 'practice', who: 'ada', path: '/practice', ready: '.practice-list__tick' },
  { name: 'insights', who: 'ada', path: '/insights', ready: '.sources-part' },
  {
    name: 'insights-figure',
    who: 'ada',
    path: '/insights',
    act: (page) => page.getByTestId('kpi-productivity').click(),
    ready: '.kpi-sheet',
  },
  { name: 'me-local', who: 'newcomer', path: '/me', ready: '.me-screen' },
  { name: 'help', who: 'ada', path: '/help', ready: '.help-screen__page' },
  { name: 'help-page', who: 'ada', path: '/help/kata', ready: '.help-screen__how' },
  {
    name: 'tour',
    who: 'newcomer',
    path: '/help',
    act: async (page) => {
      const tour = page.getByTestId('tour');
      const start = page.locator('.section__control .button');
      await tour.or(start).first().waitFor();
      if (await start.isVisible()) await start.click();
    },
    ready: '[data-testid=tour]',
    after: ({ newcomer }) => newcomer.evaluate(() => localStorage.setItem('gemba.tour', 'over')),
  },
];

/**
 * A team to which both belong, a supplier, and a service with its product owner.
 *
 * @param {import('./cast.mjs').Cast} cast
 */
async function fillCatalogue({ ada }) {
  await ada.evaluate(() => localStorage.setItem('gemba.language', 'en'));
  await ada.goto(new URL('/catalogue', ada.url()).href);
  for (const [name, kind] of /** @type {const} */ ([
    ['Reception', 'Team'],
    ['Stamps & Signs Ltd', 'Supplier'],
    ['Patient check-in', 'Service'],
  ])) {
    await ada.getByRole('button', { name: 'Add an entry' }).click();
    const sheet = ada.getByRole('dialog');
    await sheet.getByRole('textbox', { name: 'Name' }).fill(name);
    await sheet.getByRole('combobox', { name: 'Kind' }).selectOption({ label: kind });
    if (kind === 'Service') {
      await sheet.getByRole('combobox', { name: 'Product owner' }).selectOption({ index: 2 });
    }
    await sheet.getByRole('button', { name: 'Done' }).click();
  }
  await ada.goto(new URL('/members', ada.url()).href);
  for (const name of ['Ada Brook', 'Li Wei']) {
    await ada.getByTestId('person').filter({ hasText: name }).getByRole('button').click();
    await ada.getByRole('checkbox', { name: 'Reception' }).check();
    await ada.getByRole('button', { name: 'Save teams' }).click();
    await ada
      .getByTestId('person')
      .filter({ hasText: `${name}` })
      .filter({ hasText: 'Reception' })
      .waitFor();
  }
}
