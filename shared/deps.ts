/** What pure code needs from the machine it runs on; passed in, so that tests own time and chance. */

export type ClockDep = {
  /** Milliseconds since the Unix epoch, by this machine's clock. */
  readonly nowMs: () => number;
};

export type RandomDep = {
  readonly randomBytes: (sizeBytes: number) => Uint8Array;
};
