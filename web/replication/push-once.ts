/** Sends what waits in a replica that no page has open, through the same push lane; never beside a leading tab. */
import { browserDeps } from '../local/browser-deps.ts';
import { openBrowserReplica } from '../local/browser-replica.ts';
import { demoReplica } from '../local/demo-replica.ts';
import type { DeviceDatabase, JoinedSession } from '../local/device-database.ts';
import type { Identity } from '../local/identity.ts';
import { openDeviceKey } from '../session/device-key.ts';
import { createHttpTransport } from './http-transport.ts';
import { lockNameOf } from './leadership.ts';
import { createPushLane } from './push-lane.ts';
import type { ServerContact } from './replicator.ts';

export type PushOnceDeps = {
  readonly device: DeviceDatabase;
  readonly identity: Identity;
  readonly serverUrl: string;
};

/** False when something is left that a later attempt may send. */
export async function pushOnce(deps: PushOnceDeps, session: JoinedSession): Promise<boolean> {
  // What is made in the demo stays where it is.
  if (session.replica === demoReplica) return true;
  const { locks } = navigator as { readonly locks?: LockManager };
  // Without locks (plain-http addresses) what is sent twice is recognised by its uid.
  if (locks === undefined) return push(deps, session);
  const lockName = lockNameOf(session.replica);
  return locks.request(lockName, { ifAvailable: true }, (lock) =>
    lock === null ? true : push(deps, session),
  );
}

async function push(
  { device, identity, serverUrl }: PushOnceDeps,
  { replica, workspace }: JoinedSession,
): Promise<boolean> {
  const store = openBrowserReplica(replica, identity.actor);
  try {
    if ((await store.readUnsent()).edits === 0) return true;
    const { sign } = await openDeviceKey(browserDeps, device);
    const transport = createHttpTransport({
      fetch: fetch.bind(globalThis),
      serverUrl,
      workspace: () => workspace.id,
    });
    const laneDeps = { ...browserDeps, store, identity, sign, transport, random: Math.random };
    const lane = createPushLane(laneDeps, quietContact);
    return (await lane.run()).type !== 'failed';
  } finally {
    store.close();
  }
}

/** Nobody watches: a lost session, a change of lineage and repairs are for the page that opens the replica. */
const quietContact: ServerContact = {
  succeeded: () => undefined,
  failed: async () => false,
  settled: () => undefined,
  pulled: async () => undefined,
};
