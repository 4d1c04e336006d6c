/** How much one address or one person may ask for. A limit stops what no honest use comes near; it paces nobody. */

type Rate = { readonly points: number; readonly perSeconds: number };

/** Names are what metrics call the limits by. */
export const rates = {
  /**
   * Points of an address: a whole office may sit behind one, and join within minutes on its first day. What
   * is refused costs more (`refusedSignInPoints`), so that guessing ends after 60 tries.
   */
  signIn: { points: 1_200, perSeconds: 600 },
  /** Requests of a person, on all devices together. The first sync of 100,000 records takes about 1,500. */
  requests: { points: 6_000, perSeconds: 60 },
  /** KiB that a person sends and asks for. 100,000 new records are about 200 MiB, and must pass in one go. */
  sync: { points: 512 * 1024, perSeconds: 60 },
} as const satisfies Readonly<Record<string, Rate>>;

export type RateName = keyof typeof rates;

/** Of `signIn`, beside the one point of every attempt. */
export const refusedSignInPoints = 19;

/** Of `sync`: what a page of a pull is taken for before it is known, a fraction of the largest. */
export const pullPoints = 64;

/** Of `sync`: an update that took more than its share of the one worker. Some twenty a minute. */
export const tooCostlyPoints = rates.sync.points / 20;

/** Open at a time. Of a person: five devices with a dozen tabs each. Connections are counted before they say anything. */
export const openCounts = {
  socketsPerPerson: 64,
  socketsPerAddress: 4_000,
  connectionsPerAddress: 8_000,
} as const;

/** Frames of one room connection between two beats of the gateway (10 s): a person types 30 a second. */
export const framesPerBeat = 6_000;

/** What answering a first sync step counts as: it reads the whole document. */
export const step1Frames = 100;
