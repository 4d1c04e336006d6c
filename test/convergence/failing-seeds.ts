/** Seeds that once failed: they run first, always. */

export const failingSeeds: readonly number[] = [11, 23, 35, 48, 120, 189, 366];
