/** What a device signs to prove that it holds its key; on its own, so that the page needs no zod for it. */

export const joinProofText = (token: string, device: string, actor: string): string =>
  `gemba-join:${token}:${device}:${actor}`;

/** `secret`: the challenge or ticket that a sign-in without a link has led to. */
export const signInProofText = (secret: string, device: string, actor: string): string =>
  `gemba-sign-in:${secret}:${device}:${actor}`;

export const renewProofText = (challenge: string, device: string): string =>
  `gemba-renew:${challenge}:${device}`;
