/** Counts what addresses and people ask for, in memory: a restart forgets it, and nothing of it is stored. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Metrics } from '../observability/metrics.ts';
import { type RateName, rates } from './rates.ts';

export type RateLimits = {
  /** Seconds after which it may be asked again; undefined = it may now. */
  readonly take: (rate: RateName, key: string, points?: number) => Promise<number | undefined>;
  /** Counts what has happened already. */
  readonly charge: (rate: RateName, key: string, points: number) => Promise<void>;
};

/** `factor` multiplies every rate; 0 = no limits. */
export function createRateLimits(factor: number, metrics: Metrics): RateLimits {
  if (factor === 0) return { take: async () => undefined, charge: async () => {} };
  const limiters = new Map(
    Object.entries(rates).map(([name, { points, perSeconds }]) => [
      name as RateName,
      new RateLimiterMemory({ points: Math.ceil(points * factor), duration: perSeconds }),
    ]),
  );
  return {
    async take(rate, key, points = 1) {
      try {
        await limiters.get(rate)?.consume(key, points);
        return undefined;
      } catch (reached) {
        // The limiter rejects with its state when there is nothing left, and with an error never.
        if (!(reached instanceof RateLimiterRes)) throw reached;
        metrics.limitReached(rate);
        return Math.max(1, Math.ceil(reached.msBeforeNext / 1000));
      }
    },
    async charge(rate, key, points) {
      await limiters.get(rate)?.penalty(key, points);
    },
  };
}
