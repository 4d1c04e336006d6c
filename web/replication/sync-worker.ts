/** The sync worker: leads a replica for its tab, so that the page's own thread is free for the person. */
import { browserDeps } from '../local/browser-deps.ts';
import { openBrowserReplica } from '../local/browser-replica.ts';
import { openDeviceDatabase } from '../local/device-database.ts';
import { openDeviceKey } from '../session/device-key.ts';
import { renewSession } from '../session/renew-session.ts';
import { createSessionClient } from '../session/session-client.ts';
import { type Leader, leadReplica } from './lead-replica.ts';
import type { Leading, SyncReply, SyncRequest } from './sync-messages.ts';

let leader: Leader | undefined;

addEventListener('message', ({ data }: MessageEvent<SyncRequest>) => {
  if (data.type === 'wake') return leader?.wake(data.urgent);
  lead(data).catch((cause: unknown) => browserDeps.report('starting replication', cause));
});

async function lead({ replica, isJoined, identity, serverUrl }: Leading): Promise<void> {
  const device = openDeviceDatabase(browserDeps);
  const loadKey = () => openDeviceKey(browserDeps, device);
  const client = createSessionClient({ fetch: fetch.bind(globalThis), serverUrl });
  leader = await leadReplica(
    {
      ...browserDeps,
      store: openBrowserReplica(replica, identity.actor),
      identity,
      serverUrl,
      isJoined,
      loadSign: async () => (await loadKey()).sign,
      renewSession: async () =>
        (await renewSession(
          client,
          await loadKey(),
          identity.device,
          (await device.readSession())?.workspace.id,
        )) === 'renewed',
    },
    (state) => postMessage({ type: 'state', state } satisfies SyncReply),
  );
}
