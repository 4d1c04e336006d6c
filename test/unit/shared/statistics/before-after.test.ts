/** Before and after, Student's t, KPI normalisation and the run chart. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareBeforeAfter, type Difference } from '../../../../shared/statistics/before-after.ts';
import { normaliseResult } from '../../../../shared/statistics/normalise.ts';
import { readRunChart, type RunChart } from '../../../../shared/statistics/run-chart.ts';
import { studentQuantile } from '../../../../shared/statistics/student-t.ts';

const at = (values: readonly number[], place: number): number => values[place] ?? Number.NaN;

function difference(before: readonly number[], after: readonly number[]): Difference {
  const compared = compareBeforeAfter(before, after);
  if (!compared.ok) throw new Error(compared.error.code);
  return compared.value;
}

describe('before and after', () => {
  test('Student’s sleep data: R’s t.test(extra ~ group, data = sleep), by Welch', () => {
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const result = difference(second, first);
    expect(result.before).toMatchObject({ count: 10 });
    expect(result.before.mean).toBeCloseTo(2.33, 10);
    expect(result.after.mean).toBeCloseTo(0.75, 10);
    expect(result.freedom).toBeCloseTo(17.776, 3);
    expect(result.low).toBeCloseTo(-3.3654832, 7);
    expect(result.high).toBeCloseTo(0.2054832, 7);
  });

  test('says how many there are when they are too few', () => {
    expect(compareBeforeAfter([1, 2, 3, 4, 5, 6], [1, 2])).toEqual({
      ok: false,
      error: { code: 'tooFew', before: 6, after: 2, needed: 6 },
    });
  });

  test('has no interval where nothing varies', () => {
    const six = (value: number) => Array.from({ length: 6 }, () => value);
    expect(compareBeforeAfter(six(0.3), six(0.1))).toMatchObject({ error: { code: 'noSpread' } });
  });

  const sample = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 6, maxLength: 30 });
  const isSpread = (values: readonly number[]) => new Set(values).size > 1;

  test('shifts cancel out, scale scales, and the sides can change places', () => {
    fc.assert(
      fc.property(
        sample.filter(isSpread),
        sample.filter(isSpread),
        fc.integer({ min: -50, max: 50 }),
        (before, after, by) => {
          const plain = difference(before, after);
          const moved = difference(
            before.map((value) => value * 4 + by),
            after.map((value) => value * 4 + by),
          );
          const turned = difference(after, before);
          expect(moved.low).toBeCloseTo(plain.low * 4, 6);
          expect(moved.high).toBeCloseTo(plain.high * 4, 6);
          expect(turned.low).toBeCloseTo(-plain.high, 9);
          expect(turned.freedom).toBeCloseTo(plain.freedom, 9);
        },
      ),
    );
  });

  test('a second computation, by sums of squares, comes to the same', () => {
    fc.assert(
      fc.property(sample.filter(isSpread), sample.filter(isSpread), (before, after) => {
        const [a, b] = [before, after].map((values) => {
          const n = values.length;
          const sum = values.reduce((x, y) => x + y, 0);
          const squares = values.reduce((x, y) => x + y * y, 0);
          return { n, mean: sum / n, error: (squares - (sum * sum) / n) / (n - 1) / n };
        }) as [Moments, Moments];
        const result = difference(before, after);
        const freedom =
          (a.error + b.error) ** 2 / (a.error ** 2 / (a.n - 1) + b.error ** 2 / (b.n - 1));
        expect(result.difference).toBeCloseTo(b.mean - a.mean, 9);
        expect(result.freedom).toBeCloseTo(freedom, 6);
        const reach = (result.high - result.low) / 2;
        const t = reach / Math.sqrt(a.error + b.error);
        expect(areaUpTo(t, freedom)).toBeCloseTo(0.975, 6);
      }),
      { numRuns: 25 },
    );
  });
});

type Moments = { readonly n: number; readonly mean: number; readonly error: number };

/** The area under Student's density up to t: by Simpson's rule, with the factor from the area of the whole. */
function areaUpTo(t: number, freedom: number): number {
  // tan maps a bounded range onto the whole line, where the density has no end.
  const density = (angle: number) => Math.cos(angle) ** (freedom - 1);
  const simpson = (to: number) => {
    const steps = 2_000;
    const width = to / steps;
    let sum = density(0) + density(to);
    for (let i = 1; i < steps; i++) sum += (i % 2 === 0 ? 2 : 4) * density(i * width);
    return (sum * width) / 3;
  };
  const whole = simpson(Math.PI / 2);
  return 0.5 + simpson(Math.atan(t / Math.sqrt(freedom))) / whole / 2;
}

describe('Student’s t', () => {
  test('NIST/SEMATECH e-Handbook 1.3.6.7.2, upper critical values for 0.975', () => {
    const table = [
      [1, 12.706],
      [2, 4.303],
      [5, 2.571],
      [10, 2.228],
      [18, 2.101],
      [30, 2.042],
      [60, 2.0],
      [100, 1.984],
    ] as const;
    for (const [freedom, t] of table) {
      expect(studentQuantile(0.975, freedom)).toBeCloseTo(t, 3);
    }
    expect(studentQuantile(0.995, 10)).toBeCloseTo(3.169, 3);
    // The normal's, as the table's last line has it.
    expect(studentQuantile(0.975, 1e7)).toBeCloseTo(1.96, 3);
  });
});

describe('a run chart', () => {
  const read = (values: readonly number[]): RunChart => {
    const chart = readRunChart(values);
    if (!chart.ok) throw new Error(chart.error.code);
    return chart.value;
  };
  const sides = (...lengths: readonly number[]) =>
    lengths.flatMap((length, run) => Array.from({ length }, () => (run % 2 === 0 ? 1 : -1)));

  test('Balestracci, Quality Digest, October 2008: 16 months in four runs show the intervention', () => {
    const chart = read(sides(7, 7, 1, 1));
    expect(chart).toMatchObject({ useful: 16, runs: 4, longest: 7, crossings: 3, isShifted: true });
    // Few crossings show it here, as there; no row is too long.
    expect(chart.longestExpected).toBe(7);
  });

  test('Anhøj, qicharts2: with 24 points, more than 8 in a row or fewer than 8 crossings', () => {
    const chart = read(sides(...Array.from({ length: 24 }, () => 1)));
    expect(chart).toMatchObject({ longestExpected: 8, leastCrossings: 8, isShifted: false });
  });

  test('readings on the median neither end a run nor make it longer', () => {
    const chart = read([...sides(1, 1, 1, 1, 1, 1, 1), 1, 0, 0, 0, 1, ...sides(1), -1, -1, -1]);
    expect(chart.median).toBe(0);
    expect(chart).toMatchObject({ useful: 13, longest: 4, longestFrom: 6, longestTo: 12 });
  });

  test('is refused with fewer than ten readings off the median', () => {
    expect(readRunChart([1, 2, 3])).toEqual({
      ok: false,
      error: { code: 'tooFew', count: 2, needed: 10 },
    });
  });

  test('a second computation finds the same runs, shifted and mirrored too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 25, maxLength: 80 }),
        (values) => {
          const chart = readRunChart(values);
          if (!chart.ok) return;
          const sorted = values.toSorted((a, b) => a - b);
          const half = (sorted.length - 1) / 2;
          const median = (at(sorted, Math.floor(half)) + at(sorted, Math.ceil(half))) / 2;
          const text = values.map((v) => (v > median ? 'H' : v < median ? 'L' : '')).join('');
          const runs = text.match(/H+|L+/g) ?? [];
          expect(chart.value).toMatchObject({
            median,
            useful: text.length,
            runs: runs.length,
            crossings: runs.length - 1,
            longest: Math.max(...runs.map((run) => run.length)),
          });
          const mirrored = readRunChart(values.map((value) => 7 - value));
          expect(mirrored).toMatchObject({ value: { runs: runs.length } });
          // The quantile's own definition, with exact binomial sums.
          const throws = text.length - 1;
          const heads = (most: number) => {
            let [sum, ways] = [0n, 1n];
            for (let k = 0; k <= most; k++) {
              sum += ways;
              ways = (ways * BigInt(throws - k)) / BigInt(k + 1);
            }
            return Number((sum * 1_000_000n) / 2n ** BigInt(throws)) / 1_000_000;
          };
          expect(heads(chart.value.leastCrossings)).toBeGreaterThanOrEqual(0.05);
          expect(heads(chart.value.leastCrossings - 1)).toBeLessThan(0.05);
        },
      ),
    );
  });

  test('counts 5,000 readings too', () => {
    const chart = read(Array.from({ length: 5_000 }, (_, i) => Math.sin(i * i)));
    // Near half of them, less 1.645 of the binomial's deviations.
    expect(
      Math.abs(chart.leastCrossings - (2_499.5 - (1.645 * Math.sqrt(4_999)) / 2)),
    ).toBeLessThan(2);
  });
});

describe('normalising a KPI', () => {
  test('green at the target, red at the threshold, yellow between, held within 0 and 1', () => {
    expect(normaliseResult(15, 20, 10)).toEqual({
      ok: true,
      value: { value: 0.5, light: 'yellow' },
    });
    expect(normaliseResult(25, 20, 10)).toEqual({ ok: true, value: { value: 1, light: 'green' } });
    expect(normaliseResult(5, 20, 10)).toEqual({ ok: true, value: { value: 0, light: 'red' } });
  });

  test('works for falling targets', () => {
    expect(normaliseResult(4, 2, 10)).toMatchObject({ value: { value: 0.75 } });
  });

  test('a target at its threshold is refused', () => {
    expect(normaliseResult(4, 2, 2)).toMatchObject({ error: { code: 'targetIsThreshold' } });
    expect(normaliseResult(Number.NaN, 2, 1)).toMatchObject({ error: { code: 'notANumber' } });
  });

  test('is the same in another unit', () => {
    const finite = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(finite, finite, finite, finite, (actual, target, threshold, by) => {
        fc.pre(target !== threshold);
        expect(normaliseResult(actual * 4 + by, target * 4 + by, threshold * 4 + by)).toEqual(
          normaliseResult(actual, target, threshold),
        );
      }),
    );
  });
});
