/**
 * A run chart: the median, and whether the readings cross it as often as chance would. After Anhøj and Olesen,
 * Run charts revisited, PLoS ONE 9 (2014) e113825: it needs no limits and few readings.
 */
import { err, ok, type Result } from '../result.ts';
import { medianOf } from './averages.ts';

export type RunChart = {
  readonly median: number;
  /** Readings that are not on the median; the others are passed over. */
  readonly useful: number;
  readonly runs: number;
  /** The longest row on one side, and from where to where it goes (places of readings). */
  readonly longest: number;
  readonly longestFrom: number;
  readonly longestTo: number;
  /** A longer one is a signal: round(log₂ n) + 3. */
  readonly longestExpected: number;
  readonly crossings: number;
  /** Fewer are a signal: the 5 % quantile of a binomial of n − 1 throws of a coin. */
  readonly leastCrossings: number;
  readonly isShifted: boolean;
};

export type RunChartRefusal = {
  readonly code: 'tooFew';
  readonly count: number;
  readonly needed: number;
};

/** With fewer than ten off the median, hardly any pattern could show a signal. */
const readingsForRuns = 10;

/** `baseline`: what the median is taken of; the runs are counted over all `values`, in order of time. */
export function readRunChart(
  values: readonly number[],
  baseline: readonly number[] = values,
): Result<RunChart, RunChartRefusal> {
  const median = medianOf(baseline);
  const sides = values
    .map((value, place) => ({ side: Math.sign(value - median), place }))
    .filter(({ side }) => side === 1 || side === -1);
  const useful = sides.length;
  if (useful < readingsForRuns) {
    return err({ code: 'tooFew', count: useful, needed: readingsForRuns });
  }
  const runs: { side: number; length: number; from: number; to: number }[] = [];
  for (const { side, place } of sides) {
    const run = runs.at(-1);
    if (run?.side === side) {
      run.length++;
      run.to = place;
    } else {
      runs.push({ side, length: 1, from: place, to: place });
    }
  }
  const longest = runs.reduce((long, run) => (run.length > long.length ? run : long));
  const longestExpected = Math.round(Math.log2(useful)) + 3;
  const crossings = runs.length - 1;
  const leastCrossings = coinQuantile(0.05, useful - 1);
  return ok({
    median,
    useful,
    runs: runs.length,
    longest: longest.length,
    longestFrom: longest.from,
    longestTo: longest.to,
    longestExpected,
    crossings,
    leastCrossings,
    isShifted: longest.length > longestExpected || crossings < leastCrossings,
  });
}

/** The least number of heads in so many throws that is not exceeded with at least the probability `p`. */
function coinQuantile(p: number, throws: number): number {
  // In logarithms: half to the 5,000th power is no number any more.
  let logProbability = -throws * Math.LN2;
  let sum = Math.exp(logProbability);
  let heads = 0;
  while (sum < p && heads < throws) {
    logProbability += Math.log((throws - heads) / (heads + 1));
    heads++;
    sum += Math.exp(logProbability);
  }
  return heads;
}
