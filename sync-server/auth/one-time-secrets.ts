/** Secrets that work once and soon expire, each with what was meant by it; kept in memory, because they live minutes. */
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { createToken, hashToken } from './tokens.ts';

export type OneTimeSecrets<T> = {
  /** undefined = too many are waiting to be used. */
  readonly issue: (meant: T) => string | undefined;
  /** undefined when it is unknown, spent or expired. */
  readonly spend: (secret: string) => T | undefined;
  /** Takes back those that were not spent. */
  readonly forget: (isMeant: (meant: T) => boolean) => void;
};

export function createOneTimeSecrets<T>(
  { nowMs, randomBytes }: ClockDep & RandomDep,
  { lifeMs, mostWaiting }: { readonly lifeMs: number; readonly mostWaiting: number },
): OneTimeSecrets<T> {
  // They live equally long, so the map's order is the order in which they expire.
  const waiting = new Map<string, { readonly meant: T; readonly expiresAt: number }>();

  const forgetExpired = () => {
    for (const [hash, { expiresAt }] of waiting) {
      if (expiresAt > nowMs()) return;
      waiting.delete(hash);
    }
  };

  return {
    issue(meant) {
      forgetExpired();
      if (waiting.size >= mostWaiting) return undefined;
      const secret = createToken({ randomBytes });
      waiting.set(hashToken(secret), { meant, expiresAt: nowMs() + lifeMs });
      return secret;
    },
    forget(isMeant) {
      for (const [hash, { meant }] of waiting) if (isMeant(meant)) waiting.delete(hash);
    },
    spend(secret) {
      const hash = hashToken(secret);
      const found = waiting.get(hash);
      waiting.delete(hash);
      return found !== undefined && found.expiresAt > nowMs() ? found.meant : undefined;
    },
  };
}
