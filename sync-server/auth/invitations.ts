/** Links that let a device in: for the first administrator, for others, for one's own next device. */
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import type { WorkspaceId } from '../../shared/domain/ids.ts';
import { firstAdministratorRoles, sortRoles } from '../../shared/domain/person.ts';
import type { InvitationAnswer, InvitationRequest } from '../../shared/protocol/session.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { InvitationPurpose, Session } from '../store/people-store.ts';
import type { Store } from '../store/store.ts';
import { createToken, hashToken } from './tokens.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** A link travels by chat and paper; one for another device of the same person is used at once. */
const lifeMs: Readonly<Record<InvitationPurpose['type'], number>> = {
  person: 7 * dayMs,
  ownDevice: dayMs / 24,
};

type Deps = ClockDep & RandomDep & { readonly store: Store };

export async function invite(
  deps: Deps,
  session: Session,
  request: InvitationRequest,
): Promise<Result<InvitationAnswer, Refusal>> {
  const purpose = purposeOf(request);
  if (purpose.type === 'person' && !session.person.roles.includes('admin')) {
    return err(refusal('notAllowed', 'Only administrators invite others.', 'for'));
  }
  return ok(await addInvitation(deps, session.workspace, purpose, session.person.id));
}

/** The token of a link for the first administrator, a new one at each call; undefined once there is one. */
export async function inviteFirstAdministrator(deps: Deps): Promise<string | undefined> {
  const { id } = deps.store.lineage.workspace;
  await deps.store.endServerInvitations(id);
  if (await deps.store.hasAdministrator(id)) return undefined;
  const purpose: InvitationPurpose = { type: 'person', roles: firstAdministratorRoles };
  return (await addInvitation(deps, id, purpose, null)).token;
}

function purposeOf(request: InvitationRequest): InvitationPurpose {
  switch (request.for) {
    case 'ownDevice':
      return { type: 'ownDevice' };
    case 'member':
      return { type: 'person', roles: ['contributor'] };
    case 'admin':
      return { type: 'person', roles: ['admin'] };
    case 'person':
      return { type: 'person', roles: sortRoles(request.roles) };
  }
}

async function addInvitation(
  deps: Deps,
  workspace: WorkspaceId,
  purpose: InvitationPurpose,
  by: Session['person']['id'] | null,
): Promise<InvitationAnswer> {
  const token = createToken(deps);
  const createdAt = deps.nowMs();
  const expiresAt = createdAt + lifeMs[purpose.type];
  const tokenHash = hashToken(token);
  await deps.store.addInvitation({ workspace, tokenHash, purpose, by, createdAt, expiresAt });
  return { token, expiresAt };
}
