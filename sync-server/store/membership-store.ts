/** The part of the store port that says who may do what: roles, how open editing is, who was removed. */
import type { ActorId, PersonId, WorkspaceId } from '../../shared/domain/ids.ts';
import type { Role } from '../../shared/domain/person.ts';
import type { Editing } from '../../shared/process/permissions.ts';
import type { Refusal } from '../../shared/protocol/refusals.ts';
import type { Result } from '../../shared/result.ts';
import type { Session } from './people-store.ts';

export type MembershipStore = {
  /** These people as they stand now; whom the workspace does not know is left out. */
  readonly readMemberships: (
    workspace: WorkspaceId,
    people: readonly PersonId[],
  ) => Promise<Memberships>;
  /** Replaces the roles of a member. Refused: `notFound`, `lastAdministrator`. */
  readonly changeRoles: (change: RoleChange) => Promise<Result<void, Refusal>>;
  /**
   * Ends a membership: the person's sessions open nothing any more, their open links end, their name stays.
   * Refused: `notFound`, `lastAdministrator`.
   */
  readonly removePerson: (change: MemberChange) => Promise<Result<void, Refusal>>;
  /** Replaces the teams and organisations of a member. Refused: `notFound`. */
  readonly changeBelonging: (change: BelongingChange) => Promise<Result<void, Refusal>>;
  readonly setEditing: (change: WorkspaceChange & { readonly editing: Editing }) => Promise<void>;
  /** The session of somebody who was removed: good for handing in what they had not sent, and nothing else. */
  readonly findRemovedSession: (tokenHash: string, nowMs: number) => Promise<Session | undefined>;
};

export type WorkspaceChange = {
  readonly workspace: WorkspaceId;
  /** The administrator who makes it. */
  readonly by: PersonId;
  /** Unix ms. */
  readonly atMs: number;
};

export type MemberChange = WorkspaceChange & { readonly person: PersonId };

export type RoleChange = MemberChange & { readonly roles: readonly Role[] };

export type BelongingChange = MemberChange & { readonly belongsTo: readonly string[] };

export type Memberships = {
  readonly editing: Editing;
  readonly members: ReadonlyMap<PersonId, Membership>;
};

export type Membership = {
  /** None once the person was removed. */
  readonly roles: readonly Role[];
  readonly isRemoved: boolean;
  /** Every device's actor: what one of them wrote is the person's. */
  readonly actors: readonly ActorId[];
  /** Affected items of which they are the product owner. */
  readonly ownedItems: readonly string[];
  /** Teams and organisations. */
  readonly belongsTo: readonly string[];
};
