/** Live fan-out at saturation: everybody types, everybody must see it, and the time until all have is the figure. */

/** One open connection to a room, of whatever server. */
export type Participant = {
  readonly send: (frame: Uint8Array) => void;
  /** Characters that others typed and this one has received so far. */
  readonly received: () => number;
  readonly close: () => Promise<void>;
};

export type FanOut = {
  /** Characters typed, times those who had to see each. */
  readonly deliveries: number;
  readonly elapsedMs: number;
};

/**
 * Key strokes of a room that a witness has not seen yet: enough that the server always has work, whoever
 * waits for a disk, few enough that no limit of its queues is met.
 */
const inFlight = 2_000;

/** A run in which nothing arrives for this long has lost something. */
const stallLimitMs = 30_000;

/** `typed[i]` are the frames of participant i, one character each. */
export async function measureFanOut(
  participants: readonly Participant[],
  typed: readonly (readonly Uint8Array[])[],
): Promise<FanOut> {
  const editsEach = typed[0]?.length ?? 0;
  const expectedEach = editsEach * (participants.length - 1);
  const witness = participants[0];
  const before = participants.map((participant) => participant.received());
  const seenBy = (index: number) => (participants[index]?.received() ?? 0) - (before[index] ?? 0);
  const roundsInFlight = Math.ceil(inFlight / participants.length);
  const startedAt = performance.now();

  for (let round = 0; round < editsEach; round++) {
    const mustBeSeen = Math.max(0, round - roundsInFlight) * (participants.length - 1);
    await until(
      () => witness === undefined || seenBy(0) >= mustBeSeen,
      () => seenBy(0),
    );
    participants.forEach((participant, index) => {
      const frame = typed[index]?.[round];
      if (frame !== undefined) participant.send(frame);
    });
    await nextTurn();
  }
  const total = () => participants.reduce((sum, _, index) => sum + seenBy(index), 0);
  const all = expectedEach * participants.length;
  await until(() => total() >= all, total);
  return { deliveries: all, elapsedMs: performance.now() - startedAt };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

async function until(reached: () => boolean, progress: () => number): Promise<void> {
  let last = progress();
  let lastAt = performance.now();
  while (!reached()) {
    await nextTurn();
    const now = progress();
    if (now !== last) {
      last = now;
      lastAt = performance.now();
    } else if (performance.now() - lastAt > stallLimitMs) {
      throw new Error(`Nothing arrived for ${stallLimitMs} ms, after ${now} deliveries.`);
    }
  }
}
