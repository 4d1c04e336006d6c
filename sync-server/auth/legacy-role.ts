/** The one role that pages from before there were several read. */
import type { Role } from '../../shared/domain/person.ts';

export const legacyRoleOf = (roles: readonly Role[]): 'member' | 'admin' =>
  roles.includes('admin') ? 'admin' : 'member';
