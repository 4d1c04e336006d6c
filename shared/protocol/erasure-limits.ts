/** Of the words to be erased, in UTF-16 units: one letter would be everywhere. */
export const erasureLimits = { shortest: 2, longest: 2_000 } as const;
