/** One person's device: a real Chromium with a profile of its own that can lose the network or be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../scripts/find-chromium.mjs';

export const phone = { width: 390, height: 844 } as const;
export const desk = { width: 1440, height: 900 } as const;

export type Device = {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly profileDir: string;
  /** A further tab of the same browser. */
  readonly newTab: () => Promise<Page>;
  readonly goOffline: () => Promise<void>;
  readonly goOnline: () => Promise<void>;
  /** SIGKILL to the whole browser, as when a phone's battery is pulled; the profile stays. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type DeviceOptions = {
  /** Start again with the profile of a device that was killed. */
  readonly profileDir?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly language?: 'en' | 'zh-CN';
  readonly colorScheme?: 'light' | 'dark';
  readonly offline?: boolean;
};

/** A browser starts within this, also on a machine that is busy with other tests. */
const startDeadlineMs = 90_000;

const flags = [
  ...chromiumFlags,
  '--headless',
  '--disable-dev-shm-usage',
  '--remote-debugging-port=0',
];

export async function startDevice(options: DeviceOptions = {}): Promise<Device> {
  const executable = findChromium();
  if (executable === undefined)
    throw new Error('No Chromium found: run npm test, which installs it.');
  const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'gemba-device-'));
  const language = options.language ?? 'en';
  const child = spawn(
    executable,
    [...flags, `--user-data-dir=${profileDir}`, `--lang=${language}`, `--accept-lang=${language}`],
    // A process group of its own, so that a kill takes the renderers along.
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LANGUAGE: language },
    },
  );
  const address = await debuggerAddress(child);
  const browser = await chromium.connectOverCDP(address, { timeout: startDeadlineMs });
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('Chromium started without a window.');
  if (options.offline === true) await context.setOffline(true);
  const prepare = async (page: Page): Promise<Page> => {
    page.setDefaultTimeout(15_000);
    await page.setViewportSize(options.viewport ?? phone);
    if (options.colorScheme) await page.emulateMedia({ colorScheme: options.colorScheme });
    return page;
  };
  const page = await prepare(context.pages()[0] ?? (await context.newPage()));

  const killGroup = async () => {
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
      const exit = once(child, 'exit');
      process.kill(-child.pid, 'SIGKILL');
      await exit;
    }
  };
  return {
    browser,
    context,
    page,
    profileDir,
    newTab: async () => prepare(await context.newPage()),
    goOffline: () => context.setOffline(true),
    goOnline: () => context.setOffline(false),
    kill: killGroup,
    close: async () => {
      await killGroup();
      rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code}:\n${output}`)));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const address = /DevTools listening on (ws:\/\/\S+)/u.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}
