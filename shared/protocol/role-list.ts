/** Roles on the wire: a list that a newer peer may have roles in which this one does not know. */
import * as z from 'zod/mini';
import { isRole, roles } from '../domain/person.ts';

/** What is asked of the server: known roles only, at least one. */
export const askedRoles = z.array(z.enum(roles)).check(z.minLength(1), z.maxLength(roles.length));

/** What the server tells: unknown roles are passed over, as they allow nothing that this side could offer. */
export const toldRoles = z.pipe(
  z.array(z.string()),
  z.transform((held) => held.filter(isRole)),
);

/** Read by pages from before there was more than one role; the only role they tell apart is the administrator's. */
export const legacyRole = z.optional(z.enum(['member', 'admin']));
