/** Deletes what is left of a demo that nobody is in: the page that left it may have opened it again on its way out. */
import { Dexie } from 'dexie';
import { demoReplica } from '../local/demo-replica.ts';
import type { DeviceDatabase } from '../local/device-database.ts';
import { createJoinedWorkspaces } from '../local/joined-workspaces.ts';

export async function tidyDemo(device: Pick<DeviceDatabase, 'rows'>): Promise<void> {
  const { open, others } = await createJoinedWorkspaces(device).read();
  const isIn = [open, ...others].some((session) => session?.replica === demoReplica);
  if (!isIn) await Dexie.delete(demoReplica);
}
