/** A phone with a measure of many readings: taking them from a file, the chart of them, and reading it off with a finger. */
import type { Page } from 'playwright-core';
import { join } from '../../support/app.ts';
import { beginMeasure } from '../../support/case-and-measures.ts';
import { startDevice } from '../../support/device.ts';
import { deviceAims } from '../aims.ts';
import type { Finding } from '../report.ts';
import { type Setting, startJoined } from '../sync/setting.ts';
import { longestTaskMs, prepareBench, timeToPage } from './in-page.ts';
import { throttle } from './phone.ts';

const readings = 5_000;
const firstDay = Date.UTC(2012, 0, 1);
const dayMs = 86_400_000;
const chart = 'svg.scrub-area__drawing';

/** Goes up and down in step with nothing, and stays lower from the half on. */
const valueOf = (day: number): number =>
  30 + ((day * 7_919) % 13) - (day > readings / 2 ? 8 : 0) - (day % 97 === 0 ? 20 : 0);

const table = Array.from({ length: readings }, (_, day) => {
  const on = new Date(firstDay + day * dayMs).toISOString().slice(0, 10);
  return `${on},${valueOf(day)}`;
}).join('\n');

export async function benchMeasure(setting: Setting): Promise<readonly Finding[]> {
  const { process, admin } = await startJoined(setting, setting.newFolder());
  const device = await startDevice();
  try {
    const { page } = device;
    await device.context.addInitScript(prepareBench);
    await join(page, `${process.url}/#join=${await admin.invite('member')}`, 'Phone');
    await beginMeasure(page, 'Minutes at the desk', 'min');
    const { pathname } = new URL(page.url());
    await throttle(page);
    const of = `${readings.toLocaleString('en')} readings`;
    await longestTaskMs(page);
    await takeFile(page);
    const taking = await task(page, `${of}: longest task of taking them from a file`);
    await page.goto(process.url + '/measures');
    await page.getByRole('link', { name: /Minutes at the desk/u }).waitFor();
    await longestTaskMs(page);
    const shownMs = await timeToPage(page, pathname, chart);
    await page
      .getByText(/^For the (better|worse):/u)
      .first()
      .waitFor();
    const drawing = await task(page, `${of}: longest task of the chart`);
    await scrub(page);
    return [
      taking,
      { what: `${of}: chart`, measured: shownMs, unit: 'ms' },
      drawing,
      await task(page, `${of}: longest task of reading it off`),
    ];
  } finally {
    await device.close();
    await process.stop();
  }
}

async function takeFile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Paste readings' }).first().click();
  const sheet = page.getByRole('dialog');
  const file = { name: 'readings.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
  await sheet.locator('input[type=file]').setInputFiles(file);
  await sheet.getByRole('button', { name: /^Take [\d,]+ readings/u }).click();
  await page.locator(chart).waitFor({ timeout: 60_000 });
}

async function scrub(page: Page): Promise<void> {
  const box = await page.locator(chart).boundingBox();
  if (box === null) throw new Error('The chart is not in sight.');
  await page.mouse.move(box.x + 40, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 20, box.y + box.height / 2, { steps: 30 });
  await page.mouse.up();
}

const task = async (page: Page, what: string): Promise<Finding> => ({
  what,
  measured: await longestTaskMs(page),
  unit: 'ms',
  aim: deviceAims.longestTask,
});
