/** The bare things that the device bench measures against, on the same throttled phone. */
import { startDevice } from '../../support/device.ts';
import { prepareBench, timeToPut, timeToRows } from './in-page.ts';
import { percentile, throttle } from './phone.ts';
import { serveFolder } from './static-server.ts';

export type DeviceFloors = {
  /** An empty Preact page, from its address to fifty rows. */
  readonly startMs: number;
  /** One row into bare IndexedDB with strict durability, 95 of 100 within. */
  readonly putMs: number;
};

const samples = 20;

export async function measureFloors(floorPage: string): Promise<DeviceFloors> {
  const server = await serveFolder(floorPage);
  const device = await startDevice();
  try {
    await device.context.addInitScript(prepareBench);
    await throttle(device.page);
    const starts: number[] = [];
    const puts: number[] = [];
    while (starts.length < samples) {
      await device.page.goto(server.url);
      starts.push(await timeToRows(device.page));
      puts.push(await timeToPut(device.page));
    }
    return { startMs: percentile(starts, 50), putMs: percentile(puts, 95) };
  } finally {
    await device.close();
    server.close();
  }
}
