/**
 * A replica: everything this device knows of one workspace. Each operation is one transaction, durable
 * when it resolves; a write that the storage did not do is an `err`, a read that fails throws.
 */
import type { ClockDep } from '../../shared/deps.ts';
import type { ActorId } from '../../shared/domain/ids.ts';
import { type ChangeFeed, createChangeFeed } from './change-feed.ts';
import { type ChoreStore, createChoreStore } from './chore-store.ts';
import { createDraftStore, type DraftStore } from './draft-store.ts';
import { createMeasureStore, type MeasureStore } from './measure-store.ts';
import { createNoticeMaker, type NoticeMaker } from './notice-maker.ts';
import { createNoticeStore, type NoticeStore } from './notice-store.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createPullStore, type PullStore } from './pull-store.ts';
import { createStartStore, type StartStore } from './start-store.ts';
import type { ReplicaTables } from './tables.ts';
import { createWorkspaceStore, type WorkspaceStore } from './workspace-store.ts';

export type ReplicaStore = StartStore &
  ChoreStore &
  DraftStore &
  Outbox &
  PullStore &
  WorkspaceStore &
  MeasureStore &
  NoticeStore;

export type ReplicaStoreDeps = ClockDep & {
  readonly tables: ReplicaTables;
  readonly changes: ChangeFeed;
  /** Where rows come in: a page that only reads and edits goes without. */
  readonly makeNotices?: NoticeMaker | undefined;
};

/** With all its code at hand, as workers and simulations need it; a page has page-replica.ts. */
export function createReplicaStore(
  deps: ClockDep & {
    readonly tables: ReplicaTables;
    readonly changes?: ChangeFeed;
    /** Whom the notices are for; left out: nobody is told of anything. */
    readonly actor?: ActorId | undefined;
  },
): ReplicaStore {
  const full: ReplicaStoreDeps = {
    nowMs: deps.nowMs,
    tables: deps.tables,
    changes: deps.changes ?? createChangeFeed(),
    makeNotices: deps.actor === undefined ? undefined : createNoticeMaker(deps, deps.actor),
  };
  return {
    ...createStartStore(full),
    ...createChoreStore(full),
    ...createDraftStore(full),
    ...createOutbox(full),
    ...createPullStore(full),
    ...createWorkspaceStore(full),
    ...createMeasureStore(full),
    ...createNoticeStore(full),
  };
}
