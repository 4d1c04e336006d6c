/** What is done for the device while no page is open: its outboxes are sent, owed sign-outs told. */
import { browserDeps } from '../local/browser-deps.ts';
import { openDeviceDatabase } from '../local/device-database.ts';
import { createJoinedWorkspaces } from '../local/joined-workspaces.ts';
import { pushOnce } from '../replication/push-once.ts';
import { tellOwedSignOuts } from '../session/owed-sign-outs.ts';

export { syncTag } from '../replication/background-sync.ts';

/** Throws when something is left, so that the browser tries again by itself. */
export async function pushInBackground(): Promise<void> {
  const device = openDeviceDatabase(browserDeps);
  const { identity } = await device.readStart();
  const serverUrl = self.location.origin;
  let isDone = await tellOwedSignOuts(device, serverUrl);
  const { open, others } = await createJoinedWorkspaces(device).read();
  for (const session of open === undefined ? others : [open, ...others]) {
    isDone = (await pushOnce({ device, identity, serverUrl }, session)) && isDone;
  }
  if (!isDone) throw new Error('not everything could be sent yet');
}
