/** Refuses with 429 what is asked too often, and says when to come again. */
import type { Context, MiddlewareHandler } from 'hono';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import type { RateLimits } from '../limits/rate-limits.ts';
import { refusedSignInPoints } from '../limits/rates.ts';
import type { PublicEnv } from './context.ts';
import { addressOf, type ProxyTrust } from './peer.ts';
import { problemResponse } from './problem.ts';

export type LimitDeps = { readonly rateLimits: RateLimits; readonly trust: ProxyTrust };

/** For whatever leads to a session: by address, and what is refused counts for more. */
export function limitSignIn({ rateLimits, trust }: LimitDeps): MiddlewareHandler<PublicEnv> {
  return async (c, next) => {
    const address = addressOfRequest(c, trust);
    const waitSeconds = await rateLimits.take('signIn', address);
    if (waitSeconds !== undefined) return problemResponse(tooMany(waitSeconds));
    await next();
    if (c.res.status >= 400) await rateLimits.charge('signIn', address, refusedSignInPoints);
    return undefined;
  };
}

export const tooMany = (retryAfterSeconds: number): Refusal => ({
  ...refusal('rateLimited', 'Too much in too short a time; try again later.'),
  retryAfterSeconds,
});

const addressOfRequest = ({ env }: Context<PublicEnv>, trust: ProxyTrust): string =>
  addressOf(env.incoming, trust);
