/** The sync server in the test's own process: on a free loopback port, in memory unless it is given a folder. */
import { randomBytes } from 'node:crypto';
import { createInProcessAdmission } from '../../sync-server/replication/admit.ts';
import {
  createGembaServer,
  type GembaServer,
  type ServerDeps,
  type ServerOptions,
} from '../../sync-server/gemba-server.ts';
import { silentLog } from '../../sync-server/observability/log.ts';
import { silentMetrics } from '../../sync-server/observability/metrics.ts';
import { dataFileIn } from '../../sync-server/store/sqlite/data-file.ts';
import { createSqliteStore } from '../../sync-server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../sync-server/store/store.ts';
import { tokenOf } from './plain-device.ts';

export type StartedServer = GembaServer & {
  readonly store: Store;
  /** The first administrator's token; only until one has joined. */
  readonly adminToken: string;
};

export type StartOptions = Partial<ServerOptions & ServerDeps> & {
  /** Default: nothing is written. */
  readonly dataDir?: string;
};

export async function startServer(options: StartOptions = {}): Promise<StartedServer> {
  const machine = {
    nowMs: options.nowMs ?? Date.now,
    randomBytes:
      options.randomBytes ?? ((sizeBytes: number) => new Uint8Array(randomBytes(sizeBytes))),
  };
  const file = options.dataDir === undefined ? ':memory:' : dataFileIn(options.dataDir);
  const store = options.store ?? createSqliteStore(file, machine);
  const server = await createGembaServer(
    {
      port: options.port ?? 0,
      host: '127.0.0.1',
      webDir: options.webDir ?? '',
      publicUrl: options.publicUrl,
      account: options.account,
      demoToken: options.demoToken,
      trustProxy: options.trustProxy ?? false,
      limitFactor: options.limitFactor ?? 1,
      ...(options.slownessLimits && { slownessLimits: options.slownessLimits }),
      killServiceWorker: options.killServiceWorker ?? false,
    },
    {
      ...machine,
      store,
      admission: options.admission ?? createInProcessAdmission(),
      log: options.log ?? silentLog,
      metrics: options.metrics ?? silentMetrics,
    },
  );
  const adminToken = server.adminLink === undefined ? '' : tokenOf(server.adminLink);
  return { ...server, store, adminToken };
}
