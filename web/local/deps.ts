/** What the page's core needs from the machine beside clock and chance; passed in, so that tests own them. */

export type TimersDep = {
  /** Calls `run` once after `delayMs`; returns the way to call it off. */
  readonly setTimer: (delayMs: number, run: () => void) => () => void;
};

export type HashDep = {
  /** SHA-256 as 64 lower-case hex digits. */
  readonly sha256Hex: (bytes: Uint8Array) => Promise<string>;
};

/** Where a thrown error, a bug or a broken machine, is told once, with its cause. */
export type ReportDep = { readonly report: (what: string, cause: unknown) => void };
