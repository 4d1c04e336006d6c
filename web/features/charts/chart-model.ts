/** What a chart of a measure shows, worked out from its readings: limits, signals, marks. */
import type { Direction, LimitsForm, Ruleset } from '../../../shared/domain/measure.ts';
import {
  before,
  dayOf,
  inOrder,
  type Period,
  type Reading,
  within,
} from '../../../shared/statistics/reading.ts';
import { findRuleHits, type RuleHit, type Side } from '../../../shared/statistics/rules.ts';
import { readRunChart, type RunChart } from '../../../shared/statistics/run-chart.ts';
import { medianOf } from '../../../shared/statistics/averages.ts';
import { movingRanges, type XmrLimits, xmrLimits } from '../../../shared/statistics/xmr.ts';

export type Intervention = { readonly at: string; readonly label: string };

export type Measured = {
  readonly title: string;
  /** '' = none. */
  readonly unit: string;
  readonly better: Direction;
  readonly readings: readonly Reading[];
  /** As a person chose it; open at both ends = nobody has. */
  readonly baseline: Period;
  readonly rules: Ruleset;
  readonly form: LimitsForm;
  readonly target?: number | undefined;
  readonly interventions: readonly Intervention[];
  /** How a value reads where it is a place on a scale of words. */
  readonly labelOf?: ((value: number) => string | undefined) | undefined;
};

export type ChartKind = 'xmr' | 'run';
export type Tone = 'better' | 'worse' | 'neutral';

export type Line = {
  readonly name: 'mean' | 'median' | 'upper' | 'lower' | 'target' | 'upperRange' | 'range';
  readonly value: number;
};

export type Signal = RuleHit & { readonly tone: Tone };
export type Marked = { readonly side: Side; readonly tone: Tone };

export type ChartModel = {
  readonly kind: ChartKind;
  /** False: they are still being looked for. */
  readonly hasSignals: boolean;
  readonly readings: readonly Reading[];
  readonly values: readonly number[];
  readonly ranges: readonly number[];
  readonly lines: readonly Line[];
  readonly rangeLines: readonly Line[];
  readonly limits: XmrLimits | undefined;
  readonly runs: RunChart | undefined;
  readonly baseline: {
    readonly by: 'chosen' | 'intervention' | 'all';
    readonly from: number;
    readonly to: number;
    readonly count: number;
  };
  readonly signals: readonly Signal[];
  /** The points of the signals; of several signals the gravest. */
  readonly marked: ReadonlyMap<number, Marked>;
  /** Between which points they fall: before the one at `place`. */
  readonly interventions: readonly (Intervention & { readonly place: number })[];
};

/** Without its signals a long course is drawn at once, and they follow. */
export function chartModelOf(measured: Measured, kind: ChartKind, hasSignals = true): ChartModel {
  const readings = inOrder(measured.readings);
  const values = readings.map(({ value }) => value);
  const interventions = measured.interventions
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map((one) => ({ ...one, place: placeOf(readings, one.at) }));
  const baseline = baselineOf(measured, readings, interventions);
  const inBaseline = values.slice(baseline.from, baseline.to + 1);
  const limits = kind === 'xmr' ? xmrLimits(inBaseline, measured) : undefined;
  const drawn = limits?.ok === true ? limits.value : undefined;
  const runs = kind === 'run' ? readRunChart(values, inBaseline) : undefined;
  const counted = runs?.ok === true ? runs.value : undefined;
  const hits =
    drawn === undefined || !hasSignals ? [] : findRuleHits(values, drawn, measured.rules);
  const signals = hits.map((hit) => ({ ...hit, tone: toneOf(hit.side, measured.better) }));
  const { target } = measured;
  return {
    kind,
    hasSignals,
    readings,
    values,
    ranges: movingRanges(values),
    lines: [
      ...(drawn === undefined ? [] : linesOf(drawn)),
      ...(kind === 'run' && values.length > 0
        ? [{ name: 'median', value: medianOf(inBaseline) } as const]
        : []),
      ...(target === undefined ? [] : [{ name: 'target', value: target } as const]),
    ],
    rangeLines:
      drawn === undefined
        ? []
        : [
            { name: 'range', value: drawn.middleRange },
            { name: 'upperRange', value: drawn.upperRange },
          ],
    limits: drawn,
    runs: counted,
    baseline,
    signals,
    marked: markedBy(signals, counted),
    interventions,
  };
}

/** Those that a point is part of. */
export const signalsAt = ({ signals }: ChartModel, place: number): readonly Signal[] =>
  signals.filter(
    ({ points }) =>
      place >= (points[0] ?? 0) && place <= (points.at(-1) ?? 0) && points.includes(place),
  );

const linesOf = ({ centre, upper, lower }: XmrLimits): readonly Line[] => [
  { name: 'mean', value: centre },
  { name: 'upper', value: upper },
  { name: 'lower', value: lower },
];

/** Nobody's choice is replaced: without one, what came before the first change is the baseline, else everything. */
function baselineOf(
  { baseline }: Measured,
  readings: readonly Reading[],
  [first]: readonly Intervention[],
): ChartModel['baseline'] {
  const isChosen = baseline.from !== '' || baseline.to !== '';
  const earlier = first === undefined ? [] : before(readings, dayOf(first.at));
  const chosen = isChosen ? within(readings, baseline) : earlier.length > 1 ? earlier : readings;
  const from = chosen[0] === undefined ? 0 : readings.indexOf(chosen[0]);
  return {
    by: isChosen ? 'chosen' : chosen === readings ? 'all' : 'intervention',
    from,
    to: from + chosen.length - 1,
    count: chosen.length,
  };
}

function placeOf(readings: readonly Reading[], at: string): number {
  const place = readings.findIndex((reading) => dayOf(reading.at) >= dayOf(at));
  return place === -1 ? readings.length : place;
}

export function toneOf(side: Side, better: Direction): Tone {
  if (side === 'both') return 'neutral';
  return (side === 'high') === (better === 'higher') ? 'better' : 'worse';
}

const gravity: { readonly [T in Tone]: number } = { worse: 2, better: 1, neutral: 0 };

function markedBy(
  signals: readonly Signal[],
  runs: RunChart | undefined,
): ReadonlyMap<number, Marked> {
  const marked = new Map<number, Marked>();
  for (const { points, side, tone } of signals) {
    for (const place of points) {
      const former = marked.get(place);
      if (former === undefined || gravity[former.tone] < gravity[tone])
        marked.set(place, { side, tone });
    }
  }
  if (runs !== undefined && runs.longest > runs.longestExpected) {
    for (let place = runs.longestFrom; place <= runs.longestTo; place++) {
      marked.set(place, { side: 'both', tone: 'neutral' });
    }
  }
  return marked;
}
