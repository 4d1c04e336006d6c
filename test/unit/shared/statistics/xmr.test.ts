/** Natural process limits, against published worked examples, properties, and a second computation. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitsForms, rulesets } from '../../../../shared/domain/measure.ts';
import { before, inOrder, since, within } from '../../../../shared/statistics/reading.ts';
import {
  type LimitsChoice,
  movingRanges,
  type XmrLimits,
  xmrLimits,
} from '../../../../shared/statistics/xmr.ts';

const at = (values: readonly number[], place: number): number => values[place] ?? Number.NaN;

const wheeler = { form: 'mean', rules: 'wheeler' } as const;

function limitsOf(values: readonly number[], choice: LimitsChoice = wheeler): XmrLimits {
  const limits = xmrLimits(values, choice);
  if (!limits.ok) throw new Error(limits.error.code);
  return limits.value;
}

describe('published examples', () => {
  test('NIST/SEMATECH e-Handbook 6.3.2.2, flow rates of ten batches', () => {
    const flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
    const limits = limitsOf(flow, { form: 'mean', rules: 'nelson' });
    expect(limits.centre).toBeCloseTo(50.81, 4);
    expect(limits.middleRange).toBeCloseTo(1.8778, 4);
    expect(limits.upper).toBeCloseTo(55.8041, 4);
    expect(limits.lower).toBeCloseTo(45.8159, 4);
    // Wheeler's 2.66 is 3 ÷ 1.128 to two places.
    expect(limitsOf(flow).upper).toBeCloseTo(55.8041, 2);
  });

  test('Wheeler, Making Sense of Data, p. 382, the data set for verifying software', () => {
    const limits = limitsOf([
      5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463,
      5200,
    ]);
    expect(limits.centre).toBe(4135.5);
    expect(limits.middleRange).toBeCloseTo(355.93, 2);
    expect(limits.lower).toBeCloseTo(3188.72, 1);
    expect(limits.upper).toBeCloseTo(5082.28, 1);
    // There with D₄ = 3.268, a last place away.
    expect(Math.abs(limits.upperRange - 1163.19)).toBeLessThan(0.5);
  });

  test('Wheeler, Making Sense of Data, p. 130, peak flow rates', () => {
    const limits = limitsOf([
      120, 140, 100, 150, 260, 150, 100, 120, 300, 300, 275, 300, 140, 170, 150, 150, 190, 180,
    ]);
    expect(limits.centre).toBeCloseTo(183.1, 1);
    expect(limits.middleRange).toBeCloseTo(52.4, 1);
    // The book computes on from rounded figures.
    expect(Math.abs(limits.upper - 322.5)).toBeLessThan(0.3);
    expect(Math.abs(limits.lower - 43.7)).toBeLessThan(0.3);
    expect(Math.abs(limits.upperRange - 171.3)).toBeLessThan(0.3);
  });

  test('Wheeler, Making Sense of Data, p. 145, the median moving range', () => {
    const limits = limitsOf([2.5, 2.3, 16.3, 6.3, 7.6, 16.3, 7.1, 7.8, 7.8, 9.9, 10.5, -4.8], {
      form: 'median',
      rules: 'wheeler',
    });
    expect(limits.middleRange).toBeCloseTo(2.1, 10);
    expect(limits.centre).toBeCloseTo(7.47, 2);
    expect(limits.upper).toBeCloseTo(14.07, 2);
    expect(Math.abs(limits.lower - 0.87)).toBeLessThan(0.01);
    expect(limits.upperRange).toBeCloseTo(8.12, 2);
  });

  test('NHS-R, NHSRplotthedots, its own expected limits without and with a wild value', () => {
    const calm = [
      -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621,
      -1.26506123, -0.68685285, -0.44566197, 1.2240818, 0.35981383, 0.40077145, 0.11068272,
      -0.55584113, 1.78691314, 0.49785048, -1.96661716, 0.7013559, -0.47279141,
    ];
    const nhs = { form: 'mean', rules: 'nhs' } as const;
    expect(limitsOf(calm, nhs)).toMatchObject({ droppedRanges: 0 });
    expect(limitsOf(calm, nhs).lower).toBeCloseTo(-3.01138, 5);
    expect(limitsOf(calm, nhs).upper).toBeCloseTo(3.294627, 5);
    const wild = calm.with(14, 10);
    expect(limitsOf(wild, nhs)).toMatchObject({ droppedRanges: 2 });
    expect(limitsOf(wild, nhs).centre).toBeCloseTo(0.6694159, 6);
    expect(limitsOf(wild, nhs).lower).toBeCloseTo(-2.383666, 5);
    expect(limitsOf(wild, nhs).upper).toBeCloseTo(3.722497, 5);
    expect(limitsOf(wild).lower).toBeCloseTo(-4.596625, 5);
    expect(limitsOf(wild).upper).toBeCloseTo(5.935457, 5);
  });
});

describe('limits', () => {
  test('are provisional from fewer than 13 readings, and refused from fewer than two', () => {
    expect(limitsOf(Array.from({ length: 12 }, (_, i) => i)).isProvisional).toBe(true);
    expect(limitsOf(Array.from({ length: 13 }, (_, i) => i)).isProvisional).toBe(false);
    expect(xmrLimits([4], wheeler)).toEqual({
      ok: false,
      error: { code: 'tooFew', count: 1, needed: 2 },
    });
    expect(xmrLimits([4, Number.NaN], wheeler)).toMatchObject({ error: { code: 'notANumber' } });
  });

  test('of values that are all alike have no width', () => {
    const limits = limitsOf([0.1, 0.1, 0.1], { form: 'mean', rules: 'nhs' });
    expect([limits.lower, limits.centre, limits.upper]).toEqual([0.1, 0.1, 0.1]);
  });
});

const series = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 60 });
const choice = fc.record({
  form: fc.constantFrom(...limitsForms),
  rules: fc.constantFrom(...rulesets),
});
const isNear = (a: number, b: number) =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

describe('properties', () => {
  test('limits shift with the data, and scale with it', () => {
    fc.assert(
      fc.property(
        series,
        choice,
        fc.integer({ min: -500, max: 500 }),
        // A power of two keeps every comparison within as it was.
        fc.constantFrom(0.5, 2, 8),
        (values, how, by, times) => {
          const plain = limitsOf(values, how);
          const moved = limitsOf(
            values.map((value) => value * times + by),
            how,
          );
          for (const line of ['centre', 'lower', 'upper'] as const) {
            expect(isNear(moved[line], plain[line] * times + by)).toBe(true);
          }
          expect(isNear(moved.upperRange, plain.upperRange * times)).toBe(true);
          expect(moved.droppedRanges).toBe(plain.droppedRanges);
        },
      ),
    );
  });

  test('order matters to the moving ranges alone: not to the centre, and backwards to nothing', () => {
    fc.assert(
      fc.property(series, choice, (values, how) => {
        const plain = limitsOf(values, how);
        const sorted = limitsOf(
          values.toSorted((a, b) => a - b),
          how,
        );
        const backwards = limitsOf(values.toReversed(), how);
        expect(isNear(sorted.centre, plain.centre)).toBe(true);
        expect(isNear(backwards.upper, plain.upper)).toBe(true);
        expect(isNear(backwards.lower, plain.lower)).toBe(true);
      }),
    );
  });

  test('a second computation comes to the same', () => {
    fc.assert(
      fc.property(series, choice, (values, how) => {
        const limits = limitsOf(values, how);
        const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
        const ranges = Array.from({ length: values.length - 1 }, (_, i) =>
          Math.max(at(values, i + 1) - at(values, i), at(values, i) - at(values, i + 1)),
        );
        const centre = sum(values) / values.length;
        let reach: number;
        if (how.form === 'median') {
          const ordered = [...ranges].sort((a, b) => a - b);
          const half = ordered.length / 2;
          const middle = (at(ordered, Math.ceil(half) - 1) + at(ordered, Math.floor(half))) / 2;
          reach = 3.145 * middle;
        } else {
          const cap = (3.267 * sum(ranges)) / ranges.length;
          const kept = how.rules === 'nhs' && cap > 0 ? ranges.filter((r) => !(r >= cap)) : ranges;
          const mean = sum(kept) / kept.length;
          reach = how.rules === 'nelson' ? (3 * mean) / 1.128 : 2.66 * mean;
        }
        expect(isNear(limits.centre, centre)).toBe(true);
        expect(isNear(limits.upper, centre + reach)).toBe(true);
        expect(isNear(limits.lower, centre - reach)).toBe(true);
        expect(isNear(limits.sigma * 3, reach)).toBe(true);
        expect(movingRanges(values)).toEqual(ranges);
      }),
    );
  });
});

describe('readings', () => {
  const reading = (id: string, at: string) => ({ id, at, value: 1 });
  const ids = (readings: readonly { id: string }[]) => readings.map(({ id }) => id).join('');

  test('stand in order of their moments, on every device alike', () => {
    const all = [
      reading('c', '2026-03-02'),
      reading('b', '2026-03-01T09:00'),
      reading('a', '2026-03-02'),
    ];
    expect(ids(inOrder(all))).toBe('bac');
  });

  test('a period holds both of its days; an intervention’s own day counts as after it', () => {
    const all = [
      reading('a', '2026-03-01T23:59'),
      reading('b', '2026-03-02'),
      reading('c', '2026-03-03'),
    ];
    expect(ids(within(all, { from: '2026-03-01', to: '2026-03-02' }))).toBe('ab');
    expect(ids(within(all, { from: '', to: '2026-03-01' }))).toBe('a');
    expect(ids(before(all, '2026-03-02'))).toBe('a');
    expect(ids(since(all, '2026-03-02'))).toBe('bc');
  });
});
