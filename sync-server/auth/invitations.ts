/** Links that let a device in: for the first administrator, for others, for one's own next device. */
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import type { WorkspaceId } from '../../shared/domain/ids.ts';
import type { InvitationAnswer } from '../../shared/protocol/session.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { InvitationKind, Session } from '../store/people-store.ts';
import type { Store } from '../store/store.ts';
import { mayInvite } from './permissions.ts';
import { createToken, hashToken } from './tokens.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** A link travels by chat and paper; one for another device of the same person is used at once. */
const lifeMs: Readonly<Record<InvitationKind, number>> = {
  member: 7 * dayMs,
  admin: 7 * dayMs,
  ownDevice: dayMs / 24,
};

type Deps = ClockDep & RandomDep & { readonly store: Store };

export async function invite(
  deps: Deps,
  session: Session,
  kind: InvitationKind,
): Promise<Result<InvitationAnswer, Refusal>> {
  if (!mayInvite(session.person.role, kind)) {
    return err(refusal('notAllowed', 'Only administrators invite others.', 'for'));
  }
  return ok(await addInvitation(deps, session.workspace, kind, session.person.id));
}

/** The token of a link for the first administrator, a new one at each call; undefined once there is one. */
export async function inviteFirstAdministrator(deps: Deps): Promise<string | undefined> {
  const { id } = deps.store.lineage.workspace;
  await deps.store.endServerInvitations(id);
  if (await deps.store.hasAdministrator(id)) return undefined;
  return (await addInvitation(deps, id, 'admin', null)).token;
}

async function addInvitation(
  deps: Deps,
  workspace: WorkspaceId,
  kind: InvitationKind,
  by: Session['person']['id'] | null,
): Promise<InvitationAnswer> {
  const token = createToken(deps);
  const createdAt = deps.nowMs();
  const expiresAt = createdAt + lifeMs[kind];
  const tokenHash = hashToken(token);
  await deps.store.addInvitation({ workspace, tokenHash, kind, by, createdAt, expiresAt });
  return { token, expiresAt };
}
