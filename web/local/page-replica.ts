/** A replica as a page opens it: what its first screen can do without is fetched when it is used. */
import { browserDeps } from './browser-deps.ts';
import { createChangeFeed } from './change-feed.ts';
import type { ChoreStore } from './chore-store.ts';
import { createDexieTables } from './dexie-tables.ts';
import type { DraftStore } from './draft-store.ts';
import { later } from './later.ts';
import type { MeasureStore } from './measure-store.ts';
import type { NoticeStore } from './notice-store.ts';
import type { Outbox } from './outbox.ts';
import type { PullStore } from './pull-store.ts';
import type { ReplicaStore } from './replica-store.ts';
import type { WorkspaceStore } from './workspace-store.ts';
import { createStartStore } from './start-store.ts';

export function openPageReplica(name: string): ReplicaStore {
  const deps = {
    ...browserDeps,
    tables: createDexieTables(name, browserDeps),
    changes: createChangeFeed(new BroadcastChannel(name)),
  };
  return {
    ...createStartStore(deps),
    ...later<ChoreStore>(
      { compact: true, putProjection: true, addChore: true, readChores: true },
      async () => (await import('./chore-store.ts')).createChoreStore(deps),
    ),
    ...later<DraftStore>(
      {
        readDrafts: true,
        readSettled: true,
        settleDrafts: true,
        takeUpDrafts: true,
        expireSettled: true,
        readUntold: true,
        noteTold: true,
      },
      async () => (await import('./draft-store.ts')).createDraftStore(deps),
    ),
    ...later<Outbox>(
      {
        settlePush: true,
        setAsideDocument: true,
        changeEpoch: true,
        expireAcked: true,
        takeBack: true,
        takeBackCommand: true,
      },
      async () => (await import('./outbox.ts')).createOutbox(deps),
    ),
    ...later<NoticeStore>(
      {
        readNotices: true,
        countUnreadNotices: true,
        markNotices: true,
        markRead: true,
        tellReadingsDue: true,
        expireNotices: true,
      },
      async () => (await import('./notice-store.ts')).createNoticeStore(deps),
    ),
    ...later<PullStore>({ applyPage: true, applyWhole: true }, async () =>
      (await import('./pull-store.ts')).createPullStore(deps),
    ),
    ...later<MeasureStore>({ readMeasures: true }, async () =>
      (await import('./measure-store.ts')).createMeasureStore(deps),
    ),
    ...later<WorkspaceStore>({ readWorkspace: true, prepareWorkspace: true }, async () =>
      (await import('./workspace-store.ts')).createWorkspaceStore(deps),
    ),
  };
}
