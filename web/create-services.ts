/** Builds what screens use from this browser's storage, network and clock. */
import type { DocumentLog } from './local/document-log.ts';
import { browserDeps } from './local/browser-deps.ts';
import { createChangeFeed } from './local/change-feed.ts';
import { createDexieTables } from './local/dexie-tables.ts';
import { localReplica, openDeviceDatabase } from './local/device-database.ts';
import { createReplicaStore } from './local/replica-store.ts';
import { createCapture } from './commands/capture.ts';
import { createRecordSearch } from './projection/record-search.ts';
import { createRegister } from './projection/register.ts';
import { createWritable } from './readable.ts';
import type { Services, SessionState, SyncStatus, UpdateService } from './services.ts';
import { err } from '../shared/result.ts';
import type { Person } from '../shared/domain/person.ts';
import type { Someone } from '../shared/domain/improvement.ts';

export async function createServices(): Promise<Services> {
  const device = openDeviceDatabase(browserDeps);
  const identity = await device.readIdentity();
  const name = localReplica;
  const store = createReplicaStore({
    ...browserDeps,
    tables: createDexieTables(name, browserDeps),
    changes: createChangeFeed(new BroadcastChannel(name)),
  });
  const openLogs = new Set<DocumentLog>();
  const people = createWritable<readonly Person[]>([]);
  const deps = { ...browserDeps, store, identity };

  const capture = createCapture({
    ...deps,
    device,
    keep: async (text) =>
      (await import('./commands/keep-improvement.ts')).keepImprovement(deps, text),
  });
  const register = createRegister({ ...deps, search: createRecordSearch(store) });

  addEventListener('pagehide', flushAll);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flushAll();
    else store.changes.publish({ type: 'everything' });
  });

  function flushAll(): void {
    void capture.flushTyped();
    for (const log of openLogs) void log.flush();
  }

  const status = createWritable<SyncStatus>({
    state: 'local',
    unsent: 0,
    oldestUnsentAt: undefined,
    lastSyncedAt: undefined,
    progress: undefined,
    drafts: 0,
    stuck: false,
    storagePersistent: undefined,
    storageWasEvicted: false,
  });

  return {
    capture,
    register,
    improvements: {
      open: async (id) => {
        const { openImprovement } = await import('./commands/open-improvement.ts');
        const enterRoom = () => ({
          state: createWritable<'off' | 'connecting' | 'live'>('off'),
          others: createWritable([]),
          setCaret: () => undefined,
          leave: () => undefined,
        });
        return openImprovement(
          { ...deps, whoIs: (actor) => actor, people, enterRoom, openLogs },
          id,
        );
      },
    },
    sync: {
      status,
      syncNow: () => undefined,
      exportUnsent: async () => ({ name: 'gemba-unsent.json', blob: new Blob([]) }),
    },
    session: {
      state: createWritable<SessionState>({ type: 'local' }),
      people,
      me: createWritable<Someone>(identity.actor),
      join: async () => err('unreachable'),
      invite: async () => err('unreachable'),
    },
    update: {
      available: createWritable(false),
      apply: async () => undefined,
    } satisfies UpdateService,
  };
}
