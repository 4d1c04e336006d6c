/** Which accounts of an OpenID provider are whose, in SQLite. */
import type { PersonId, WorkspaceId } from '../../../shared/domain/ids.ts';
import type { AccountOwner, LinkedAccount } from '../sign-in-store.ts';
import type { AuditChain } from './audit-chain.ts';
import { type Database, transact } from './transaction.ts';

export function createAccountTables(db: Database, audit: AuditChain) {
  const find = db.prepare(`
    SELECT a.ws AS workspace, a.person, p.removed_at IS NOT NULL AS removed FROM work_accounts a
    JOIN people p ON p.ws = a.ws AND p.person = a.person
    WHERE a.issuer = ?1 AND a.subject = ?2 AND a.ws = coalesce(?3, a.ws)
    ORDER BY removed, a.linked_at, a.ws LIMIT 1`);
  const findOwner = db.prepare(`
    SELECT a.person, p.removed_at IS NOT NULL AS removed FROM work_accounts a
    JOIN people p ON p.ws = a.ws AND p.person = a.person
    WHERE a.ws = ? AND a.issuer = ? AND a.subject = ?`);
  const put = db.prepare(`
    INSERT OR REPLACE INTO work_accounts (ws, issuer, subject, person, linked_at)
    VALUES (?, ?, ?, ?, ?)`);

  return {
    findAccount: (
      issuer: string,
      subject: string,
      within: WorkspaceId | null,
    ): AccountOwner | undefined => {
      const found = find.get(issuer, subject, within) as OwnerRecord | undefined;
      if (found === undefined) return undefined;
      const { workspace, person, removed } = found;
      return { workspace, person, isRemoved: removed === 1 };
    },

    linkAccount: ({ workspace, person, issuer, subject, atMs }: LinkedAccount): boolean =>
      transact(db, () => {
        const owner = findOwner.get(workspace, issuer, subject) as OwnerRecord | undefined;
        if (owner !== undefined && owner.removed === 0) return owner.person === person;
        put.run(workspace, issuer, subject, person, atMs);
        audit.append(workspace, atMs, 'accountLinked', { person, issuer });
        return true;
      }),
  };
}

type OwnerRecord = {
  readonly workspace: WorkspaceId;
  readonly person: PersonId;
  readonly removed: 0 | 1;
};
