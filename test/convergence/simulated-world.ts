/** Time and chance of a simulation: a clock that jumps from event to event, and numbers from one seed. */
import { below, createRandom } from '../../shared/demo/seeded-random.ts';

export type World = {
  readonly nowMs: () => number;
  /** 0 up to, not including, 1. */
  readonly random: () => number;
  readonly below: (end: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly randomBytes: (sizeBytes: number) => Uint8Array;
  readonly setTimer: (delayMs: number, run: () => void) => () => void;
  /** Lets `durationMs` pass; everything that an event sets off is done before the next. */
  readonly pass: (durationMs: number) => Promise<void>;
};

type Event = { readonly atMs: number; readonly order: number; readonly run: () => void };

export function createWorld(seed: number): World {
  const random = createRandom(seed);
  const events = new Set<Event>();
  let nowMs = 1_700_000_000_000;
  let order = 0;

  function next(untilMs: number): Event | undefined {
    let first: Event | undefined;
    for (const event of events) {
      if (event.atMs > untilMs) continue;
      const isEarlier = first === undefined || event.atMs < first.atMs;
      if (isEarlier || (event.atMs === first?.atMs && event.order < first.order)) first = event;
    }
    return first;
  }

  return {
    nowMs: () => nowMs,
    random,
    below: (end) => below(random, end),
    chance: (probability) => random() < probability,
    randomBytes: (sizeBytes) => Uint8Array.from({ length: sizeBytes }, () => below(random, 256)),
    setTimer: (delayMs, run) => {
      const event = { atMs: nowMs + Math.ceil(delayMs), order: order++, run };
      events.add(event);
      return () => events.delete(event);
    },
    pass: async (durationMs) => {
      const untilMs = nowMs + durationMs;
      await settled();
      for (let event = next(untilMs); event !== undefined; event = next(untilMs)) {
        events.delete(event);
        nowMs = event.atMs;
        event.run();
        await settled();
      }
      nowMs = untilMs;
    },
  };
}

/** Nothing in a simulation waits for anything but promises and the world's timers. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
