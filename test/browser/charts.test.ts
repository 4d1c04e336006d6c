/** Charts beside pictures of them that were looked at, in both themes; without their words, which each machine draws otherwise. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join } from '../support/app.ts';
import { beginMeasure, pasteReadings } from '../support/case-and-measures.ts';
import { differenceOf, keptPicture } from '../support/compare-pictures.ts';
import type { Device } from '../support/device.ts';
import { endScene, type Scene, startScene } from '../support/scene.ts';

const pictures = fileURLToPath(new URL('charts/', import.meta.url));
/** A smoothed edge here and there; a point that is somewhere else is more. */
const alike = 0.002;

/** Fourteen that go up and down, one far out, then eight that stay below. */
const values = [24, 27, 22, 25, 26, 23, 24, 28, 25, 22, 26, 24, 25, 23, 39, 15, 14, 16, 13, 15, 14];
const readings = values
  .map(
    (value, week) =>
      new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10) + `,${value}`,
  )
  .join('\n');

let scene: Scene<[Device]>;

beforeAll(async () => {
  scene = await startScene({});
  const [{ page }] = scene.devices;
  await join(page, scene.server.adminLink ?? '', 'Ada');
  await beginMeasure(page, 'Minutes at the desk', 'min');
  await pasteReadings(page, readings);
  await page.getByText('21 readings').first().waitFor();
});

afterAll(() => endScene(scene));

test('look as they did, light and dark, with limits and as a run', async () => {
  const [{ page }] = scene.devices;
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('svg text { visibility: hidden !important }');
    document.adoptedStyleSheets.push(sheet);
  });
  const chart = page.locator('svg.scrub-area__drawing');
  const shown: Buffer[] = [];
  for (const view of ['Limits', 'Run chart']) {
    await page.getByRole('radio', { name: view }).check();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const picture = await chart.screenshot({ animations: 'disabled' });
      const name = `${view.toLowerCase().replace(' ', '-')}.${colorScheme}.png`;
      const difference = await differenceOf(page, picture, keptPicture(pictures + name, picture));
      expect(difference, name).toBeLessThan(alike);
      shown.push(picture);
    }
  }
  // The comparison sees what differs: another theme, another chart.
  const [limits, dark, runs] = shown;
  if (limits === undefined || dark === undefined || runs === undefined) throw new Error('none');
  expect(await differenceOf(page, limits, dark)).toBeGreaterThan(0.5);
  expect(await differenceOf(page, limits, runs)).toBeGreaterThan(10 * alike);
});
