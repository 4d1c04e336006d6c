/** What people measure, for the pictures: a measure with its readings and what was done about it. */

/** Minutes, a week apart: before one queue took the place of two, and after. */
const values = [
  14, 17, 15, 12, 16, 18, 13, 15, 16, 14, 17, 13, 15, 14, 16, 15, 18, 13, 11, 9, 10, 8, 9, 10, 7, 9,
  8, 10, 8,
];
const changedOn = '2026-03-09';
const first = Date.UTC(2025, 10, 3);
const weekMs = 7 * 24 * 60 * 60 * 1000;

const readings = values
  .map((value, week) => {
    const day = new Date(first + week * weekMs).toISOString().slice(0, 10);
    return `${day},${value}${day === changedOn ? ',,One queue since today' : ''}`;
  })
  .join('\n');

/**
 * Begins a measure, pastes its readings and notes the change.
 *
 * @param {import('./cast.mjs').Cast} cast
 */
export async function takeReadings({ ada }) {
  await ada.goto(new URL('/measures', ada.url()).href);
  await ada.locator('.empty-state .button').click();
  const sheet = ada.locator('dialog');
  await sheet.locator('input[type=text]').nth(0).fill('Waiting time at reception');
  await sheet.locator('input[type=text]').nth(1).fill('min');
  await sheet.locator('input[value=lower]').check({ force: true });
  await sheet.locator('select').first().selectOption('1 week');
  await sheet.locator('.button--primary').click();
  await openPaste(ada);
  await sheet.locator('textarea').fill(readings);
  await sheet.locator('.button--primary').click();
  await ada.locator('.list-page .section .button').first().click();
  await sheet.locator('input[type=text]').fill('One queue instead of two');
  await sheet.locator('input[type=date]').fill(changedOn);
  await sheet.locator('.button--primary').click();
  await ada.getByTestId('measure-chart').waitFor();
}

/** @param {import('playwright-core').Page} page */
export async function openMeasure(page) {
  await page.locator('.measure-line__link').first().click();
  await page.getByTestId('measure-chart').waitFor();
}

/** @param {import('playwright-core').Page} page */
export async function openPaste(page) {
  await page.locator('.list-page__actions .button').nth(1).click();
  await page.locator('dialog textarea').waitFor();
}

/**
 * The first time a measure is chosen; then it is there.
 *
 * @param {import('playwright-core').Page} page
 */
export async function chooseMeasure(page) {
  const shown = page.getByTestId('measured');
  const choose = page.locator('.measured-part .measures__action .button');
  await choose.waitFor();
  if (!(await shown.first().isVisible())) {
    await choose.click();
    await page.locator('.measure-picker__choice').first().click();
  }
  await page.getByTestId('measure-chart').waitFor();
}
