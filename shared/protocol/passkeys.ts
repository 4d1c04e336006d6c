/** Passkeys: JSON bodies of `/passkeys` and `/session/passkey`. WebAuthn's own values go through as they are. */
import * as z from 'zod/mini';
import { isUuid } from '../domain/ids.ts';
import { joinRequest } from './session.ts';

const uuid = z.string().check(z.refine(isUuid, 'a UUID in lower case'));
const challenge = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,128}$/));

/** How long a person may take to choose a passkey. */
export const passkeyChallengeLifeMs = 5 * 60_000;

/** What the browser's WebAuthn made of the options: its response in JSON, checked by the server's library. */
const webAuthnResponse = z.looseObject({
  id: z.string().check(z.regex(/^[A-Za-z0-9_-]{16,1366}$/)),
  response: z.looseObject({}),
});

/** Options for the browser's WebAuthn, in JSON as it wants them; `challenge` is in them. */
export const passkeyOptionsAnswer = z.object({ options: z.looseObject({ challenge }) });

/** `POST /passkeys`: the passkey that the options of `POST /passkeys/options` have led to. */
export const passkeyRequest = z.object({ challenge, response: webAuthnResponse });
export type PasskeyRequest = z.infer<typeof passkeyRequest>;

export const listedPasskey = z.object({
  id: z.string(),
  /** From the device that made it, like `Chrome · Android`; '' = unknown. */
  name: z.string(),
  /** Unix ms. */
  createdAt: z.number(),
  lastUsedAt: z.nullable(z.number()),
});
export type ListedPasskey = z.infer<typeof listedPasskey>;

/** `GET /passkeys`: one's own, newest first. */
export const passkeysAnswer = z.object({ passkeys: z.array(listedPasskey) });

/** `POST /session/passkey/options`. */
export const passkeySignInOptionsRequest = z.object({ device: uuid });

/** `POST /session/passkey`: makes this device one of the passkey's person, like a join. */
export const passkeySignInRequest = z.object({
  challenge,
  response: webAuthnResponse,
  device: uuid,
  actor: uuid,
  publicKey: joinRequest.shape.publicKey,
  /** Ed25519 over the UTF-8 bytes of `signInProofText`. */
  proof: joinRequest.shape.proof,
});
export type PasskeySignInRequest = z.infer<typeof passkeySignInRequest>;

/** `GET /session/ways`: how one can sign in here beside a link. */
export const signInWays = z.object({
  /** False where this address can have none: neither https nor localhost, or a bare number. */
  passkey: z.boolean(),
  /** What the button of the organisation's own accounts says; null = there are none. */
  workAccount: z.nullable(z.object({ name: z.string() })),
  /** Of a server that shows the demo: the token of a link for whoever wants to look around. */
  demo: z.optional(z.string()),
});
export type SignInWays = z.infer<typeof signInWays>;
