/** Devices of people in SQLite: their names, when they were last seen, signing them out. */
import type { DeviceId, PersonId, WorkspaceId } from '../../../shared/domain/ids.ts';
import type { StoredDevice } from '../sign-in-store.ts';
import type { AuditChain } from './audit-chain.ts';
import { type Database, transact } from './transaction.ts';

export function createDeviceTables(db: Database, audit: AuditChain) {
  const list = db.prepare(`
    SELECT * FROM devices WHERE ws = ? AND person = ? ORDER BY last_seen_at DESC, device`);
  const find = db.prepare('SELECT * FROM devices WHERE ws = ? AND device = ?');
  const rename = db.prepare('UPDATE devices SET name = ? WHERE ws = ? AND device = ?');
  const noteSeen = db.prepare(
    'UPDATE devices SET last_seen_at = max(last_seen_at, ?) WHERE ws = ? AND device = ?',
  );
  const deleteSessions = db.prepare(
    'DELETE FROM sessions WHERE ws = ? AND device = ? RETURNING token_hash',
  );
  const signOut = db.prepare('UPDATE devices SET signed_out_at = ? WHERE ws = ? AND device = ?');

  return {
    listDevices: (workspace: WorkspaceId, person: PersonId): readonly StoredDevice[] =>
      (list.all(workspace, person) as DeviceRecord[]).map(toDevice),

    findDevice: (workspace: WorkspaceId, device: DeviceId): StoredDevice | undefined => {
      const found = find.get(workspace, device) as DeviceRecord | undefined;
      return found && toDevice(found);
    },

    renameDevice: (workspace: WorkspaceId, device: DeviceId, name: string): void =>
      void rename.run(name, workspace, device),

    noteDeviceSeen: (workspace: WorkspaceId, device: DeviceId, atMs: number): void =>
      void noteSeen.run(atMs, workspace, device),

    signOutDevice: (
      workspace: WorkspaceId,
      device: DeviceId,
      by: PersonId,
      atMs: number,
    ): readonly string[] =>
      transact(db, () => {
        const ended = deleteSessions.all(workspace, device) as { token_hash: string }[];
        signOut.run(atMs, workspace, device);
        audit.append(workspace, atMs, 'signedOut', { device, by });
        return ended.map(({ token_hash }) => token_hash);
      }),
  };
}

type DeviceRecord = {
  readonly device: DeviceId;
  readonly person: PersonId;
  readonly name: string;
  readonly joined_at: number;
  readonly last_seen_at: number;
  readonly signed_out_at: number | null;
};

const toDevice = (found: DeviceRecord): StoredDevice => ({
  id: found.device,
  person: found.person,
  name: found.name,
  joinedAt: found.joined_at,
  lastSeenAt: found.last_seen_at,
  isSignedOut: found.signed_out_at !== null,
});
