/** Seeds that once failed: they run first, always. */

export const failingSeeds: readonly number[] = [11, 23, 48, 189, 366];
