/**
 * Renders every screen of the built app into screens/: phone and desk, light and dark, English and Chinese.
 * `--only name` renders one screen; `--publish` also renews the pictures in the manifest and the README.
 */
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from './find-chromium.mjs';
import { gatherCast } from './screens/cast.mjs';
import { screens } from './screens/list.mjs';
import { startServer } from './screens/server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'screens');

const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } };
const schemes = /** @type {const} */ (['light', 'dark']);
const languages = /** @type {const} */ (['en', 'zh-CN']);

/** Screens shown in the manifest, since an install dialog is as good as its pictures, and in the README. */
const published = /** @type {const} */ ([
  ['capture-typed.phone.light.en.png', 'web/public/screenshots/capture-narrow.png'],
  ['register.phone.light.en.png', 'web/public/screenshots/register-narrow.png'],
  ['record.desk.light.en.png', 'web/public/screenshots/record-wide.png'],
  ['measure.desk.light.en.png', 'docs/screenshots/measure.png'],
]);

const at = process.argv.indexOf('--only');
const only = at === -1 ? undefined : process.argv[at + 1];
const chosen = screens.filter(({ name }) => only === undefined || name === only);
if (chosen.length === 0) {
  console.error(`No such screen. There are: ${screens.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

const startedAt = performance.now();
await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
const server = await startServer(root);
const browser = await chromium.launch({
  executablePath: findChromium() ?? '',
  args: [...chromiumFlags],
});
let count = 0;
try {
  const cast = await gatherCast(browser, server);
  for (const screen of chosen) {
    const page = cast[screen.who];
    await screen.before?.(cast, server);
    for (const language of languages) {
      await open(page, screen, language, cast);
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport);
        await page.locator(screen.ready).first().waitFor();
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          const file = `${screen.name}.${size}.${colorScheme}.${language === 'en' ? 'en' : 'zh'}.png`;
          await page.screenshot({ path: join(target, file) });
          count++;
        }
      }
    }
    await screen.after?.(cast, server);
  }
} finally {
  await browser.close();
  await server.stop();
}
if (process.argv.includes('--publish')) {
  for (const [from, to] of published) {
    await mkdir(dirname(join(root, to)), { recursive: true });
    await copyFile(join(target, from), join(root, to));
  }
}
const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
console.log(`Rendered ${count} pictures into screens/ in ${seconds} s.`);

/**
 * Opens the screen anew in a language, as a person arrives at it.
 *
 * @param {import('playwright-core').Page} page
 * @param {import('./screens/list.mjs').Screen} screen
 * @param {'en' | 'zh-CN'} language
 * @param {import('./screens/cast.mjs').Cast} cast
 */
async function open(page, screen, language, cast) {
  await page.evaluate((chosenLanguage) => {
    localStorage.setItem('gemba.language', chosenLanguage);
  }, language);
  const path = typeof screen.path === 'string' ? screen.path : screen.path(cast);
  await page.setViewportSize(sizes.phone);
  // The same address with another fragment would not load anew; and with no page of the app open at all,
  // a newer version would take over without asking.
  await page.goto(`${server.url}/manifest.webmanifest`);
  await page.goto(server.url + path);
  await page.locator(`html[lang="${language}"] #app:not([data-look]) main`).waitFor();
  await screen.act?.(page, cast);
}
