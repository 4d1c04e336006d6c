/** In UTF-16 units; of the words to be erased, one letter would be everywhere. */
export const erasureLimits = { shortest: 2, longest: 2_000, reason: 500 } as const;
