/** The part of the store port that says who may do what: roles, how open editing is, who was removed. */
import type { ActorId, PersonId, WorkspaceId } from '../../shared/domain/ids.ts';
import type { Role } from '../../shared/domain/person.ts';
import type { Editing } from '../../shared/process/permissions.ts';

export type MembershipStore = {
  /** These people as they stand now; whom the workspace does not know is left out. */
  readonly readMemberships: (
    workspace: WorkspaceId,
    people: readonly PersonId[],
  ) => Promise<Memberships>;
};

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
};
