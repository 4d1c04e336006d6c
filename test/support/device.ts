/** One person's device: a real Chromium with a profile of its own that can lose the network or be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { TestRunner } from 'vitest';
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

/** A browser starts within this, also on a machine that is busy with other tests; now and then one never does. */
const startDeadlineMs = 30_000;
const startAttempts = 3;

const flags = [
  ...chromiumFlags,
  '--headless',
  '--disable-dev-shm-usage',
  '--remote-debugging-port=0',
];

export async function startDevice(options: DeviceOptions = {}): Promise<Device> {
  const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'gemba-device-'));
  const { browser, context, kill } = await startBrowser(profileDir, options.language ?? 'en');
  if (options.offline === true) await context.setOffline(true);
  const prepare = async (page: Page): Promise<Page> => {
    page.setDefaultTimeout(15_000);
    await page.setViewportSize(options.viewport ?? phone);
    if (options.colorScheme) await page.emulateMedia({ colorScheme: options.colorScheme });
    return page;
  };
  const page = await prepare(context.pages()[0] ?? (await context.newPage()));
  const tellOfFailure = watchForFailure(context);
  return {
    browser,
    context,
    page,
    profileDir,
    newTab: async () => prepare(await context.newPage()),
    goOffline: () => context.setOffline(true),
    goOnline: () => context.setOffline(false),
    kill,
    close: async () => {
      await tellOfFailure();
      await kill();
      rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type StartedBrowser = Pick<Device, 'browser' | 'context' | 'kill'>;

async function startBrowser(profileDir: string, language: string): Promise<StartedBrowser> {
  for (let attempt = 1; ; attempt++) {
    const child = spawnBrowser(profileDir, language);
    const kill = () => killGroup(child);
    try {
      const address = await debuggerAddress(child);
      const browser = await chromium.connectOverCDP(address, { timeout: startDeadlineMs });
      const context = browser.contexts()[0];
      if (context === undefined) throw new Error('Chromium started without a window.');
      return { browser, context, kill };
    } catch (error) {
      await kill();
      if (attempt === startAttempts) throw error;
      console.warn(`Chromium is started again: ${String(error)}`);
    }
  }
}

function spawnBrowser(profileDir: string, language: string): ChildProcess {
  const executable = findChromium();
  if (executable === undefined)
    throw new Error('No Chromium found: run npm test, which installs it.');
  return spawn(
    executable,
    [
      ...flags,
      `--user-data-dir=${profileDir}`,
      `--lang=${language}`,
      `--accept-lang=${language}`,
      'about:blank',
    ],
    // A process group of its own, so that a kill takes the renderers along.
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LANGUAGE: language },
    },
  );
}

async function killGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exit = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await exit;
}

/** So much of what a page shows and has said is printed when a test fails. */
const toldText = 1_500;
const toldLines = 20;

/** Answers a function that prints, after a test that failed, what the device showed at its end. */
function watchForFailure(context: BrowserContext): () => Promise<void> {
  const said: string[] = [];
  context.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => said.push(`error: ${String(error.error())}`));
  return async () => {
    if (TestRunner.getCurrentTest()?.result?.state !== 'fail') return;
    for (const page of context.pages()) {
      const text = await page
        .locator('body')
        .innerText({ timeout: 2_000 })
        .catch(() => '(nothing)');
      console.error(`At ${page.url()}:\n${text.slice(0, toldText)}`);
    }
    console.error(said.slice(-toldLines).join('\n'));
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
