/**
 * A replica: everything this device knows of one workspace. Each operation is one transaction, durable
 * when it resolves; a write that the storage did not do is an `err`, a read that fails throws.
 */
import type { ClockDep } from '../../shared/deps.ts';
import { type ChangeFeed, createChangeFeed } from './change-feed.ts';
import { createDraftStore, type DraftStore } from './draft-store.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createPullStore, type PullStore } from './pull-store.ts';
import { createStartStore, type StartStore } from './start-store.ts';
import type { ReplicaTables } from './tables.ts';
import { createWorkspaceStore, type WorkspaceStore } from './workspace-store.ts';

export type ReplicaStore = StartStore & DraftStore & Outbox & PullStore & WorkspaceStore;

export type ReplicaStoreDeps = ClockDep & {
  readonly tables: ReplicaTables;
  readonly changes: ChangeFeed;
};

/** With all its code at hand, as workers and simulations need it; a page has page-replica.ts. */
export function createReplicaStore(
  deps: ClockDep & { readonly tables: ReplicaTables; readonly changes?: ChangeFeed },
): ReplicaStore {
  const full: ReplicaStoreDeps = { ...deps, changes: deps.changes ?? createChangeFeed() };
  return {
    ...createStartStore(full),
    ...createDraftStore(full),
    ...createOutbox(full),
    ...createPullStore(full),
    ...createWorkspaceStore(full),
  };
}
