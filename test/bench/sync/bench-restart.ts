/** From the start of a server that has 10,000 or 100,000 records to the first page in a device's hands. */
import type { Finding } from '../report.ts';
import { recordsOf } from '../../support/plain-records.ts';
import { bulkThroughGemba } from './bulk.ts';
import { median, repeat, type Setting, startGemba, startJoined } from './setting.ts';

const sizes = [10_000, 100_000] as const;
const firstPage = 50;

export async function benchRestart(setting: Setting): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const size of sizes) {
    const dataDir = setting.newFolder();
    const first = await startJoined(setting, dataDir);
    const records = recordsOf(first.admin, size);
    await bulkThroughGemba(first.process.url, first.admin, first.admin, records);
    await first.process.stop();

    const restarts = await repeat(async () => {
      const startedAt = performance.now();
      const process = await startGemba(setting, dataDir);
      first.admin.useServer(process.url);
      await first.admin.pull(null, firstPage);
      const syncedMs = performance.now() - startedAt;
      const cpuMs = process.cpuMs();
      await process.stop();
      return { readyMs: process.startMs, syncedMs, cpuMs };
    });
    const { readyMs, syncedMs, cpuMs } = median(restarts, (restart) => restart.syncedMs);
    const what = `restart with ${size.toLocaleString('en')} records`;
    findings.push(
      { what: `${what}, ready`, measured: readyMs, unit: 'ms' },
      { what: `${what}, first page`, measured: syncedMs, unit: 'ms' },
      { what: `${what}, processor until then`, measured: cpuMs, unit: 'ms' },
    );
  }
  return findings;
}
