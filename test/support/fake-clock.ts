/** A clock that stands still until a test lets time pass. */

export type FakeClock = {
  readonly nowMs: () => number;
  readonly setTimer: (delayMs: number, run: () => void) => () => void;
  /** Runs what falls due, in order, and lets everything that it sets off settle. */
  readonly pass: (durationMs: number) => Promise<void>;
};

type Timer = { readonly atMs: number; readonly run: () => void };

export function createFakeClock(startMs = 1_700_000_000_000): FakeClock {
  let nowMs = startMs;
  let timers: Timer[] = [];

  const nextDue = (untilMs: number) =>
    timers
      .filter((timer) => timer.atMs <= untilMs)
      .reduce<Timer | undefined>((a, b) => (a === undefined || b.atMs < a.atMs ? b : a), undefined);

  return {
    nowMs: () => nowMs,
    setTimer: (delayMs, run) => {
      const timer = { atMs: nowMs + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass: async (durationMs) => {
      const untilMs = nowMs + durationMs;
      await settled();
      for (let due = nextDue(untilMs); due !== undefined; due = nextDue(untilMs)) {
        const { atMs, run } = due;
        timers = timers.filter((other) => other !== due);
        nowMs = atMs;
        run();
        await settled();
      }
      nowMs = untilMs;
    },
  };
}

/** All promises that nothing outside holds up have resolved. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
