/** Links that let a device in: for the first administrator, for others, for one's own next device, for who lost all. */
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { createUuidV7, type PersonId, type WorkspaceId } from '../../shared/domain/ids.ts';
import { firstAdministratorRoles, type Role, sortRoles } from '../../shared/domain/person.ts';
import {
  type InvitationAnswer,
  invitationHours,
  type InvitationRequest,
  invitationUses,
  type OpenInvitation,
} from '../../shared/protocol/session.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Session } from '../store/people-store.ts';
import type { Invitation } from '../store/sign-in-store.ts';
import type { Store } from '../store/store.ts';
import { createToken, hashToken } from './tokens.ts';

const hourMs = 60 * 60 * 1000;

/** A link for another device of the same person is used at once; one that a server prints may wait for its reader. */
const lifeMs = { ownDevice: hourMs, recovery: 24 * hourMs, firstAdministrator: 7 * 24 * hourMs };

type Deps = ClockDep & RandomDep & { readonly store: Store };

export async function invite(
  deps: Deps,
  { person, workspace }: Session,
  request: InvitationRequest,
): Promise<Result<InvitationAnswer, Refusal>> {
  if (request.for === 'ownDevice') {
    const own = { workspace, kind: 'ownDevice', by: person.id, person: person.id } as const;
    return ok(await addInvitation(deps, own, lifeMs.ownDevice));
  }
  if (!isAdministrator(person)) {
    return err(refusal('notAllowed', 'Only administrators invite others.', 'for'));
  }
  const { roles, label = '', uses, expiresInHours = invitationHours.usual } = termsOf(request);
  const by = { workspace, kind: 'person', by: person.id } as const;
  const link = { ...by, roles: sortRoles(roles), label: label.trim(), uses };
  return ok(await addInvitation(deps, link, expiresInHours * hourMs));
}

type Terms = Omit<Extract<InvitationRequest, { readonly for: 'person' }>, 'for'>;

const termsOf = (request: Exclude<InvitationRequest, { readonly for: 'ownDevice' }>): Terms => {
  if (request.for === 'person') return request;
  return { roles: [request.for === 'admin' ? 'admin' : 'contributor'] };
};

export async function listInvitations(
  { store, nowMs }: Deps,
  { person, workspace }: Session,
): Promise<Result<{ readonly invitations: readonly OpenInvitation[] }, Refusal>> {
  if (!isAdministrator(person)) return err(notYours);
  return ok({ invitations: await store.listInvitations(workspace, nowMs()) });
}

export async function revokeInvitation(
  { store, nowMs }: Deps,
  { person, workspace }: Session,
  id: string,
): Promise<Result<object, Refusal>> {
  if (!isAdministrator(person)) return err(notYours);
  const isRevoked = await store.revokeInvitation(workspace, id, person.id, nowMs());
  return isRevoked ? ok({}) : err(refusal('notFound', 'There is no such open link.', 'id'));
}

/** A further device for somebody who has lost theirs; works once, for a day. */
export async function recover(
  deps: Deps,
  session: Session,
  whom: string,
): Promise<Result<InvitationAnswer, Refusal>> {
  const { workspace, person } = session;
  if (!isAdministrator(person)) return err(notYours);
  const people = await deps.store.listPeople(workspace);
  const found = people.find(({ id, isRemoved }) => id === whom && !isRemoved);
  if (found === undefined) return err(refusal('notFound', 'There is no such person.', 'person'));
  const link = { workspace, kind: 'recovery', by: person.id, person: found.id } as const;
  return ok(await addInvitation(deps, link, lifeMs.recovery));
}

/** The token of a link for the first administrator, a new one at each call; undefined once there is one. */
export async function inviteFirstAdministrator(deps: Deps): Promise<string | undefined> {
  const { id } = deps.store.lineage.workspace;
  await deps.store.endFirstAdministratorInvitations(id);
  if (await deps.store.hasAdministrator(id)) return undefined;
  const link = { workspace: id, kind: 'firstAdministrator', by: null } as const;
  const roles = firstAdministratorRoles;
  return (await addInvitation(deps, { ...link, roles }, lifeMs.firstAdministrator)).token;
}

/** The token of a further administrator's link, made on the server's own command line. */
export async function inviteAdministrator(deps: Deps, workspace: WorkspaceId): Promise<string> {
  const link = { workspace, kind: 'person', by: null, roles: firstAdministratorRoles } as const;
  return (await addInvitation(deps, link, lifeMs.recovery)).token;
}

/** The token of a link to a demo, for as many as want to look around. */
export async function inviteToDemo(
  deps: Deps,
  workspace: WorkspaceId,
  roles: readonly Role[],
): Promise<string> {
  const link = { workspace, kind: 'person', by: null, roles, uses: invitationUses.most } as const;
  return (await addInvitation(deps, link, invitationHours.most * hourMs)).token;
}

type Link = {
  readonly workspace: WorkspaceId;
  readonly kind: Invitation['kind'];
  readonly by: PersonId | null;
  readonly person?: PersonId;
  readonly roles?: readonly Role[];
  readonly label?: string;
  readonly uses?: number | undefined;
};

async function addInvitation(deps: Deps, link: Link, life: number): Promise<InvitationAnswer> {
  const token = createToken(deps);
  const id = createUuidV7<string>(deps);
  const createdAt = deps.nowMs();
  const expiresAt = createdAt + life;
  const { person = null, roles = [], label = '', uses = invitationUses.usual } = link;
  const terms = { person, roles, label, uses, createdAt, expiresAt };
  await deps.store.addInvitation({ ...link, ...terms, id, tokenHash: hashToken(token) });
  return { id, token, expiresAt };
}

const notYours = refusal('notAllowed', 'Only administrators see to other people’s links.');

const isAdministrator = ({ roles }: Session['person']): boolean => roles.includes('admin');
