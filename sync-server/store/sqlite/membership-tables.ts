/** Roles, removal and the workspace's rules in SQLite. */
import type { ActorId, PersonId, WorkspaceId } from '../../../shared/domain/ids.ts';
import type { Role } from '../../../shared/domain/person.ts';
import type { Memberships } from '../membership-store.ts';
import type { Database } from './transaction.ts';

export function createMembershipTables(db: Database) {
  const findMembers = db.prepare(`
    SELECT person, roles, removed_at,
      (SELECT json_group_array(actor) FROM actors a WHERE a.ws = p.ws AND a.person = p.person) AS actors
    FROM people p WHERE ws = ? AND person IN (SELECT value FROM json_each(?))`);

  return {
    readMemberships: (workspace: WorkspaceId, people: readonly PersonId[]): Memberships => {
      const found = findMembers.all(workspace, JSON.stringify(people)) as MemberRecord[];
      return {
        editing: 'everyone',
        members: new Map(
          found.map(({ person, roles, removed_at, actors }) => [
            person,
            {
              roles: removed_at === null ? (JSON.parse(roles) as Role[]) : [],
              isRemoved: removed_at !== null,
              actors: JSON.parse(actors) as ActorId[],
            },
          ]),
        ),
      };
    },
  };
}

type MemberRecord = {
  readonly person: PersonId;
  readonly roles: string;
  readonly removed_at: number | null;
  readonly actors: string;
};
