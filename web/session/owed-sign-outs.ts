/** Tells servers that this device was signed out while they could not be reached. */
import * as z from 'zod/mini';
import { paths } from '../../shared/protocol/paths.ts';
import type { DeviceDatabase, OwedSignOut } from '../local/device-database.ts';
import { createAsk } from './ask-json.ts';

export async function readOwedSignOuts({
  rows,
}: Pick<DeviceDatabase, 'rows'>): Promise<readonly OwedSignOut[]> {
  const owed = await rows.where('k').startsWith('owed:').toArray();
  return owed.flatMap((row) => ('owed' in row ? [row.owed] : []));
}

/** False when one has still to be told. */
export async function tellOwedSignOuts(
  device: Pick<DeviceDatabase, 'rows'>,
  serverUrl: string,
): Promise<boolean> {
  let isDone = true;
  for (const { workspace, device: whom } of await readOwedSignOuts(device)) {
    const ask = createAsk({ fetch: fetch.bind(globalThis), serverUrl, workspace: () => workspace });
    const told = await ask(paths.leave, z.looseObject({}), { device: whom });
    // Without a session there is none to end.
    if (told.ok || told.error === 'signIn' || told.error === 'revoked') {
      await device.rows.delete(`owed:${workspace}`);
    } else isDone = false;
  }
  return isDone;
}
