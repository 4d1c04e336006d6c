/** Measures, the case, routines, decisions. */
import { chooseMeasure, openMeasure, openPaste, takeReadings } from './measures.mjs';
import { unfoldPart } from './steps.mjs';

/** @type {readonly import('./list.mjs').Screen[]} */
export const outcomeScreens = [
  {
    name: 'measures-empty',
    who: 'ada',
    path: '/measures',
    ready: '[data-testid=empty-state]',
  },
  {
    name: 'measures',
    who: 'ada',
    path: '/measures',
    before: takeReadings,
    ready: '[data-testid=measure]',
  },
  {
    name: 'measure',
    who: 'ada',
    path: '/measures',
    act: openMeasure,
    ready: '[data-testid=measure-chart]',
  },
  {
    name: 'measure-reading',
    who: 'ada',
    path: '/measures',
    act: async (page) => {
      await page.locator('.measure-line .button').first().click();
      await page.locator('.reading-sheet__value').fill('3 h');
      await page.locator('dialog .button--primary').click();
    },
    ready: '.reading-sheet__value[aria-invalid]',
  },
  {
    name: 'measure-paste',
    who: 'ada',
    path: '/measures',
    act: async (page) => {
      await openMeasure(page);
      await openPaste(page);
      await page
        .locator('dialog textarea')
        .fill('2026-05-19,9\nsoon,8\n2026-05-20,3 h\n2026-06-30,7');
    },
    ready: '[data-testid=bad-row]',
  },
  {
    name: 'record-measured',
    who: 'ada',
    path: ({ record }) => record,
    act: async (page) => {
      await unfoldPart(page, 6, 'measured');
      await chooseMeasure(page);
    },
    ready: '[data-testid=measured] [data-testid=measure-chart]',
  },
  {
    name: 'business-case',
    who: 'ada',
    path: ({ record }) => record.replace('/improvements/', '/business-case/'),
    act: fillCase,
    ready: '.return-panel__value:not(.return-panel__value--none)',
  },
  {
    name: 'kata',
    who: 'ada',
    path: ({ record }) => record.replace('/improvements/', '/kata/'),
    before: fillStoryboard,
    ready: '.storyboard__now',
  },
  {
    name: 'coaching-card',
    who: 'ada',
    path: ({ record }) => record.replace('/improvements/', '/kata/'),
    act: async (page) => {
      // The first button is a link from the second time on.
      await page.locator('.coaching__door .button').click();
      await page.getByTestId('coaching-card').waitFor();
    },
    ready: '[data-testid=coaching-card] textarea',
  },
  {
    name: 'ooda',
    who: 'ada',
    path: ({ record }) => record.replace('/improvements/', '/ooda/'),
    act: async (page) => {
      const running = page.getByTestId('running-loop');
      const start = page.locator('.loops__idle .button');
      await running.or(start).first().waitFor();
      if (await start.isVisible()) {
        await start.click();
        await running.locator('.button').first().click();
      }
    },
    ready: '.loops__times',
  },
  {
    name: 'decisions',
    who: 'ada',
    path: '/decisions',
    before: startAssessing,
    ready: '[data-testid=decision-card] .return-panel',
  },
  {
    name: 'meeting',
    who: 'ada',
    path: '/decisions',
    act: async (page) => {
      // Until the queue is read, the first button is another one.
      await page.getByTestId('decision-card').waitFor();
      await page.locator('.decisions-screen__actions button').first().click();
    },
    ready: '[data-testid=meeting] .return-panel',
  },
];

/**
 * What the canvas and the figures of the record at reception say; once is enough.
 *
 * @param {import('playwright-core').Page} page
 */
async function fillCase(page) {
  const cells = page.locator('.canvas__cell textarea');
  await cells.first().waitFor();
  if ((await cells.first().inputValue()) !== '') return;
  await cells.nth(0).fill('Half of the 140 patients a day come back for a second stamp.');
  await cells.nth(1).fill('One stamp after the check-in, by a scanner at the desk.');
  await cells.nth(3).fill('Six minutes less waiting for each patient.');
  for (const [title, kind, amount] of /** @type {const} */ ([
    ['Scanner', 0, '1200'],
    ['Time of the receptionists', 1, '4800'],
  ])) {
    await page.locator('.section:has(.return-panel) .entry-list__add input').fill(title);
    await page.keyboard.press('Enter');
    const line = page.locator('.figure-fields').last();
    await line.locator('.segments__input').nth(kind).check();
    await line.locator('.figure-fields__amounts input').nth(1).fill(amount);
    await page.keyboard.press('Enter');
  }
}

/**
 * The record at reception follows the kata: a target condition, an obstacle at hand and a step.
 *
 * @param {import('./cast.mjs').Cast} cast
 */
async function fillStoryboard({ ada, record }) {
  await ada.evaluate(() => localStorage.setItem('gemba.language', 'en'));
  await ada.goto(new URL(record.replace('/improvements/', '/kata/'), ada.url()).href);
  await ada.getByRole('button', { name: 'Follow the kata' }).click();
  for (const [name, words] of /** @type {const} */ ([
    ['Focus process', 'Admission, from the door to the ward'],
    ['Challenge', 'Nobody waits without knowing why and how long.'],
    ['Target condition', 'Admitted within 15 minutes: one queue, one stamp.'],
    ['Current condition', '32 minutes in the median. Half of 140 patients a day queue twice.'],
  ])) {
    await ada.getByRole('textbox', { name, exact: true }).fill(words);
  }
  for (const [name, words] of /** @type {const} */ ([
    ['Add an obstacle', 'The second queue for the stamp'],
    ['Add an obstacle', 'The printer needs three tries'],
    ['Add a step', 'One stamp right after the check-in'],
  ])) {
    await ada.getByRole('textbox', { name }).fill(words);
    await ada.keyboard.press('Enter');
  }
  await ada.getByRole('button', { name: /^The second queue/u }).click();
  await ada.getByRole('combobox', { name: 'State' }).selectOption({ label: 'Addressing now' });
  await ada.locator('.storyboard__now').waitFor();
}

/**
 * Somebody looks into the record at reception, so that it waits for a decision.
 *
 * @param {import('./cast.mjs').Cast} cast
 */
async function startAssessing({ ada, record }) {
  await ada.evaluate(() => localStorage.setItem('gemba.language', 'en'));
  await ada.goto(new URL(record, ada.url()).href);
  await ada.getByRole('button', { name: 'Start assessing' }).click();
  await ada
    .getByTestId('saving')
    .filter({ hasText: /On (this device|the server)/u })
    .waitFor();
}
