/** Draws the PNG icons from their SVG sources: run it after changing the mark, and commit what it writes. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from './find-chromium.mjs';

const folder = fileURLToPath(new URL('../web/public/icons/', import.meta.url));

const icons = [
  { source: 'icon.svg', target: 'icon-192.png', sizePx: 192 },
  { source: 'icon.svg', target: 'icon-512.png', sizePx: 512 },
  { source: 'icon-maskable.svg', target: 'icon-maskable-512.png', sizePx: 512 },
];

const browser = await chromium.launch({
  executablePath: findChromium() ?? '',
  args: [...chromiumFlags],
});
for (const { source, target, sizePx } of icons) {
  const page = await browser.newPage({ viewport: { width: sizePx, height: sizePx } });
  const svg = await readFile(folder + source, 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  const png = await page.locator('svg').screenshot({ omitBackground: true });
  await writeFile(folder + target, png);
  await page.close();
}
await browser.close();
