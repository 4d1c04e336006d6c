/** News, reviews, successes, an update. */
import { bringToReview } from './verdict.mjs';

/** @type {readonly import('./list.mjs').Screen[]} */
export const endingsScreens = [
  { name: 'notices-empty', who: 'newcomer', path: '/notices', ready: '[data-testid=empty-state]' },
  {
    name: 'notices',
    who: 'ada',
    path: '/notices',
    before: async ({ ada, bo, record }) => {
      await bo.goto(new URL(record, bo.url()).href);
      await bo.locator('.conversation__box').fill('Could two of them share one stamp?');
      await bo.locator('.conversation__new .button').click();
      await ada.getByTestId('notice-count').waitFor({ timeout: 60_000 });
    },
    ready: '[data-testid=notice]',
  },
  {
    name: 'reviews',
    who: 'ada',
    path: '/reviews',
    before: agreeOnReview,
    ready: '[data-testid=review]',
  },
  { name: 'celebrate-empty', who: 'ada', path: '/celebrate', ready: '[data-testid=empty-state]' },
  {
    name: 'celebrate',
    who: 'ada',
    path: '/celebrate',
    before: closeWithSuccess,
    ready: '[data-testid=success]',
  },
  {
    name: 'success',
    who: 'ada',
    path: '/celebrate',
    act: async (page) => {
      await page.getByTestId('success').first().locator('a').click();
      await page.getByTestId('took-part').first().waitFor();
    },
    ready: '.say-thanks',
  },
  // After all that shows the record before its end.
  {
    name: 'record-closing',
    who: 'ada',
    path: ({ record }) => record,
    before: bringToReview,
    act: (page) => page.locator('.stage-bar__steps .button--primary').click(),
    ready: 'dialog [data-testid=proposed-verdict]',
  },
  {
    name: 'update',
    who: 'newcomer',
    path: '/',
    ready: '.shell__notices .notice',
    before: async ({ newcomer }, server) => {
      await server.deployNewer();
      await newcomer.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update();
      });
    },
  },
];

/**
 * A result is shown next week, and everybody is asked how satisfied they are.
 *
 * @param {import('./cast.mjs').Cast} cast
 */
async function agreeOnReview({ ada, record }) {
  await ada.evaluate(() => localStorage.setItem('gemba.language', 'en'));
  await ada.goto(new URL('/practice', ada.url()).href);
  await ada.getByRole('combobox', { name: 'Ask everybody' }).selectOption('3');
  await ada.goto(new URL(record, ada.url()).href);
  const chapter = ada.locator('#story-5');
  const fold = chapter.locator('.story__fold[aria-expanded=false]');
  await chapter.waitFor();
  if (await fold.isVisible()) await fold.click();
  await chapter.getByRole('textbox', { name: 'Add an iteration' }).fill('One desk for a week');
  await ada.keyboard.press('Enter');
  await chapter.getByRole('button', { name: /^One desk for a week/u }).click();
  await chapter.getByLabel('Result shown', { exact: true }).fill('2026-05-27');
  await ada.keyboard.press('Enter');
  await ada
    .getByTestId('saving')
    .filter({ hasText: /On (this device|the server)/u })
    .waitFor();
}

/**
 * Another record goes all the way to its verdict.
 *
 * @param {import('./cast.mjs').Cast} cast
 */
async function closeWithSuccess({ ada }) {
  await ada.evaluate(() => localStorage.setItem('gemba.language', 'en'));
  await ada.goto(new URL('/register?q=cable+drums', ada.url()).href);
  await ada.getByTestId('register-row').first().getByRole('link').click();
  for (const step of [
    'Start assessing',
    'Approve',
    'Mark as planned',
    'Start work',
    'Start review',
  ]) {
    await ada.getByRole('button', { name: step, exact: true }).first().click();
    if (step === 'Approve') await ada.getByRole('dialog').locator('button[type=submit]').click();
  }
  await ada.getByRole('button', { name: 'Close with a verdict' }).click();
  const sheet = ada.getByRole('dialog');
  await sheet.getByRole('combobox', { name: 'Verdict' }).selectOption('achieved');
  await sheet.getByRole('textbox', { name: /^Reason/u }).fill('No drum has gone astray since.');
  await sheet.locator('button[type=submit]').click();
  await ada.locator('#story-7').filter({ hasText: 'Nothing yet' }).waitFor();
  await ada.getByText('Closed', { exact: true }).first().waitFor();
}
