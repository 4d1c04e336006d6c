/** Joining, leaving and inviting: JSON bodies of the session routes. */
import * as z from 'zod/mini';
import { isUuid } from '../domain/ids.ts';
import { displayNameLength } from '../domain/person.ts';
import { askedRoles, legacyRole, toldRoles } from './role-list.ts';

const uuid = z.string().check(z.refine(isUuid, 'a UUID in lower case'));
const base64url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/));

/** `POST /session/join`: spends an invitation and makes this device one of a person's. */
export const joinRequest = z.object({
  /** From the link's fragment: `#join=<token>`. */
  token: base64url.check(z.minLength(22), z.maxLength(128)),
  device: uuid,
  actor: uuid,
  /** Ed25519 public key, 32 bytes in base64url. */
  publicKey: base64url.check(z.length(43)),
  /** Ed25519 over the UTF-8 bytes of `joinProofText`: the device holds the key. */
  proof: base64url.check(z.length(86)),
  /** Ignored when the invitation adds a device to a person who exists. */
  displayName: z.string().check(z.maxLength(4 * displayNameLength)),
});
export type JoinRequest = z.infer<typeof joinRequest>;

/** `POST /session/challenge`: what a device that has joined signs to get a session again. */
export const challengeRequest = z.object({ device: uuid });
export type ChallengeRequest = z.infer<typeof challengeRequest>;
export const challengeAnswer = z.object({ challenge: base64url });
export type ChallengeAnswer = z.infer<typeof challengeAnswer>;
export const challengeLifeMs = 60_000;

/** `POST /session/renew`: a session for a device that lost its cookie but not its key. */
export const renewRequest = z.object({
  device: uuid,
  challenge: base64url.check(z.maxLength(128)),
  /** Ed25519 over the UTF-8 bytes of `gemba-renew:<challenge>:<device>`. */
  proof: base64url.check(z.length(86)),
});
export type RenewRequest = z.infer<typeof renewRequest>;

/** `GET /session` and the answer to a join or renewal: who this device is on this server. */
export const sessionAnswer = z.object({
  serverId: uuid,
  workspace: z.object({ id: uuid, name: z.string() }),
  person: z.object({ id: uuid, displayName: z.string(), roles: toldRoles, role: legacyRole }),
  device: uuid,
  epoch: uuid,
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;

/**
 * `POST /invitations`: another person with these roles (administrators only), or one's own further device.
 * `member` and `admin` are short for a person with the role of a contributor or an administrator.
 */
export const invitationRequest = z.discriminatedUnion('for', [
  z.object({ for: z.enum(['member', 'admin', 'ownDevice']) }),
  z.object({ for: z.literal('person'), roles: askedRoles }),
]);
export type InvitationRequest = z.infer<typeof invitationRequest>;

export const invitationAnswer = z.object({
  /** Goes behind `#join=` of the server's address; shown once, stored hashed. */
  token: base64url,
  /** Unix ms. */
  expiresAt: z.number(),
});
export type InvitationAnswer = z.infer<typeof invitationAnswer>;

/** `POST /rooms/ticket`: one connection to one room, within `ticketLifeMs`. */
export const ticketRequest = z.object({ docId: uuid });
export const ticketAnswer = z.object({ ticket: base64url });
export const ticketLifeMs = 60_000;
