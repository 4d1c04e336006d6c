/** The bare things that the device bench measures against, on the same throttled phone. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { prepareBench, timeToFirstRow, timeToPut } from './in-page.ts';
import { percentile, throttle } from './phone.ts';
import { startDevice } from '../../support/device.ts';
import { serveAsStaticPage } from './static-page.ts';
import { serveFolder } from './static-server.ts';

const samples = 20;

/** One row into bare IndexedDB with strict durability: 95 of 100 within so many milliseconds. */
export async function measurePutFloor(newFolder: string): Promise<number> {
  writeFileSync(join(newFolder, 'index.html'), '<!doctype html><title>Floor</title>');
  const server = await serveFolder(newFolder);
  const device = await startDevice();
  try {
    await device.context.addInitScript(prepareBench);
    await throttle(device.page);
    await device.page.goto(server.url);
    const puts: number[] = [];
    while (puts.length < samples) puts.push(await timeToPut(device.page));
    return percentile(puts, 95);
  } finally {
    await device.close();
    server.close();
  }
}

/** What `page` shows now, as a static page of the same markup: from its address to the frame with its rows. */
export async function measureStartFloor(page: Page, newFolder: string): Promise<number> {
  const server = await serveAsStaticPage(page, newFolder);
  try {
    const starts: number[] = [];
    while (starts.length < samples) {
      await page.goto(server.url);
      starts.push(await timeToFirstRow(page));
    }
    return percentile(starts, 50);
  } finally {
    server.close();
  }
}
