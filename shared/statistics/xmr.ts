/**
 * Natural process limits of an XmR chart (individual values and moving ranges), after Wheeler, Understanding
 * Variation. They come from the baseline that a person chose, in order of time, and from nothing else.
 */
import type { LimitsForm, Ruleset } from '../domain/measure.ts';
import { err, ok, type Result } from '../result.ts';
import { meanOf, medianOf } from './averages.ts';

export type XmrLimits = {
  /** The mean of the baseline, in both forms. */
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  /** A third of the way from the centre to a limit. */
  readonly sigma: number;
  /** Mean or median of the moving ranges, by the form. */
  readonly middleRange: number;
  readonly upperRange: number;
  /** Readings of the baseline. */
  readonly count: number;
  /** Moving ranges that were left out; see {@link xmrLimits}. */
  readonly droppedRanges: number;
  /** From fewer than {@link readingsForLimits} readings. */
  readonly isProvisional: boolean;
};

export type LimitsRefusal =
  | { readonly code: 'tooFew'; readonly count: number; readonly needed: number }
  | { readonly code: 'notANumber' };

/** `form`: by the mean of the moving ranges, or by their median, which one wild value does not widen. */
export type LimitsChoice = { readonly form: LimitsForm; readonly rules: Ruleset };

/** Limits of fewer are shown as provisional: they would still move much with each further reading. */
const readingsForLimits = 13;

/** One moving range. */
const leastReadings = 2;

/** 3 ÷ d₂ with d₂ = 1.128 for two values, as Wheeler rounds it. */
const meanFactor = 2.66;
/** Nelson's tests are defined by σ = mean(mR) ÷ 1.128, unrounded. */
const nelsonFactor = 3 / 1.128;
/** D₄ for two values. */
const meanRangeFactor = 3.267;
/** 3 ÷ 0.954 and the like for the median of the ranges. */
const medianFactor = 3.145;
const medianRangeFactor = 3.865;

/**
 * By the NHS's rules, moving ranges of 3.267 times their mean or more are left out once before the limits are
 * taken. The median form needs none of that.
 */
export function xmrLimits(
  baseline: readonly number[],
  { form, rules }: LimitsChoice,
): Result<XmrLimits, LimitsRefusal> {
  const count = baseline.length;
  if (count < leastReadings) return err({ code: 'tooFew', count, needed: leastReadings });
  if (!baseline.every(Number.isFinite)) return err({ code: 'notANumber' });
  const ranges = movingRanges(baseline);
  const kept = rules === 'nhs' && form === 'mean' ? withoutLarge(ranges) : ranges;
  const middleRange = form === 'mean' ? meanOf(kept) : medianOf(kept);
  const centre = meanOf(baseline);
  const reach = middleRange * factorOf(form, rules);
  return ok({
    centre,
    lower: centre - reach,
    upper: centre + reach,
    sigma: reach / 3,
    middleRange,
    upperRange: middleRange * (form === 'mean' ? meanRangeFactor : medianRangeFactor),
    count,
    droppedRanges: ranges.length - kept.length,
    isProvisional: count < readingsForLimits,
  });
}

/** |xᵢ − xᵢ₋₁|, one fewer than there are values. */
export const movingRanges = (values: readonly number[]): readonly number[] =>
  values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));

function withoutLarge(ranges: readonly number[]): readonly number[] {
  const most = meanRangeFactor * meanOf(ranges);
  // All are 0: there is nothing large among them.
  return most === 0 ? ranges : ranges.filter((range) => range < most);
}

function factorOf(form: LimitsForm, rules: Ruleset): number {
  if (form === 'median') return medianFactor;
  return rules === 'nelson' ? nelsonFactor : meanFactor;
}
