/** A phone with a register of a given size: first sync, start, filter, open, keep, and edits of others arriving. */
import type { Page } from 'playwright-core';
import { captureBox, openCapture, openRegister } from '../../support/app.ts';
import { type Device, startDevice } from '../../support/device.ts';
import type { PlainDevice } from '../../support/plain-device.ts';
import { deviceAims } from '../aims.ts';
import { firstLook } from '../../../web/first-look.ts';
import type { Finding } from '../report.ts';
import { recordsOf } from '../../support/plain-records.ts';
import { bulkThroughGemba } from '../sync/bulk.ts';
import { megabyte, type Setting, startJoined } from '../sync/setting.ts';
import { measureStartFloor } from './floors.ts';
import {
  listedRows,
  longestTaskMs,
  prepareBench,
  seeRows,
  timeToFilter,
  timeToFirstRow,
  timeToKeep,
  timeToListed,
  timeToLiveRow,
  timeToOpen,
  timeToPage,
} from './in-page.ts';
import { percentile, throttle } from './phone.ts';

const samples = 20;
/** Words of the generator's titles, none of which the one before it would find. */
const queries = ['Linen', 'Invoices', '被服车', 'on-call', '扫码枪', 'label printer', '值班手机'];
const incrementalEdits = 100;

export async function benchRegister(
  setting: Setting,
  size: number,
  putFloorMs: number,
): Promise<readonly Finding[]> {
  const { process, admin } = await startJoined(setting, setting.newFolder());
  const uploaded = await bulkThroughGemba(process.url, admin, admin, recordsOf(admin, size));
  const device = await startDevice();
  try {
    await device.context.addInitScript(prepareBench);
    await throttle(device.page);
    const of = `${size.toLocaleString('en')} records`;
    const findings = [
      perSecond(`${of}: server takes records`, size, uploaded.upMs),
      ...(await firstSync(device, process.url, await admin.invite('member'), of, size)),
      ...(await warmStart(device, `${process.url}/register`, of, setting.newFolder())),
      await filter(device.page, of),
      await open(device.page, of),
      ...(await openPages(device.page, of)),
      await keep(device.page, of, putFloorMs),
      await incremental(device.page, admin, of),
      await heap(device.page, of),
    ];
    return findings;
  } finally {
    await device.close();
    await process.stop();
  }
}

async function firstSync(
  { page }: Device,
  url: string,
  token: string,
  of: string,
  size: number,
): Promise<readonly Finding[]> {
  await page.goto(`${url}/#join=${token}`);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Phone');
  await longestTaskMs(page);
  const startedAt = performance.now();
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await openRegister(page);
  await seeRows(page);
  const usableMs = performance.now() - startedAt;
  await timeToListed(page, size);
  const syncedMs = performance.now() - startedAt;
  return [
    { what: `${of}: first row after joining`, measured: usableMs, unit: 'ms' },
    { what: `${of}: first sync`, measured: syncedMs, unit: 'ms', aim: deviceAims.firstSync(size) },
    {
      what: `${of}: longest task of the first sync`,
      measured: await longestTaskMs(page),
      unit: 'ms',
      aim: deviceAims.longestTask,
    },
  ];
}

/** Resolves when the page has left its look for the next start. */
async function seeLookKept(page: Page): Promise<void> {
  // Not by waitForFunction, which takes the promise of an answer for a yes.
  await page.evaluate(
    async ([path, cacheName]) => {
      while ((await caches.match(path, { cacheName })) === undefined) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    },
    [firstLook.path, firstLook.cacheName] as const,
  );
}

/** A start without a network, from the service worker, beside a static page of the same markup from memory. */
async function warmStart(
  { page, context }: Device,
  url: string,
  of: string,
  folder: string,
): Promise<readonly Finding[]> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const floor = await measureStartFloor(page, folder);
  await page.goto(url);
  await seeLookKept(page);
  await context.setOffline(true);
  const shown: number[] = [];
  const live: number[] = [];
  while (shown.length < samples) {
    await page.goto(url);
    shown.push(await timeToFirstRow(page));
    live.push(await timeToLiveRow(page));
  }
  await context.setOffline(false);
  return [
    {
      what: `${of}: start offline to the first rows`,
      measured: percentile(shown, 50),
      floor,
      unit: 'ms',
      aim: deviceAims.start,
    },
    {
      what: `${of}: start offline until the program has taken over`,
      measured: percentile(live, 50),
      floor,
      unit: 'ms',
    },
  ];
}

async function filter(page: Page, of: string): Promise<Finding> {
  const times: number[] = [];
  for (let i = 0; i < samples; i++) {
    times.push(await timeToFilter(page, queries[i % queries.length] ?? ''));
  }
  await page.getByRole('searchbox').fill('');
  return {
    what: `${of}: filter, 95 of 100 within`,
    measured: percentile(times, 95),
    unit: 'ms',
    aim: deviceAims.filter,
  };
}

async function open(page: Page, of: string): Promise<Finding> {
  const times: number[] = [];
  for (let i = 0; i < samples; i++) {
    await seeRows(page);
    times.push(await timeToOpen(page, i % 5));
    await page.goBack();
  }
  return {
    what: `${of}: open a record`,
    measured: percentile(times, 50),
    unit: 'ms',
    aim: deviceAims.open,
  };
}

const pages = [
  // The first time the worker reads what it has kept packed, and counts.
  { name: 'insights', path: '/insights', ready: '[data-testid="insights"] .sources-part' },
  { name: 'board', path: '/board', ready: '[data-testid="board-card"]' },
  { name: 'ranking', path: '/prioritise', ready: '[data-testid="ranked-row"]' },
];

/** What the page does meanwhile must not be felt. */
async function openPages(page: Page, of: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { name, path, ready } of pages) {
    await longestTaskMs(page);
    const first = await timeToPage(page, path, ready);
    const longest = await longestTaskMs(page);
    await page.goBack();
    await seeRows(page);
    findings.push(
      { what: `${of}: ${name}, the first time`, measured: first, unit: 'ms' },
      {
        what: `${of}: longest task of it`,
        measured: longest,
        unit: 'ms',
        aim: deviceAims.longestTask,
      },
    );
  }
  return findings;
}

async function keep(page: Page, of: string, putFloorMs: number): Promise<Finding> {
  const times: number[] = [];
  for (let i = 0; i < samples; i++) {
    await openCapture(page);
    await captureBox(page).fill(`Idea ${i} from the bench\nwith a second line`);
    times.push(await timeToKeep(page));
  }
  return {
    what: `${of}: keep, 95 of 100 on this device within`,
    measured: percentile(times, 95),
    floor: putFloorMs,
    unit: 'ms',
    aim: deviceAims.keep,
  };
}

async function incremental(page: Page, other: PlainDevice, of: string): Promise<Finding> {
  await openRegister(page);
  const listed = await listedRows(page);
  const fresh = recordsOf(other, incrementalEdits, Date.now());
  const startedAt = performance.now();
  await other.push(fresh);
  await timeToListed(page, listed + incrementalEdits);
  return {
    what: `${of}: ${incrementalEdits} records of others arrive`,
    measured: performance.now() - startedAt,
    unit: 'ms',
  };
}

async function heap(page: Page, of: string): Promise<Finding> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { what: `${of}: heap of the page`, measured: usedSize / megabyte, unit: 'MB' };
}

const perSecond = (what: string, count: number, elapsedMs: number): Finding => ({
  what,
  measured: (count / elapsedMs) * 1000,
  unit: 'per second',
});
