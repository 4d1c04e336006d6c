/** Roles, removal and the workspace's rules in SQLite. */
import type { ActorId, PersonId, WorkspaceId } from '../../../shared/domain/ids.ts';
import type { Role } from '../../../shared/domain/person.ts';
import type { Editing } from '../../../shared/process/permissions.ts';
import { type Refusal, refusal } from '../../../shared/protocol/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type {
  BelongingChange,
  MemberChange,
  Membership,
  Memberships,
  RoleChange,
  WorkspaceChange,
} from '../membership-store.ts';
import type { AuditChain } from './audit-chain.ts';
import { createOwnedItems } from './owned-items.ts';
import { type Database, transact, transactResult } from './transaction.ts';

export function createMembershipTables(db: Database, audit: AuditChain) {
  const ownedItems = createOwnedItems(db);
  const findEditing = db.prepare('SELECT editing FROM workspaces WHERE ws = ?');
  const findMembers = db.prepare(`
    SELECT person, roles, removed_at, belongs_to,
      (SELECT json_group_array(actor) FROM actors a WHERE a.ws = p.ws AND a.person = p.person) AS actors
    FROM people p WHERE ws = ? AND person IN (SELECT value FROM json_each(?))`);
  const findMember = db.prepare(
    'SELECT roles, belongs_to FROM people WHERE ws = ? AND person = ? AND removed_at IS NULL',
  );
  const countOtherAdministrators = db.prepare(`
    SELECT count(*) AS count FROM people
    WHERE ws = ? AND person <> ? AND removed_at IS NULL
      AND EXISTS (SELECT 1 FROM json_each(people.roles) WHERE value = 'admin')`);
  const putRoles = db.prepare('UPDATE people SET roles = ? WHERE ws = ? AND person = ?');
  const putBelonging = db.prepare('UPDATE people SET belongs_to = ? WHERE ws = ? AND person = ?');
  const remove = db.prepare('UPDATE people SET removed_at = ? WHERE ws = ? AND person = ?');
  const endLinks = db.prepare(`
    UPDATE invitations SET revoked_at = ?
    WHERE ws = ? AND (made_by = ? OR person = ?) AND uses_left > 0 AND revoked_at IS NULL`);
  const putEditing = db.prepare('UPDATE workspaces SET editing = ? WHERE ws = ?');
  // A seq of its own, so that devices that missed the poke still see that something is new.
  const changePeople = db.prepare(
    'UPDATE workspaces SET people_version = people_version + 1, seq = seq + 1 WHERE ws = ?',
  );

  const mayLose = ({ workspace, person }: MemberChange, isAdministrator: boolean) =>
    !isAdministrator ||
    (countOtherAdministrators.get(workspace, person) as { count: number }).count > 0;

  const memberOf = ({ workspace, person }: MemberChange) => {
    const found = findMember.get(workspace, person) as FoundMember | undefined;
    return (
      found && {
        roles: JSON.parse(found.roles) as Role[],
        belongsTo: JSON.parse(found.belongs_to) as string[],
      }
    );
  };

  const membershipOf = (
    workspace: WorkspaceId,
    { person, roles, removed_at, belongs_to, actors: actorsJson }: MemberRecord,
  ): Membership => {
    const actors = JSON.parse(actorsJson) as ActorId[];
    return {
      roles: removed_at === null ? (JSON.parse(roles) as Role[]) : [],
      isRemoved: removed_at !== null,
      actors,
      ownedItems: ownedItems(workspace, person, actors),
      belongsTo: JSON.parse(belongs_to) as string[],
    };
  };

  return {
    readMemberships: (workspace: WorkspaceId, people: readonly PersonId[]): Memberships => {
      const found = findMembers.all(workspace, JSON.stringify(people)) as MemberRecord[];
      const rules = findEditing.get(workspace) as { editing: Editing } | undefined;
      return {
        editing: rules?.editing ?? 'involved',
        members: new Map(found.map((record) => [record.person, membershipOf(workspace, record)])),
      };
    },

    changeRoles: (change: RoleChange): Result<void, Refusal> =>
      transactResult(db, () => {
        const { workspace, person, roles, by, atMs } = change;
        const before = memberOf(change)?.roles;
        if (before === undefined) return err(unknownPerson);
        const isLoss = before.includes('admin') && !roles.includes('admin');
        if (!mayLose(change, isLoss)) return err(lastAdministrator);
        putRoles.run(JSON.stringify(roles), workspace, person);
        changePeople.run(workspace);
        audit.append(workspace, atMs, 'rolesChanged', { person, by, before, roles });
        return ok(undefined);
      }),

    removePerson: (change: MemberChange): Result<void, Refusal> =>
      transactResult(db, () => {
        const { workspace, person, by, atMs } = change;
        const roles = memberOf(change)?.roles;
        if (roles === undefined) return err(unknownPerson);
        if (!mayLose(change, roles.includes('admin'))) return err(lastAdministrator);
        remove.run(atMs, workspace, person);
        endLinks.run(atMs, workspace, person, person);
        changePeople.run(workspace);
        audit.append(workspace, atMs, 'removed', { person, by });
        return ok(undefined);
      }),

    changeBelonging: (change: BelongingChange): Result<void, Refusal> =>
      transactResult(db, () => {
        const { workspace, person, belongsTo, by, atMs } = change;
        const before = memberOf(change)?.belongsTo;
        if (before === undefined) return err(unknownPerson);
        putBelonging.run(JSON.stringify(belongsTo), workspace, person);
        changePeople.run(workspace);
        audit.append(workspace, atMs, 'belongingChanged', { person, by, before, belongsTo });
        return ok(undefined);
      }),

    setEditing: (change: WorkspaceChange & { readonly editing: Editing }): void =>
      transact(db, () => {
        const { workspace, editing, by, atMs } = change;
        putEditing.run(editing, workspace);
        changePeople.run(workspace);
        audit.append(workspace, atMs, 'editingChanged', { editing, by });
      }),
  };
}

const unknownPerson = refusal('notFound', 'There is no such member.', 'person');
const lastAdministrator = refusal(
  'lastAdministrator',
  'A workspace keeps at least one administrator: make somebody else one first.',
);

type FoundMember = { readonly roles: string; readonly belongs_to: string };

type MemberRecord = {
  readonly person: PersonId;
  readonly roles: string;
  readonly removed_at: number | null;
  readonly belongs_to: string;
  readonly actors: string;
};
