/** The sync worker: leads a replica for its tab, so that the page's own thread is free for the person. */
import { browserDeps } from '../local/browser-deps.ts';
import { openBrowserReplica } from '../local/browser-replica.ts';
import { demoReplica } from '../local/demo-replica.ts';
import { openDeviceDatabase } from '../local/device-database.ts';
import { openDeviceKey } from '../session/device-key.ts';
import { renewSession } from '../session/renew-session.ts';
import { createSessionClient } from '../session/session-client.ts';
import { startErrands } from './errands.ts';
import { type Leader, leadReplica } from './lead-replica.ts';
import type { ReplicatorState } from './replicator.ts';
import type { Leading, SyncReply, SyncRequest } from './sync-messages.ts';

let leader: Leader | undefined;
let runErrands: () => void = () => undefined;

addEventListener('message', ({ data }: MessageEvent<SyncRequest>) => {
  if (data.type === 'wake') {
    leader?.wake(data.urgent);
    if (data.urgent) runErrands();
    return;
  }
  lead(data).catch((cause: unknown) => browserDeps.report('starting replication', cause));
});

async function lead({ replica, workspace, identity, serverUrl }: Leading): Promise<void> {
  const isDemo = replica === demoReplica;
  // What is made in the demo stays where it is.
  if (isDemo) tell({ connection: 'offline', progress: undefined, stuck: false });
  const device = openDeviceDatabase(browserDeps);
  const loadKey = () => openDeviceKey(browserDeps, device);
  const client = createSessionClient({
    fetch: fetch.bind(globalThis),
    serverUrl,
    workspace: () => workspace,
  });
  leader = await leadReplica(
    {
      ...browserDeps,
      store: openBrowserReplica(replica, identity.actor),
      identity,
      serverUrl,
      workspace: isDemo ? undefined : workspace,
      loadSign: async () => (await loadKey()).sign,
      renewSession: async () => renewSession(client, await loadKey(), identity.device, workspace),
    },
    tell,
  );
  runErrands = startErrands({ device, identity, serverUrl }, replica);
}

const tell = (state: ReplicatorState): void =>
  postMessage({ type: 'state', state } satisfies SyncReply);
