/** What each role may do on the server; one line for each verb. */
import type { Role } from '../../shared/domain/person.ts';
import type { InvitationKind } from '../store/people-store.ts';

const inviting: Readonly<Record<InvitationKind, readonly Role[]>> = {
  member: ['admin'],
  admin: ['admin'],
  ownDevice: ['member', 'admin'],
};

export const mayInvite = (role: Role, kind: InvitationKind): boolean =>
  inviting[kind].includes(role);
