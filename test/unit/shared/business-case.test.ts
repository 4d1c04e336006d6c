/** What a business case comes to: net benefit, return on investment, payback. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  businessCaseOf,
  type Figure,
  horizonMonths,
  type Outcome,
} from '../../../shared/process/business-case.ts';

const figure = (
  kind: 'cost' | 'benefit',
  timing: 'once' | 'monthly',
  likely: number,
  [low, high]: readonly [number | '', number | ''] = ['', ''],
): Figure => ({ kind, timing, likely, low, high });

const likelyOf = (outcome: Outcome) =>
  outcome.type === 'defined' ? outcome.likely : outcome.reason;

describe('businessCaseOf', () => {
  test('adds monthly amounts over 36 months, undiscounted', () => {
    const result = businessCaseOf([
      figure('cost', 'once', 12_000),
      figure('cost', 'monthly', 100),
      figure('benefit', 'monthly', 1_100),
    ]);
    expect(result.total.cost.likely).toBe(12_000 + 36 * 100);
    expect(likelyOf(result.net)).toBe(36 * 1_100 - 15_600);
    expect(likelyOf(result.roi)).toBeCloseTo((39_600 - 15_600) / 15_600);
    expect(likelyOf(result.paybackMonths)).toBe(12);
  });

  test('computes the range from the dearest cost and smallest benefit to the opposite', () => {
    const { roi, net, paybackMonths } = businessCaseOf([
      figure('cost', 'once', 1_000, [800, 2_000]),
      figure('benefit', 'monthly', 100, [50, 200]),
    ]);
    expect(net).toEqual({ type: 'defined', worst: -200, likely: 2_600, best: 6_400 });
    expect(roi).toEqual({ type: 'defined', worst: -0.1, likely: 2.6, best: 8 });
    expect(paybackMonths).toEqual({ type: 'defined', worst: 40, likely: 10, best: 4 });
  });

  test.each([
    [[], 'roi', 'noCost'],
    [[figure('benefit', 'once', 5)], 'roi', 'noCost'],
    [[figure('cost', 'once', 5)], 'roi', 'noBenefit'],
    [[figure('cost', 'once', 5)], 'net', 'noBenefit'],
    [
      [figure('cost', 'monthly', 5), figure('benefit', 'monthly', 9)],
      'paybackMonths',
      'noOneOffCost',
    ],
    [[figure('cost', 'once', 5), figure('benefit', 'once', 9)], 'paybackMonths', 'noMonthlyGain'],
    [
      [figure('cost', 'once', 5), figure('cost', 'monthly', 9), figure('benefit', 'monthly', 9)],
      'paybackMonths',
      'noMonthlyGain',
    ],
  ] as const)(
    'says why there is no result instead of a number: %j, %s',
    (figures, name, reason) => {
      expect(businessCaseOf(figures)[name]).toEqual({ type: 'notDefined', reason });
    },
  );

  test('has no worst payback when the worst case never pays back', () => {
    const { paybackMonths } = businessCaseOf([
      figure('cost', 'once', 100),
      figure('benefit', 'monthly', 10, [0, 10]),
    ]);
    expect(paybackMonths).toEqual({ type: 'defined', worst: undefined, likely: 10, best: 10 });
  });

  test('leaves out a figure of which too little is said, and says how many', () => {
    const half: Figure = { kind: 'cost', timing: 'once', likely: '', low: 3, high: '' };
    const result = businessCaseOf([half, figure('cost', 'once', 5)]);
    expect(result.uncounted).toBe(1);
    expect(result.total.cost.likely).toBe(5);
  });

  const amount = fc.oneof(fc.constant('' as const), fc.nat(1_000_000));
  const anyFigure: fc.Arbitrary<Figure> = fc.record({
    kind: fc.constantFrom('cost', 'benefit', ''),
    timing: fc.constantFrom('once', 'monthly', ''),
    likely: amount,
    low: amount,
    high: amount,
  });

  test('gives a finite number or a reason, and the likely result lies within its range', () => {
    fc.assert(
      fc.property(fc.array(anyFigure, { maxLength: 8 }), (figures) => {
        const { net, roi, paybackMonths } = businessCaseOf(figures);
        for (const [outcome, better] of [
          [net, 1],
          [roi, 1],
          [paybackMonths, -1],
        ] as const) {
          if (outcome.type === 'notDefined') continue;
          const { worst, likely, best } = outcome;
          for (const value of [worst, likely, best]) {
            if (value !== undefined) expect(Number.isFinite(value)).toBe(true);
          }
          const slack = 1e-9 * Math.max(1, Math.abs(likely));
          if (worst !== undefined) expect(better * (likely - worst)).toBeGreaterThan(-slack);
          if (best !== undefined) expect(better * (best - likely)).toBeGreaterThan(-slack);
        }
      }),
    );
  });

  test('does not depend on the order of the figures', () => {
    fc.assert(
      fc.property(fc.array(anyFigure, { maxLength: 8 }), (figures) => {
        expect(businessCaseOf([...figures].reverse())).toEqual(businessCaseOf(figures));
      }),
    );
  });

  test('takes 36 months where no other horizon is asked for', () => {
    expect(horizonMonths).toBe(36);
    expect(businessCaseOf([figure('cost', 'monthly', 1)], 12).total.cost.likely).toBe(12);
  });
});
