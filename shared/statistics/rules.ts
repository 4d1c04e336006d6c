/**
 * Where the readings hit the rules of a set. Windows that overlap on the same side are one hit: twelve in a row
 * above the centre are one signal, not five.
 */
import type { Ruleset } from '../domain/measure.ts';
import { type RuleName, ruleSets } from './rule-sets.ts';
import type { XmrLimits } from './xmr.ts';

/** `both`: the pattern is of no side (alternating, hugging the centre, avoiding it). */
export type Side = 'high' | 'low' | 'both';

export type RuleHit = {
  readonly rule: RuleName;
  /** Of a trend: `high` = it rises. */
  readonly side: Side;
  /** Places of the points that make the pattern, in order of time. */
  readonly points: readonly number[];
};

export type Lines = Pick<XmrLimits, 'centre' | 'lower' | 'upper' | 'sigma'>;

/** In the order of their first points. */
export function findRuleHits(
  values: readonly number[],
  lines: Lines,
  rules: Ruleset,
): readonly RuleHit[] {
  const hits = ruleSets[rules].flatMap((name) =>
    patterns[name].flatMap((pattern) => hitsOf(name, pattern, values, lines)),
  );
  return hits.toSorted((a, b) => (a.points[0] ?? 0) - (b.points[0] ?? 0));
}

/** The places from `start` to `end`; not cut out, because there are as many windows as readings. */
type Window = { readonly values: readonly number[]; readonly start: number; readonly end: number };

/** A window of so many points, of which `needed` must be marked; `fits`: what else must be so of the window. */
type Pattern = {
  readonly side: Side;
  readonly length: number;
  readonly needed: number;
  readonly isMarked: (value: number, lines: Lines) => boolean;
  readonly fits?: (window: Window, lines: Lines) => boolean;
};

function hitsOf(
  rule: RuleName,
  { side, length, needed, isMarked, fits }: Pattern,
  values: readonly number[],
  lines: Lines,
): readonly RuleHit[] {
  const marked = values.map((value) => isMarked(value, lines));
  const hits: { end: number; points: number[] }[] = [];
  let count = 0;
  for (let end = 0; end < values.length; end++) {
    const start = end - length + 1;
    if (marked[end] === true) count++;
    if (start > 0 && marked[start - 1] === true) count--;
    if (start < 0 || count < needed) continue;
    if (fits?.({ values, start, end }, lines) === false) continue;
    const former = hits.at(-1);
    const hit = former !== undefined && former.end >= start ? former : { end, points: [] };
    if (hit !== former) hits.push(hit);
    hit.end = end;
    // Of a window that overlaps the one before, the first points are there already.
    const next = Math.max(start, (hit.points.at(-1) ?? -1) + 1);
    for (let place = next; place <= end; place++) {
      if (marked[place] === true) hit.points.push(place);
    }
  }
  return hits.map(({ points }) => ({ rule, side, points }));
}

const isAbove =
  (sigmas: number) =>
  (value: number, { centre, sigma }: Lines) =>
    value > centre + sigmas * sigma;
const isBelow =
  (sigmas: number) =>
  (value: number, { centre, sigma }: Lines) =>
    value < centre - sigmas * sigma;

/** So many of so many in a row beyond a line on the same side. */
const beyond = (needed: number, length: number, sigmas: number): readonly Pattern[] => [
  { side: 'high', length, needed, isMarked: isAbove(sigmas) },
  { side: 'low', length, needed, isMarked: isBelow(sigmas) },
];

/** A point on the centre is on neither side, so that it ends a run. */
const oneSide = (length: number) => beyond(length, length, 0);

const all = (): boolean => true;

const trend = (length: number): readonly Pattern[] => [
  { side: 'high', length, needed: length, isMarked: all, fits: (window) => isSteady(window, 1) },
  { side: 'low', length, needed: length, isMarked: all, fits: (window) => isSteady(window, -1) },
];

function isSteady({ values, start, end }: Window, sign: 1 | -1): boolean {
  for (let place = start; place < end; place++) {
    if (signOfStep(values, place) !== sign) return false;
  }
  return true;
}

function isAlternating({ values, start, end }: Window): boolean {
  for (let place = start; place < end; place++) {
    const sign = signOfStep(values, place);
    if (sign === 0 || (place > start && sign === signOfStep(values, place - 1))) return false;
  }
  return true;
}

const signOfStep = (values: readonly number[], place: number): number =>
  Math.sign((values[place + 1] ?? 0) - (values[place] ?? 0));

const some = ({ values, start, end }: Window, is: (value: number) => boolean): boolean => {
  for (let place = start; place <= end; place++) if (is(values[place] ?? 0)) return true;
  return false;
};

const patterns: { readonly [R in RuleName]: readonly Pattern[] } = {
  outside: [
    { side: 'high', length: 1, needed: 1, isMarked: (value, { upper }) => value > upper },
    { side: 'low', length: 1, needed: 1, isMarked: (value, { lower }) => value < lower },
  ],
  threeOfFourNearLimit: beyond(3, 4, 1.5),
  eightOneSide: oneSide(8),
  sevenOneSide: oneSide(7),
  sevenTrend: trend(7),
  twoOfThreeOuterThird: [
    {
      side: 'high',
      length: 3,
      needed: 2,
      isMarked: (value, lines) => isAbove(2)(value, lines) && value <= lines.upper,
      fits: (window, { centre }) => !some(window, (value) => value <= centre),
    },
    {
      side: 'low',
      length: 3,
      needed: 2,
      isMarked: (value, lines) => isBelow(2)(value, lines) && value >= lines.lower,
      fits: (window, { centre }) => !some(window, (value) => value >= centre),
    },
  ],
  nineOneSide: oneSide(9),
  sixTrend: trend(6),
  fourteenAlternating: [
    { side: 'both', length: 14, needed: 14, isMarked: all, fits: isAlternating },
  ],
  twoOfThreeBeyondTwo: beyond(2, 3, 2),
  fourOfFiveBeyondOne: beyond(4, 5, 1),
  fifteenWithinOne: [
    {
      side: 'both',
      length: 15,
      needed: 15,
      isMarked: (value, { centre, sigma }) => Math.abs(value - centre) < sigma,
    },
  ],
  eightBeyondOne: [
    {
      side: 'both',
      length: 8,
      needed: 8,
      isMarked: (value, { centre, sigma }) => Math.abs(value - centre) > sigma,
      // All on one side is another pattern: a shift.
      fits: (window, { centre }) =>
        some(window, (value) => value > centre) && some(window, (value) => value < centre),
    },
  ],
};
