/**
 * The verdict that the figures propose at closure, against the target that was frozen. A person confirms it or
 * overrules it with a reason. Limits come from the readings of the baseline and are never taken anew.
 */
import {
  compareBeforeAfter,
  type Difference,
  type DifferenceRefusal,
  readingsForDifference,
} from '../statistics/before-after.ts';
import { meanOf } from '../statistics/averages.ts';
import {
  before,
  inOrder,
  type Period,
  type Reading,
  since,
  within,
} from '../statistics/reading.ts';
import { findRuleHits, type RuleHit } from '../statistics/rules.ts';
import { type XmrLimits, xmrLimits } from '../statistics/xmr.ts';
import type { Direction, LimitsForm, Ruleset } from '../domain/measure.ts';
import type { Result } from '../result.ts';
import type { Verdict } from '../domain/verdicts.ts';

export type Signal = 'better' | 'worse' | 'none';

export type VerdictBasis = {
  /** Of the measure that the target names; undefined = there is none. */
  readonly readings: readonly Reading[] | undefined;
  readonly better: Direction;
  /** What was promised; undefined = no target was frozen. */
  readonly target: { readonly baseline: number | null; readonly target: number } | undefined;
  /** The day on which the way of working was changed; '' = not said. */
  readonly interventionOn: string;
  /** Readings before the intervention, or of this period, give the limits. */
  readonly baseline: Period;
  readonly rules: Ruleset;
  readonly form: LimitsForm;
};

export type VerdictFigures = {
  readonly limits: XmrLimits;
  /** Among the readings since the intervention; their places count from the first of those. */
  readonly hits: readonly RuleHit[];
  readonly after: readonly Reading[];
  /** The mean of the readings since the intervention: what the target is held against. */
  readonly came: number;
  readonly target: number;
  readonly difference: Result<Difference, DifferenceRefusal>;
};

export type NotMeasurable = {
  readonly type: 'notMeasurable';
  readonly verdict: 'notMeasurable';
  readonly reason: 'noTarget' | 'noMeasure' | 'noIntervention' | 'tooFewBefore' | 'tooFewAfter';
  /** Readings that there are, where they are too few, and how many it takes; else 0. */
  readonly count: number;
  readonly needed: number;
};

export type ProposedVerdict =
  | NotMeasurable
  | {
      readonly type: 'measured';
      readonly verdict: Exclude<Verdict, 'notMeasurable'>;
      readonly signal: Signal;
      readonly isTargetMet: boolean;
      readonly figures: VerdictFigures;
    };

/** As many since the intervention; fewer would tell of chance. */
const readingsForVerdict = readingsForDifference;
/** One moving range. */
const readingsBefore = 2;

export function proposeVerdict(basis: VerdictBasis): ProposedVerdict {
  const { target, readings, interventionOn } = basis;
  if (target === undefined) return notMeasurable('noTarget');
  if (readings === undefined) return notMeasurable('noMeasure');
  if (interventionOn === '') return notMeasurable('noIntervention');
  const ordered = inOrder(readings);
  const earlier = before(within(ordered, basis.baseline), interventionOn).map(valueOf);
  const after = since(ordered, interventionOn);
  if (after.length < readingsForVerdict) {
    return notMeasurable('tooFewAfter', after.length, readingsForVerdict);
  }
  const limits = xmrLimits(earlier, basis);
  if (!limits.ok) return notMeasurable('tooFewBefore', earlier.length, readingsBefore);
  const values = after.map(valueOf);
  const hits = findRuleHits(values, limits.value, basis.rules);
  const better = betterOf(target, basis.better);
  const came = meanOf(values);
  const signal = signalOf(hits, better);
  const isTargetMet = better === 'higher' ? came >= target.target : came <= target.target;
  return {
    type: 'measured',
    verdict: verdictOf(signal, isTargetMet),
    signal,
    isTargetMet,
    figures: {
      limits: limits.value,
      hits,
      after,
      came,
      target: target.target,
      difference: compareBeforeAfter(earlier, values),
    },
  };
}

/** What was promised says the direction; without a baseline the measure does. */
export function betterOf(
  { baseline, target }: { readonly baseline: number | null; readonly target: number },
  ofMeasure: Direction,
): Direction {
  if (baseline === null || baseline === target) return ofMeasure;
  return target > baseline ? 'higher' : 'lower';
}

/**
 * The signal that ends last counts: a dip while people learn the new way, which the readings then leave behind,
 * is no result; a gain that was lost again is none either. Ending together, the one for the worse counts.
 */
export function signalOf(hits: readonly RuleHit[], better: Direction): Signal {
  const sided = hits.filter(({ side }) => side !== 'both');
  const last = Math.max(...sided.map(endOf));
  const ends = sided.filter((hit) => endOf(hit) === last);
  if (ends.length === 0) return 'none';
  const good = better === 'higher' ? 'high' : 'low';
  return ends.every(({ side }) => side === good) ? 'better' : 'worse';
}

const endOf = ({ points }: RuleHit): number => points.at(-1) ?? -1;

function verdictOf(signal: Signal, isTargetMet: boolean): Exclude<Verdict, 'notMeasurable'> {
  if (signal === 'worse') return 'worse';
  if (signal === 'better') return isTargetMet ? 'achieved' : 'partlyAchieved';
  return isTargetMet ? 'partlyAchieved' : 'notAchieved';
}

const notMeasurable = (reason: NotMeasurable['reason'], count = 0, needed = 0): NotMeasurable => ({
  type: 'notMeasurable',
  verdict: 'notMeasurable',
  reason,
  count,
  needed,
});

const valueOf = ({ value }: Reading): number => value;
