/** Every screen, on a phone and a desk, in both languages and themes: axe clean, nothing cut, no CSP report. */
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumFlags, findChromium } from '../../scripts/find-chromium.mjs';
import { type Cast, gatherCast } from '../../scripts/screens/cast.mjs';
import { screens } from '../../scripts/screens/list.mjs';
import { type ScreensServer, startServer } from '../../scripts/screens/server.mjs';
import { auditPage } from '../support/audit-page.ts';
import { desk, phone } from '../support/device.ts';

const looks = [
  { name: 'phone, light, English', size: phone, language: 'en', colorScheme: 'light' },
  { name: 'desk, dark, Chinese', size: desk, language: 'zh-CN', colorScheme: 'dark' },
] as const;

let server: ScreensServer;
let browser: Browser;
let cast: Cast;
const reports: string[] = [];

beforeAll(async () => {
  server = await startServer(fileURLToPath(new URL('../..', import.meta.url)));
  browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: [...chromiumFlags],
  });
  cast = await gatherCast(browser, server);
  for (const page of [cast.ada, cast.bo, cast.newcomer]) {
    page.on('console', (message) => {
      if (/Content.Security.Policy|TrustedHTML|TrustedScript/iu.test(message.text())) {
        reports.push(message.text());
      }
    });
    page.on('pageerror', (error) => reports.push(error.message));
  }
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function show(page: Page, path: string, language: string): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('gemba.language', chosen), language);
  // The same address with another fragment would not load anew.
  await page.goto(`${server.url}/manifest.webmanifest`);
  await page.goto(server.url + path);
  await page.locator(`html[lang="${language}"] #app:not([data-look]) main`).waitFor();
}

test.each(screens)('$name is for everybody', async (screen) => {
  const page = cast[screen.who];
  await screen.before?.(cast, server);
  try {
    for (const { name, size, language, colorScheme } of looks) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await show(page, typeof screen.path === 'string' ? screen.path : screen.path(cast), language);
      await screen.act?.(page, cast);
      await page.locator(screen.ready).first().waitFor();
      expect(await auditPage(page), name).toEqual([]);
    }
  } finally {
    await screen.after?.(cast, server);
  }
});

test('no screen made the browser report a policy violation or an error', () => {
  expect(reports).toEqual([]);
});
