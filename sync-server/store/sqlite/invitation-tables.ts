/** Links that let people and devices in, in SQLite. */
import type { PersonId, WorkspaceId } from '../../../shared/domain/ids.ts';
import type { Role } from '../../../shared/domain/person.ts';
import type { OpenInvitation } from '../../../shared/protocol/session.ts';
import type { Invitation, InvitationKind } from '../sign-in-store.ts';
import type { AuditChain } from './audit-chain.ts';
import { type Database, transact } from './transaction.ts';

export function createInvitationTables(db: Database, audit: AuditChain) {
  const insert = db.prepare(`
    INSERT INTO invitations
      (ws, id, token_hash, kind, roles, label, made_by, person, created_at, expires_at, uses, uses_left)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const list = db.prepare(`
    SELECT * FROM invitations
    WHERE ws = ? AND uses_left > 0 AND expires_at > ? AND revoked_at IS NULL
    ORDER BY created_at DESC, id`);
  const findWorkspace = db.prepare(`
    SELECT ws FROM invitations
    WHERE token_hash = ? AND uses_left > 0 AND expires_at > ? AND revoked_at IS NULL`);
  const revoke = db.prepare(`
    UPDATE invitations SET revoked_at = ?
    WHERE ws = ? AND id = ? AND uses_left > 0 AND expires_at > ? AND revoked_at IS NULL`);
  const endFirstAdministrator = db.prepare(
    `DELETE FROM invitations WHERE ws = ? AND kind = 'firstAdministrator' AND uses_left > 0`,
  );

  return {
    addInvitation: (invitation: Invitation): void =>
      transact(db, () => {
        const { workspace, id, tokenHash, kind, roles, label, by, person, uses } = invitation;
        const { createdAt, expiresAt } = invitation;
        const rolesJson = JSON.stringify(roles);
        const link = [workspace, id, tokenHash, kind, rolesJson, label, by, person];
        insert.run(...link, createdAt, expiresAt, uses, uses);
        const terms = { kind, roles, person, uses, expiresAt };
        audit.append(workspace, createdAt, 'invited', { by, id, ...terms });
      }),

    listInvitations: (workspace: WorkspaceId, nowMs: number): readonly OpenInvitation[] =>
      (list.all(workspace, nowMs) as InvitationRecord[]).map(toOpenInvitation),

    findInvitationWorkspace: (tokenHash: string, nowMs: number): WorkspaceId | undefined =>
      (findWorkspace.get(tokenHash, nowMs) as { ws: WorkspaceId } | undefined)?.ws,

    revokeInvitation: (workspace: WorkspaceId, id: string, by: PersonId, atMs: number): boolean =>
      transact(db, () => {
        const isRevoked = revoke.run(atMs, workspace, id, atMs).changes > 0;
        if (isRevoked) audit.append(workspace, atMs, 'invitationRevoked', { by, id });
        return isRevoked;
      }),

    endFirstAdministratorInvitations: (workspace: WorkspaceId): void =>
      void endFirstAdministrator.run(workspace),
  };
}

/** Takes one use of a link that works; must run inside the transaction of the join that it is for. */
export function createInvitationSpending(db: Database) {
  const giveBack = db.prepare(
    'UPDATE invitations SET uses_left = uses_left + 1 WHERE ws = ? AND id = ?',
  );
  const spend = db.prepare(`
    UPDATE invitations SET uses_left = uses_left - 1
    WHERE token_hash = ? AND uses_left > 0 AND expires_at > ? AND revoked_at IS NULL
    RETURNING *`);
  const spendOne = (tokenHash: string, atMs: number) => {
    const found = spend.get(tokenHash, atMs) as InvitationRecord | undefined;
    if (found === undefined) return undefined;
    const { ws: workspace, person, id } = found;
    return {
      workspace,
      person,
      roles: JSON.parse(found.roles) as Role[],
      how: `invitation ${id}`,
      /** In the same transaction: it changed nothing for whoever opened it. */
      giveBack: () => void giveBack.run(workspace, id),
    };
  };
  return spendOne;
}

type InvitationRecord = {
  readonly ws: WorkspaceId;
  readonly id: string;
  readonly kind: InvitationKind;
  readonly roles: string;
  readonly label: string;
  readonly made_by: PersonId | null;
  readonly person: PersonId | null;
  readonly created_at: number;
  readonly expires_at: number;
  readonly uses: number;
  readonly uses_left: number;
};

const toOpenInvitation = (found: InvitationRecord): OpenInvitation => ({
  id: found.id,
  for: found.kind,
  roles: JSON.parse(found.roles) as Role[],
  label: found.label,
  by: found.made_by,
  person: found.person,
  createdAt: found.created_at,
  expiresAt: found.expires_at,
  uses: found.uses,
  usesLeft: found.uses_left,
});
