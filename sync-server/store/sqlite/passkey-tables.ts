/** Passkeys of people in SQLite. */
import type { PersonId, WorkspaceId } from '../../../shared/domain/ids.ts';
import type { ListedPasskey } from '../../../shared/protocol/passkeys.ts';
import type { NewPasskey, StoredPasskey } from '../sign-in-store.ts';
import type { AuditChain } from './audit-chain.ts';
import { type Database, transact } from './transaction.ts';

export function createPasskeyTables(db: Database, audit: AuditChain) {
  const insert = db.prepare(`
    INSERT INTO passkeys (ws, id, person, public_key, counter, name, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`);
  const list = db.prepare(`
    SELECT id, name, created_at AS createdAt, last_used_at AS lastUsedAt
    FROM passkeys WHERE ws = ? AND person = ? ORDER BY created_at DESC, id`);
  const find = db.prepare(`
    SELECT ws AS workspace, id, person, public_key AS publicKey, counter FROM passkeys WHERE id = ?`);
  const use = db.prepare(
    'UPDATE passkeys SET counter = ?, last_used_at = ? WHERE id = ? AND counter = ?',
  );
  const remove = db.prepare('DELETE FROM passkeys WHERE ws = ? AND person = ? AND id = ?');

  return {
    addPasskey: ({ workspace, person, ...passkey }: NewPasskey): boolean =>
      transact(db, () => {
        const { id, publicKey, counter, name, createdAt } = passkey;
        const isAdded =
          insert.run(workspace, id, person, publicKey, counter, name, createdAt).changes > 0;
        if (isAdded) audit.append(workspace, createdAt, 'passkeyAdded', { person, id });
        return isAdded;
      }),

    listPasskeys: (workspace: WorkspaceId, person: PersonId): readonly ListedPasskey[] =>
      list.all(workspace, person) as ListedPasskey[],

    findPasskey: (id: string): StoredPasskey | undefined =>
      find.get(id) as StoredPasskey | undefined,

    usePasskey: (id: string, counter: number, newCounter: number, atMs: number): boolean =>
      use.run(newCounter, atMs, id, counter).changes > 0,

    removePasskey: (workspace: WorkspaceId, person: PersonId, id: string, atMs: number): boolean =>
      transact(db, () => {
        const isRemoved = remove.run(workspace, person, id).changes > 0;
        if (isRemoved) audit.append(workspace, atMs, 'passkeyRemoved', { person, id });
        return isRemoved;
      }),
  };
}
