/** Sends the outbox while no page is open, through the same push lane and outbox; never beside a leading tab. */
import { browserDeps } from '../local/browser-deps.ts';
import { openBrowserReplica } from '../local/browser-replica.ts';
import { openDeviceDatabase } from '../local/device-database.ts';
import { createHttpTransport } from '../replication/http-transport.ts';
import { lockNameOf } from '../replication/leadership.ts';
import { createPushLane } from '../replication/push-lane.ts';
import type { ServerContact } from '../replication/replicator.ts';
import { openDeviceKey } from '../session/device-key.ts';

export { syncTag } from '../replication/background-sync.ts';

/** Throws when something is left, so that the browser tries again by itself. */
export async function pushInBackground(): Promise<void> {
  const device = openDeviceDatabase(browserDeps);
  const { identity, session } = await device.readStart();
  if (session === undefined) return;
  const { replica } = session;
  await navigator.locks.request(lockNameOf(replica), { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    const store = openBrowserReplica(replica);
    try {
      const key = await openDeviceKey(browserDeps, device);
      const deps = {
        ...browserDeps,
        store,
        random: Math.random,
        identity,
        sign: key.sign,
        // A lost session is the next page's to renew.
        renewSession: async () => false,
        transport: createHttpTransport({
          fetch: fetch.bind(globalThis),
          serverUrl: self.location.origin,
        }),
      };
      const outcome = await createPushLane(deps, quietContact).run();
      if (outcome.type === 'failed') throw new Error('the outbox could not be sent yet');
    } finally {
      store.close();
    }
  });
}

/** Nobody watches: a change of lineage and repairs are the next page's. */
const quietContact: ServerContact = {
  succeeded: () => undefined,
  failed: async () => false,
  settled: () => undefined,
  pulled: async () => undefined,
};
