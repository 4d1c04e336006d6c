/** 2,000 and 10,000 records up from one device and down to a fresh one. */
import { joinAsPlainDevice } from '../../support/plain-device.ts';
import { recordsOf } from '../../support/plain-records.ts';
import { syncAims } from '../aims.ts';
import type { Finding } from '../report.ts';
import { type Bulk, bulkThroughFloor, bulkThroughGemba } from './bulk.ts';
import { megabyte, median, repeat, type SyncSetting, startFloor, startJoined } from './setting.ts';

const sizes = [2_000, 10_000] as const;

type Measured = Bulk & { readonly peakRssBytes: number; readonly cpuMs: number };

export async function benchBulk(setting: SyncSetting): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const totals: number[] = [];
  for (const size of sizes) {
    const ours = median(await repeat(() => measureGemba(setting, size)), totalMs);
    const floor = median(await repeat(() => measureFloor(setting, size)), totalMs);
    totals.push(totalMs(ours));
    findings.push(...compare(`${size.toLocaleString('en')} records`, ours, floor));
  }
  const [small = 0, large = 0] = totals;
  const measured = large / small / (sizes[1] / sizes[0]);
  return [...findings, { what: 'linearity', measured, unit: 'ratio', aim: syncAims.linearity }];
}

function compare(what: string, ours: Measured, floor: Measured): readonly Finding[] {
  const roundTrips = ours.upRequests + ours.downRequests;
  return [
    { what: `${what}, up`, measured: ours.upMs, floor: floor.upMs, unit: 'ms' },
    { what: `${what}, down`, measured: ours.downMs, floor: floor.downMs, unit: 'ms' },
    {
      what: `${what}, up and down`,
      measured: totalMs(ours),
      floor: totalMs(floor),
      unit: 'ms',
      aim: syncAims.bulkTime,
    },
    { what: `${what}, processor`, measured: ours.cpuMs, floor: floor.cpuMs, unit: 'ms' },
    {
      what: `${what}, peak memory`,
      measured: ours.peakRssBytes / megabyte,
      floor: floor.peakRssBytes / megabyte,
      unit: 'MB',
      aim: syncAims.bulkPeakMemory,
    },
    {
      what: `${what}, on the wire`,
      measured: ours.wireBytes / megabyte,
      floor: floor.wireBytes / megabyte,
      unit: 'MB',
    },
    {
      what: `${what}, on one socket`,
      measured: roundTrips,
      unit: 'round trips',
      aim: syncAims.bulkRoundTrips,
    },
  ];
}

async function measureGemba(setting: SyncSetting, size: number): Promise<Measured> {
  const { process, admin } = await startJoined(setting, setting.newFolder());
  const reader = await joinAsPlainDevice(process.url, await admin.invite('member'), 'Bo');
  const records = recordsOf(admin, size);
  const cpuBefore = process.cpuMs();
  const bulk = await bulkThroughGemba(process.url, admin, reader, records);
  const { peakRssBytes } = process.memory();
  const cpuMs = process.cpuMs() - cpuBefore;
  await process.stop();
  return { ...bulk, peakRssBytes, cpuMs };
}

async function measureFloor(setting: SyncSetting, size: number): Promise<Measured> {
  const process = await startFloor(setting.batchFloor, setting.newFolder());
  const author = { device: seedId, actor: seedId } as never;
  const records = recordsOf(author, size);
  const cpuBefore = process.cpuMs();
  const bulk = await bulkThroughFloor(process.url, records);
  const { peakRssBytes } = process.memory();
  const cpuMs = process.cpuMs() - cpuBefore;
  await process.stop();
  return { ...bulk, peakRssBytes, cpuMs };
}

const seedId = '00000000-0000-7000-8000-000000000001';

const totalMs = ({ upMs, downMs }: Bulk): number => upMs + downMs;
