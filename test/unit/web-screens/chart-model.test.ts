/** What a chart shows of a measure, and where it stands on the drawing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartModelOf, type Measured, toneOf } from '../../../web/features/charts/chart-model.ts';
import { frameOf, placeAt, spread, xOf } from '../../../web/features/charts/plot-frame.ts';
import {
  decimalsFor,
  extentOf,
  placesToDraw,
  ticksIn,
} from '../../../web/features/charts/scale.ts';

const day = (place: number) =>
  new Date(Date.UTC(2026, 0, 1 + place)).toISOString().slice(0, 'yyyy-mm-dd'.length);

const measured = (values: readonly number[], more: Partial<Measured> = {}): Measured => ({
  title: 'Waiting time',
  unit: 'min',
  better: 'lower',
  readings: values.map((value, place) => ({ id: `r${place}`, at: day(place), value })),
  baseline: { from: '', to: '' },
  rules: 'wheeler',
  form: 'mean',
  interventions: [],
  ...more,
});

const calm = [50, 52, 49, 51, 50, 48, 50, 52, 50, 49, 51, 50, 52, 48, 49, 51];
const lower = [44, 43, 44, 43, 45, 44, 43, 44];

describe('the limits of a chart', () => {
  test('come from the baseline that a person chose, whatever came later', () => {
    const chosen = { from: day(2), to: day(9) };
    const short = chartModelOf(measured(calm, { baseline: chosen }), 'xmr');
    const long = chartModelOf(measured([...calm, ...lower], { baseline: chosen }), 'xmr');
    expect(short.baseline).toEqual({ by: 'chosen', from: 2, to: 9, count: 8 });
    expect(long.limits).toEqual(short.limits);
  });

  test('come from what was before the first change where nobody chose, else from everything', () => {
    const interventions = [
      { at: day(20), label: 'later' },
      { at: day(16), label: 'first' },
    ];
    const model = chartModelOf(measured([...calm, ...lower], { interventions }), 'xmr');
    expect(model.baseline).toEqual({ by: 'intervention', from: 0, to: 15, count: 16 });
    expect(model.interventions.map(({ place }) => place)).toEqual([16, 20]);
    expect(chartModelOf(measured(calm), 'xmr').baseline.by).toBe('all');
  });

  test('are none with one reading, and nothing breaks without any', () => {
    expect(chartModelOf(measured([4]), 'xmr').limits).toBeUndefined();
    expect(chartModelOf(measured([]), 'xmr')).toMatchObject({ lines: [], signals: [] });
    expect(chartModelOf(measured([]), 'run')).toMatchObject({ lines: [], runs: undefined });
  });
});

describe('the signals of a chart', () => {
  test('mark their points, the graver one where two meet', () => {
    const interventions = [{ at: day(16), label: 'A form' }];
    const model = chartModelOf(measured([...calm, 70, ...lower], { interventions }), 'xmr');
    expect(model.marked.get(16)).toEqual({ side: 'high', tone: 'worse' });
    expect(model.marked.get(20)).toEqual({ side: 'low', tone: 'better' });
  });

  test('are for the better or the worse by the direction of the measure', () => {
    expect(toneOf('high', 'higher')).toBe('better');
    expect(toneOf('high', 'lower')).toBe('worse');
    expect(toneOf('low', 'lower')).toBe('better');
    expect(toneOf('both', 'lower')).toBe('neutral');
  });
});

describe('the drawing', () => {
  test('is read at the place that a finger is on', () => {
    const frame = frameOf(chartModelOf(measured(calm), 'xmr'), 390);
    for (const place of calm.keys()) expect(placeAt(frame, xOf(frame, place))).toBe(place);
    expect(placeAt(frame, -50)).toBe(0);
    expect(placeAt(frame, 5_000)).toBe(calm.length - 1);
  });

  test('keeps every peak of 5,000 readings in fewer points', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 5_000 }), (values) => {
        const places = placesToDraw(values, 400);
        const drawn = places.map((place) => values[place] ?? Number.NaN);
        expect(Math.max(...drawn)).toBe(Math.max(...values));
        expect(Math.min(...drawn)).toBe(Math.min(...values));
        expect(places.length).toBeLessThanOrEqual(Math.min(values.length, 404));
        expect([...places].sort((a, b) => a - b)).toEqual(places);
        expect([places[0], places.at(-1)]).toEqual([0, values.length - 1]);
      }),
      { numRuns: 40 },
    );
  });

  test('has round ticks within its ends', () => {
    expect(ticksIn({ low: 31, high: 73 }, 5)).toEqual([40, 50, 60, 70]);
    expect(ticksIn({ low: 0.012, high: 0.021 }, 4)).toEqual([0.015, 0.02]);
    expect(decimalsFor({ low: 31, high: 73 })).toBe(1);
    expect(decimalsFor({ low: 0, high: 4_000 })).toBe(0);
  });

  test('has room around a single value, and some where there is none', () => {
    expect(extentOf([5])).toEqual({ low: 4, high: 6 });
    expect(extentOf([])).toEqual({ low: 0, high: 1 });
  });

  test('moves names apart that would run into each other, and no others', () => {
    expect(spread([40, 10, 42, 90], 15)).toEqual([40, 10, 55, 90]);
  });
});
