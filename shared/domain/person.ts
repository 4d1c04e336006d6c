/** People of a workspace, as devices know them. Names live here and never in documents. */
import type { ActorId, PersonId } from './ids.ts';

export const roles = ['member', 'admin'] as const;
export type Role = (typeof roles)[number];

export type Person = {
  readonly id: PersonId;
  readonly displayName: string;
  readonly role: Role;
  /** Every actor bound to this person: one per device that joined as them. */
  readonly actors: readonly ActorId[];
};

export const displayNameLength = 80;

/** The name as it will be kept: trimmed, inner white space folded; undefined when nothing or too much is left. */
export function normaliseDisplayName(text: string): string | undefined {
  const name = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return name.length > 0 && name.length <= displayNameLength ? name : undefined;
}
