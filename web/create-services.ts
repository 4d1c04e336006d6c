/** Builds what screens use from this browser's storage, network and clock. What a first paint can do without is loaded later. */
import type { DocumentId } from '../shared/domain/ids.ts';
import type { Who } from '../shared/process/permissions.ts';
import { createCapture } from './commands/capture.ts';
import { createDocumentServices } from './create-document-services.ts';
import { browserDeps } from './local/browser-deps.ts';
import { openCurrentReplica } from './local/current-replica.ts';
import { type JoinedSession, localReplica, openDeviceDatabase } from './local/device-database.ts';
import type { DocumentLog } from './local/document-log.ts';
import { leaveEdits, type LeftEdit, readLeftEdits } from './local/left-edits.ts';
import { watchStorageHealth } from './local/storage-health.ts';
import { createTypedText } from './local/typed-text.ts';
import { createRecordSearch } from './projection/record-search.ts';
import { createRegister } from './projection/register.ts';
import { createWorkerSearch, type WorkerSearch } from './projection/worker-search.ts';
import { createWritable } from './readable.ts';
import { askForBackgroundSync } from './replication/background-sync.ts';
import { createReplication } from './replication/replication.ts';
import { watchSyncStatus } from './replication/sync-status.ts';
import type { Services } from './services.ts';
import type { NoticeService } from './services/notices.ts';
import type { HistoryService } from './services/history.ts';
import type { SessionState } from './services/session.ts';
import { createSession } from './session/session.ts';
import { joinTabs } from './session/tabs.ts';
import { watchForUpdates } from './session/update.ts';
import { watchPageLife } from './session/page-life.ts';
import {
  trustedSearchWorkerUrl,
  trustedServiceWorkerUrl,
  trustedSyncWorkerUrl,
} from './session/worker-urls.ts';

/** What is not urgent waits until the first screen has been drawn, also on a slow phone. */
const afterStartMs = 3_000;
const firstPaintMs = 300;

export async function createServices(): Promise<Services> {
  const serverUrl = location.origin;
  const device = openDeviceDatabase(browserDeps);
  const { identity, session: joined } = await device.readStart();
  const replica = openCurrentReplica(joined?.replica ?? localReplica);
  const { store } = replica;
  let workspace = joined?.workspace.id;
  const deps = {
    ...browserDeps,
    store,
    identity,
    serverUrl,
    fetch: fetch.bind(globalThis),
    workspace: () => workspace,
  };
  const health = watchStorageHealth({
    device: identity.device,
    storage: localStorage,
    manager: (navigator as { readonly storage?: StorageManager }).storage,
  });

  const loadKey = async () =>
    (await import('./session/device-key.ts')).openDeviceKey(browserDeps, device);
  const loadClient = async () =>
    (await import('./session/session-client.ts')).createSessionClient(deps);

  const loadKeep = () => import('./commands/keep-improvement.ts');
  const openLogs = new Set<DocumentLog>();
  const typed = createTypedText({
    ...deps,
    device,
    storage: localStorage,
    handoverKey: 'gemba:typed',
  });
  const typedTexts = new Set([typed]);
  const capture = createCapture({
    store,
    typed,
    prepareKeep: () => {
      // Not there yet and no network: keeping says so.
      loadKeep().catch(() => undefined);
    },
    keep: async (text) => {
      const { keepImprovement } = await loadKeep();
      const kept = await keepImprovement(deps, text);
      if (kept.ok) void health.askToPersist();
      return kept;
    },
  });
  const flush = async () => {
    await Promise.all([...typedTexts, ...openLogs].map((open) => open.flush()));
  };

  const handOver = () => {
    for (const text of typedTexts) text.handOver();
    const unstored = [...openLogs].map((log) => ({ id: log.id, update: log.unstored() }));
    leaveEdits(
      localStorage,
      unstored.filter((edit): edit is LeftEdit => edit.update !== undefined),
    );
  };
  if (readLeftEdits(localStorage).length > 0) {
    const { takeLeftEdits } = await import('./local/take-left-edits.ts');
    await takeLeftEdits({ ...deps, storage: localStorage });
  }

  const replication = createReplication({
    ...deps,
    startWorker: () => new Worker(trustedSyncWorkerUrl(), { type: 'module' }),
    openChannel: (name) => new BroadcastChannel(name),
    updateLease: device.updateLease,
  });
  const status = watchSyncStatus({ ...deps, health, replicator: replication.state });

  let search: WorkerSearch | undefined;
  const searchWorker = () => {
    const worker = () => new Worker(trustedSearchWorkerUrl(), { type: 'module' });
    search ??= createWorkerSearch(worker(), replica.name(), document.documentElement.lang, () =>
      store.changes.publish({ type: 'everything' }),
    );
    return search;
  };

  function use(session: JoinedSession): void {
    search?.stop();
    search = undefined;
    workspace = session.workspace.id;
    replica.switchTo(session.replica);
    replication.start(session, 0);
    shownSession.show(session);
  }

  async function loadAnew(): Promise<void> {
    await flush();
    location.assign('/');
  }

  const tabs = joinTabs({
    ...deps,
    channel: new BroadcastChannel('gemba:tabs'),
    flush,
    onEntered: async () => {
      const { followIntoWorkspace } = await import('./session/enter-workspace.ts');
      await followIntoWorkspace({ device, replica, use, loadAnew });
    },
    onLeft: loadAnew,
  });
  const container = (navigator as { readonly serviceWorker?: ServiceWorkerContainer })
    .serviceWorker;
  const sessionDeps = {
    ...deps,
    ...tabs,
    device,
    loadClient,
    loadKey,
    replica,
    use,
    stopReplication: replication.stop,
    askForBackgroundSync: () => askForBackgroundSync(container),
  };
  const shownSession = createSession(sessionDeps, joined);
  const { whoIs, show: _show, enter, ...session } = shownSession;

  const signIn = async () =>
    (await import('./session/sign-in-service.ts')).createSignInService({ ...sessionDeps, enter });

  replication.start(joined, firstPaintMs);
  if (joined !== undefined) {
    // A crash between joining and taking along is made good here; a write of another tab comes along as well.
    deps.setTimer(afterStartMs, () => {
      replica
        .takeAlong(joined.replica)
        .catch((cause: unknown) => deps.report('taking along what was kept', cause));
    });
  } else if (health.wasEvicted) {
    const { rejoinAfterEviction } = await import('./session/rejoin-after-eviction.ts');
    void rejoinAfterEviction({ loadClient, join: session.join });
  }

  const canJoin = createWritable(false);
  replication.state.subscribe(() => {
    const connection = replication.state.get()?.connection;
    canJoin.set(connection === 'syncing' || connection === 'upToDate');
    if (connection === 'signInNeeded') void signIn().then((service) => service.leaveIfSignedOut());
  });

  watchPageLife({
    ...sessionDeps,
    flush,
    handOver,
    wake: () => replication.wake(true),
    status,
  });

  let history: Promise<HistoryService> | undefined;
  const createHistory = async () => {
    const { createHistoryDesk } = await import('./commands/history-desk.ts');
    return createHistoryDesk(deps);
  };

  let notices: Promise<NoticeService> | undefined;
  const createNotices = async () =>
    (await import('./commands/open-notices.ts')).openNotices({ ...deps, whoIs });

  const who = () => whoIn(session.state.get());
  const documents = createDocumentServices({
    ...deps,
    session,
    whoIs,
    who,
    openLogs,
    typedTexts,
    rows: device.rows,
    storage: localStorage,
    canJoin,
    loadClient,
    wakeReplication: () => replication.wake(),
    readWorkspaceId: async () => workspace as DocumentId | undefined,
  });

  return {
    capture,
    register: createRegister({
      ...deps,
      search: createRecordSearch({ store, worker: searchWorker }),
    }),
    ...documents,
    quarantine: async () =>
      (await import('./session/quarantine-client.ts')).createQuarantineClient(deps),
    drafts: async () =>
      (await import('./commands/draft-desk.ts')).createDraftDesk({ ...deps, whoIs, openLogs }),
    changeMany: async () =>
      (await import('./commands/change-many.ts')).createChangeMany({
        ...deps,
        whoIs,
        who,
        openLogs,
      }),
    ownViews: async () =>
      (await import('./commands/own-views.ts')).openOwnViews({ ...deps, rows: device.rows }),
    sync: {
      status,
      syncNow: () => replication.wake(true),
      exportUnsent: async () => (await import('./local/export-unsent.ts')).exportUnsent(deps),
    },
    session,
    signIn,
    people: async () => (await import('./session/people-service.ts')).createPeopleService(deps),
    notices: () => (notices ??= createNotices()),
    insights: async () =>
      (await import('./projection/insights-desk.ts')).createInsightsDesk({
        ...deps,
        worker: searchWorker,
      }),
    history: () => (history ??= createHistory()),
    update: watchForUpdates({
      ...sessionDeps,
      container,
      scriptUrl: trustedServiceWorkerUrl,
      reload: () => location.reload(),
    }),
  };
}

const whoIn = (state: SessionState): Who | undefined =>
  state.type === 'joined' ? { roles: state.person.roles, editing: state.editing } : undefined;
