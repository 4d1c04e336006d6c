/** Figures of a business case and readings of measures, given as a person gives them. */
import type { Page } from 'playwright-core';

export async function addFigure(
  page: Page,
  title: string,
  kind: string,
  amount: string,
): Promise<void> {
  await page.getByRole('textbox', { name: 'What it costs or brings' }).fill(title);
  await page.keyboard.press('Enter');
  const line = page.getByRole('list', { name: 'Figures' }).getByRole('listitem').last();
  await line.getByRole('radio', { name: kind, exact: true }).check();
  await line.getByRole('textbox', { name: 'Most likely' }).fill(amount);
  await page.keyboard.press('Enter');
}

export async function beginMeasure(page: Page, name: string, unit: string): Promise<void> {
  await page.goto(new URL('/measures', page.url()).href);
  await page.getByRole('button', { name: 'New measure' }).first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox', { name: 'Name' }).fill(name);
  await sheet.getByRole('textbox', { name: 'Unit' }).fill(unit);
  await sheet.getByRole('radio', { name: 'Lower is better' }).check();
  await sheet.getByRole('button', { name: 'Create measure' }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

export async function pasteReadings(page: Page, rows: string): Promise<void> {
  await page.getByRole('button', { name: 'Paste readings' }).first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox').fill(rows);
  await sheet.getByRole('button', { name: /^Take \d+ readings/u }).click();
  await sheet.waitFor({ state: 'detached' });
}

const dayMs = 86_400_000;

/** The day of the calendar so many days ago, in UTC. */
export const isoDay = (daysAgo: number): string =>
  new Date(Date.now() - daysAgo * dayMs).toISOString().slice(0, 10);

/** Rows to paste: a reading a week, the first of them so many days ago. */
export const weekly = (firstDaysAgo: number, values: readonly number[]): string =>
  values.map((value, week) => `${isoDay(firstDaysAgo - 7 * week)},${value}`).join('\n');
