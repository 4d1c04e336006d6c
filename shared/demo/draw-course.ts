/** The course of figures that were never taken: a level, a trend, seasons, noise, and what a change does to them. */
import { type Random } from './chance.ts';
import { dayMs } from './demo-times.ts';

/** All in the unit of the measure. */
export type Course = {
  readonly level: number;
  /** Standard deviation of what nobody can explain. */
  readonly noise: number;
  /** A year. */
  readonly trend?: number;
  /** Added in the middle of winter, taken away in the middle of summer. */
  readonly season?: number;
  /** Added on Saturdays and Sundays. */
  readonly weekend?: number;
  /** What comes of the intervention, at once or bit by bit. */
  readonly effect: { readonly shape: 'step' | 'ramp'; readonly by: number };
  readonly decimals: 0 | 1;
  readonly least: number;
  readonly most: number;
};

const yearMs = 365.25 * dayMs;
/** Until a ramp has brought all that it brings. */
const rampMs = 42 * dayMs;

/** A value for each of `times` (Unix ms). */
export function drawCourse(
  random: Random,
  course: Course,
  times: readonly number[],
  interventionMs: number,
): readonly number[] {
  const { level, trend = 0, season = 0, weekend = 0, noise, decimals, least, most } = course;
  const firstMs = times[0] ?? 0;
  return times.map((atMs) => {
    const plain =
      level +
      (trend * (atMs - firstMs)) / yearMs +
      season * Math.cos((2 * Math.PI * (atMs % yearMs)) / yearMs) +
      (isWeekend(atMs) ? weekend : 0) +
      effectAt(course, atMs - interventionMs) +
      noise * drawNormal(random);
    return Math.max(least, Math.min(most, roundTo(plain, decimals)));
  });
}

export const roundTo = (value: number, decimals: number): number =>
  Math.round(value * 10 ** decimals) / 10 ** decimals;

/** 1970 began on a Thursday. */
const isWeekend = (atMs: number): boolean => ((Math.floor(atMs / dayMs) + 4) % 7) % 6 === 0;

function effectAt({ effect }: Course, sinceMs: number): number {
  if (sinceMs < 0) return 0;
  return effect.shape === 'step' ? effect.by : effect.by * Math.min(1, sinceMs / rampMs);
}

/** Nearly normal (Irwin–Hall of six), so that no value is wild by chance alone. */
function drawNormal(random: Random): number {
  let sum = 0;
  for (let i = 0; i < 6; i++) sum += random();
  return (sum - 3) * Math.SQRT2;
}
