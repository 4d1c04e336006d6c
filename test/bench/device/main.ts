/** The device bench: a throttled phone with a measure of 5,000 readings, and with 1,000, 20,000 and 100,000 records, beside bare floors. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { deviceAims } from '../aims.ts';
import { type Finding, report } from '../report.ts';
import { benchMeasure } from './bench-measure.ts';
import { benchRegister } from './bench-register.ts';
import { firstVisitScriptBytes } from './bundle-size.ts';
import { measurePutFloor } from './floors.ts';
import { cpuThrottle } from './phone.ts';

const sizes = [1_000, 20_000, 100_000];
const kilobyte = 1024;

const { positionals } = parseArgs({ allowPositionals: true });
const chosen = positionals.length > 0 ? positionals.map(Number) : sizes;
const scratch = mkdtempSync(join(tmpdir(), 'gemba-bench-'));
const built = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const setting = {
  newFolder: () => mkdtempSync(join(scratch, 'data-')),
  server: built('server/main.js'),
};

try {
  const findings: Finding[] = [
    {
      what: 'JavaScript of a first visit, gzip',
      measured: firstVisitScriptBytes(built('web')) / kilobyte,
      unit: 'KB',
      aim: deviceAims.firstVisitScript,
    },
  ];
  const putFloorMs = await measurePutFloor(setting.newFolder());
  console.log(`The page's own thread at ${cpuThrottle}× CPU throttle; its workers at full speed.`);
  findings.push(...(await benchMeasure(setting)));
  for (const size of chosen) {
    console.log(`— ${size} records`);
    findings.push(...(await benchRegister(setting, size, putFloorMs)));
  }
  report('device', findings);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
