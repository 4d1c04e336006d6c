/** Joining, leaving and inviting: JSON bodies of the session routes. */
import * as z from 'zod/mini';
import { isUuid } from '../domain/ids.ts';
import { belongsToAtMost, displayNameLength } from '../domain/person.ts';
import { editingModes } from '../process/permissions.ts';
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
export const challengeRequest = z.object({
  device: uuid,
  /** Of several on a server; without it the first is meant. */
  workspace: z.optional(uuid),
});
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
  /** The one that the challenge was asked for. */
  workspace: z.optional(uuid),
});
export type RenewRequest = z.infer<typeof renewRequest>;

/** `POST /session/leave` */
export const leaveRequest = z.object({
  /** With it only that device's session is ended: a page that tells late must not end a newer one. */
  device: z.optional(uuid),
});

/** `GET /session` and the answer to a join or renewal: who this device is on this server. */
export const sessionAnswer = z.object({
  serverId: uuid,
  workspace: z.object({ id: uuid, name: z.string() }),
  person: z.object({ id: uuid, displayName: z.string(), roles: toldRoles, role: legacyRole }),
  device: uuid,
  epoch: uuid,
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;

/** Hours that a link for another person may live. */
export const invitationHours = { usual: 72, most: 30 * 24 } as const;
/** Devices that one link may let in. */
export const invitationUses = { usual: 1, most: 1_000 } as const;
const invitationLabelLength = 80;

/** `POST /invitations`: one's own further device, or other people (administrators only). */
export const invitationRequest = z.discriminatedUnion('for', [
  /** `member` and `admin` are short for one contributor or administrator. */
  z.object({ for: z.enum(['member', 'admin', 'ownDevice']) }),
  z.object({
    for: z.literal('person'),
    /** What those who join with it may do. */
    roles: askedRoles,
    expiresInHours: z.optional(z.int().check(z.gte(1), z.lte(invitationHours.most))),
    uses: z.optional(z.int().check(z.gte(1), z.lte(invitationUses.most))),
    /** What the link is for, in the maker's words. */
    label: z.optional(z.string().check(z.maxLength(invitationLabelLength))),
  }),
]);
export type InvitationRequest = z.infer<typeof invitationRequest>;

/** The answer to `POST /invitations` and to `POST /people/<id>/recovery`. */
export const invitationAnswer = z.object({
  id: z.string(),
  /** Goes behind `#join=` of the server's address; shown once, stored hashed. */
  token: base64url,
  /** Unix ms. */
  expiresAt: z.number(),
});
export type InvitationAnswer = z.infer<typeof invitationAnswer>;

/** A link that still works; its token is known to nobody but who was given it. */
export const openInvitation = z.object({
  id: z.string(),
  for: z.enum(['person', 'ownDevice', 'recovery', 'firstAdministrator']),
  roles: toldRoles,
  label: z.string(),
  /** Who made it; null = the server. */
  by: z.nullable(uuid),
  /** Whose further device it lets in; null = it lets in somebody new. */
  person: z.nullable(uuid),
  /** Unix ms. */
  createdAt: z.number(),
  expiresAt: z.number(),
  uses: z.int(),
  usesLeft: z.int(),
});
export type OpenInvitation = z.infer<typeof openInvitation>;

/** `GET /invitations` (administrators only), newest first. */
export const invitationsAnswer = z.object({ invitations: z.array(openInvitation) });

/** `POST /rooms/ticket`: one connection to one room, within `ticketLifeMs`. */
export const ticketRequest = z.object({ docId: uuid });
export const ticketAnswer = z.object({ ticket: base64url });
export const ticketLifeMs = 60_000;

/** `POST /people/<id>/roles`: all that the person holds from now on. */
export const rolesRequest = z.object({ roles: askedRoles });

/** `POST /people/<id>/belonging`: all teams and organisations that the person belongs to from now on. */
export const belongingRequest = z.object({
  belongsTo: z.array(uuid).check(z.maxLength(belongsToAtMost)),
});

/** `POST /workspace` */
export const workspaceRequest = z.object({ editing: z.enum(editingModes) });
