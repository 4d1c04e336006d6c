/** The organisation's own accounts, by OpenID Connect: JSON bodies of `/session/account`. */
import * as z from 'zod/mini';
import { isUuid } from '../domain/ids.ts';
import { displayNameLength } from '../domain/person.ts';
import { joinRequest } from './session.ts';

const uuid = z.string().check(z.refine(isUuid, 'a UUID in lower case'));
const secret = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,128}$/));

/** How long a person may take at the organisation's own sign-in, and then for the page to come back. */
export const accountLifeMs = 10 * 60_000;

/** `POST /session/account/start`: whereto the page goes; with a link's token, who is unknown joins by it. */
export const accountStartRequest = z.object({ token: z.optional(joinRequest.shape.token) });
export const accountStartAnswer = z.object({ url: z.string() });

/** `POST /session/account`: makes this device one of the account's person, like a join. */
export const accountSignInRequest = z.object({
  ticket: secret,
  device: uuid,
  actor: uuid,
  publicKey: joinRequest.shape.publicKey,
  /** Ed25519 over the UTF-8 bytes of `signInProofText`. */
  proof: joinRequest.shape.proof,
  /** For who is new here; '' = as the account says. */
  displayName: z.string().check(z.maxLength(4 * displayNameLength)),
});
export type AccountSignInRequest = z.infer<typeof accountSignInRequest>;

/** `POST /session/account/link`: signed in; from now on the account signs in as this person. */
export const accountLinkRequest = z.object({ ticket: secret });
