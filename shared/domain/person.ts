/** People of a workspace, as devices know them. Names live here and never in documents. */
import type { ActorId, PersonId } from './ids.ts';

/**
 * What somebody is asked to do in the practice (a person holds one or more). The author and the owner of a
 * record are no roles: they are what a person is to one record.
 */
export const roles = [
  /** Submits ideas by a link or in a workshop, and sees what became of them. */
  'guest',
  'contributor',
  'assessor',
  'coordinator',
  'approver',
  'evaluator',
  'practiceOwner',
  'coach',
  'admin',
] as const;
export type Role = (typeof roles)[number];

/** Whoever sets up a workspace runs the practice alone until others are given parts of it. */
export const firstAdministratorRoles: readonly Role[] = ['coordinator', 'approver', 'admin'];

export type Person = {
  readonly id: PersonId;
  /** Empty: they were erased, and the screen says so in its own language. */
  readonly displayName: string;
  readonly roles: readonly Role[];
  /** Every actor bound to this person: one per device that joined as them. */
  readonly actors: readonly ActorId[];
  /** Teams, a supplier, a partner: ids of entries of the workspace's catalogue. Absent = none. */
  readonly belongsTo?: readonly string[];
  /** No longer a member: may do nothing, and stays known by name for what they wrote. */
  readonly isRemoved: boolean;
};

export const displayNameLength = 80;

/** Teams and organisations of one person. */
export const belongsToAtMost = 50;

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

/** Each role once, in the order of {@link roles}. */
export const sortRoles = (held: readonly Role[]): readonly Role[] =>
  roles.filter((role) => held.includes(role));

/** The name as it will be kept: trimmed, inner white space folded; undefined when nothing or too much is left. */
export function normaliseDisplayName(text: string): string | undefined {
  const name = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return name.length > 0 && name.length <= displayNameLength ? name : undefined;
}
