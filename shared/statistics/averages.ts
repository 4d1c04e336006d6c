/** Mean, median and variance of a list of numbers. */

/** Taken from the first value on, so that the mean of equal values is that value to the last bit. NaN of none. */
export function meanOf(values: readonly number[]): number {
  const [first] = values;
  if (first === undefined) return Number.NaN;
  return first + sumOf(values.map((value) => value - first)) / values.length;
}

/** NaN of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The sample's: divided by n − 1. NaN of fewer than two. */
export function varianceOf(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN;
  const mean = meanOf(values);
  return sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
