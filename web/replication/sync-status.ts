/** How far sync is, put together for screens: what the leading tab says, what is unsent, how the storage fares. */
import type { ReportDep, TimersDep } from '../local/deps.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import type { StorageHealth } from '../local/storage-health.ts';
import { createWritable, type Readable } from '../readable.ts';
import type { SyncStatus } from '../services.ts';
import type { ReplicatorState } from './replicator.ts';

/** Unsent edits are counted at most this often. */
const countIntervalMs = 100;

export type SyncStatusDeps = TimersDep &
  ReportDep & {
    readonly store: Pick<ReplicaStore, 'readUnsent' | 'readSyncPoint' | 'changes'>;
    readonly health: StorageHealth;
    /** undefined = not joined. */
    readonly replicator: Readable<ReplicatorState | undefined>;
  };

export function watchSyncStatus(deps: SyncStatusDeps): Readable<SyncStatus> {
  const { store, health, replicator } = deps;
  const status = createWritable<SyncStatus>({
    state: 'local',
    unsent: 0,
    oldestUnsentAt: undefined,
    lastSyncedAt: undefined,
    progress: undefined,
    drafts: 0,
    stuck: false,
    storagePersistent: health.isPersistent.get(),
    storageWasEvicted: health.wasEvicted,
  });
  const change = (changes: Partial<SyncStatus>) => status.set({ ...status.get(), ...changes });
  let isCounting = false;
  let isStale = false;

  async function count(): Promise<void> {
    isCounting = true;
    isStale = false;
    try {
      const { edits, oldestMadeAt, drafts } = await store.readUnsent();
      const { lastSyncedAt } = await store.readSyncPoint();
      change({ unsent: edits, oldestUnsentAt: oldestMadeAt, drafts, lastSyncedAt });
    } catch (cause) {
      deps.report('counting unsent edits', cause);
    }
    deps.setTimer(countIntervalMs, () => {
      isCounting = false;
      if (isStale) void count();
    });
  }

  function countSoon(): void {
    isStale = true;
    if (!isCounting) void count();
  }

  function readReplicator(): void {
    const state = replicator.get();
    change({
      state: state?.connection ?? 'local',
      progress: state?.progress,
      stuck: state?.stuck ?? false,
    });
  }

  store.changes.subscribe(countSoon);
  replicator.subscribe(() => {
    readReplicator();
    countSoon();
  });
  health.isPersistent.subscribe(() => change({ storagePersistent: health.isPersistent.get() }));
  readReplicator();
  countSoon();
  return status;
}
