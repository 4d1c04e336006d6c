/** Before and after an intervention: the difference of the means, with Welch's 95 % interval. */
import { err, ok, type Result } from '../result.ts';
import { meanOf, varianceOf } from './averages.ts';
import { studentQuantile } from './student-t.ts';

export type Sample = {
  readonly count: number;
  readonly mean: number;
  /** The sample's standard deviation. */
  readonly deviation: number;
};

export type Difference = {
  readonly before: Sample;
  readonly after: Sample;
  /** After − before. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** By Welch and Satterthwaite; seldom whole. */
  readonly freedom: number;
};

export type DifferenceRefusal =
  /** Too few on one side or both. */
  | {
      readonly code: 'tooFew';
      readonly before: number;
      readonly after: number;
      readonly needed: number;
    }
  /** All values are alike before, and alike after: there is no spread to take an interval of. */
  | { readonly code: 'noSpread'; readonly difference: number };

/** On each side. An interval of fewer would mostly tell of chance, and a verdict asks for as many. */
export const readingsForDifference = 6;

export function compareBeforeAfter(
  before: readonly number[],
  after: readonly number[],
): Result<Difference, DifferenceRefusal> {
  if (Math.min(before.length, after.length) < readingsForDifference) {
    const counts = { before: before.length, after: after.length };
    return err({ code: 'tooFew', ...counts, needed: readingsForDifference });
  }
  const difference = meanOf(after) - meanOf(before);
  const [squareBefore, squareAfter] = [squaredError(before), squaredError(after)];
  const square = squareBefore + squareAfter;
  if (square === 0) return err({ code: 'noSpread', difference });
  const freedom =
    square ** 2 / (squareBefore ** 2 / (before.length - 1) + squareAfter ** 2 / (after.length - 1));
  const reach = studentQuantile(0.975, freedom) * Math.sqrt(square);
  return ok({
    before: sampleOf(before),
    after: sampleOf(after),
    difference,
    low: difference - reach,
    high: difference + reach,
    freedom,
  });
}

/** Of the mean. */
const squaredError = (values: readonly number[]): number => varianceOf(values) / values.length;

const sampleOf = (values: readonly number[]): Sample => ({
  count: values.length,
  mean: meanOf(values),
  deviation: Math.sqrt(varianceOf(values)),
});
