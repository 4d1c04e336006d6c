/** The server bench: bulk sync, live fan-out, idle connections and restart, each beside its bare floor. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { report } from '../report.ts';
import { benchBulk } from './bench-bulk.ts';
import { benchFanOut } from './bench-fan-out.ts';
import { benchIdle } from './bench-idle.ts';
import { benchRestart } from './bench-restart.ts';
import type { Bench } from './setting.ts';

const benches: Readonly<Record<string, Bench>> = {
  bulk: benchBulk,
  'fan-out': benchFanOut,
  idle: benchIdle,
  restart: benchRestart,
};

const { positionals } = parseArgs({ allowPositionals: true });
const chosen = positionals.length > 0 ? positionals : Object.keys(benches);
const scratch = mkdtempSync(join(tmpdir(), 'gemba-bench-'));
const scripts = (name: string) => fileURLToPath(new URL(name, import.meta.url));

try {
  const findings = [];
  for (const name of chosen) {
    const bench = benches[name];
    if (bench === undefined)
      throw new Error(`No bench ${name}: ${Object.keys(benches).join(', ')}`);
    console.log(`— ${name}`);
    findings.push(
      ...(await bench({
        newFolder: () => mkdtempSync(join(scratch, 'data-')),
        server: scripts('../server/main.js'),
        relayFloor: scripts('floor-relay.js'),
        batchFloor: scripts('floor-batch.js'),
      })),
    );
  }
  report('sync', findings);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
