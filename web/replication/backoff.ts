/** How long to wait before trying again: doubling, with full jitter so that a thousand phones don't return at once. */

export type BackoffRange = { readonly firstMs: number; readonly lastMs: number };

export type Backoff = {
  /** The wait before the next attempt; at least a tenth of the step, so that it never hammers. */
  readonly nextMs: () => number;
  readonly reset: () => void;
};

/** `random` gives 0 up to, not including, 1. */
export function createBackoff(random: () => number, range: BackoffRange): Backoff {
  let stepMs = range.firstMs;
  return {
    nextMs: () => {
      const waitMs = stepMs * (0.1 + 0.9 * random());
      stepMs = Math.min(stepMs * 2, range.lastMs);
      return waitMs;
    },
    reset: () => {
      stepMs = range.firstMs;
    },
  };
}
