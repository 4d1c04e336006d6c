/** A replica in this browser's storage, for workers: with all its code, joined with the tabs that have it open. */
import type { ActorId } from '../../shared/domain/ids.ts';
import { browserDeps } from './browser-deps.ts';
import { createChangeFeed } from './change-feed.ts';
import { createDexieTables } from './dexie-tables.ts';
import { createReplicaStore, type ReplicaStore } from './replica-store.ts';

export const openBrowserReplica = (name: string, actor?: ActorId): ReplicaStore =>
  createReplicaStore({
    ...browserDeps,
    actor,
    tables: createDexieTables(name, browserDeps),
    changes: createChangeFeed(new BroadcastChannel(name)),
  });
