/**
 * What a business case comes to: cost and benefit over a horizon, return on investment, payback. Undiscounted,
 * and in ranges, because nobody knows these amounts to the cent. No result without its inputs: then the reason.
 */
import type { ItemValues } from '../domain/collections.ts';
import type { ImprovementRow } from '../domain/improvement.ts';

/** Unless the workspace says otherwise: long enough for most to pay back, short enough to be believed. */
export const horizonMonths = 36;

type LikelyCost = Pick<ImprovementRow, 'costAmount' | 'monthlyCost'>;

export type Figure = Pick<ItemValues<'figures'>, 'kind' | 'timing' | 'likely' | 'low' | 'high'>;

export type Range = { readonly low: number; readonly likely: number; readonly high: number };

export type NoReturnReason =
  /** No cost is said: nothing to divide by. */
  | 'noCost'
  /** No benefit is said. */
  | 'noBenefit'
  /** Nothing is to be paid once, so there is nothing to be paid back. */
  | 'noOneOffCost'
  /** What it costs every month is at least what it brings. */
  | 'noMonthlyGain';

/** `worst` and `best` from the ends of the ranges; undefined where an end has none. */
export type Outcome =
  | {
      readonly type: 'defined';
      readonly worst: number | undefined;
      readonly likely: number;
      readonly best: number | undefined;
    }
  | { readonly type: 'notDefined'; readonly reason: NoReturnReason };

export type BusinessCase = {
  readonly months: number;
  readonly oneOff: { readonly cost: Range; readonly benefit: Range };
  readonly monthly: { readonly cost: Range; readonly benefit: Range };
  /** Over the horizon. */
  readonly total: { readonly cost: Range; readonly benefit: Range };
  /** Figures of which too little is said to count them. */
  readonly uncounted: number;
  /** benefit − cost, over the horizon. */
  readonly net: Outcome;
  /** (benefit − cost) ÷ cost, over the horizon; 0.5 = 50 %. */
  readonly roi: Outcome;
  /** One-off cost ÷ net monthly benefit, in months; the best is the shortest. */
  readonly paybackMonths: Outcome;
};

export function businessCaseOf(
  figures: readonly Figure[],
  months: number = horizonMonths,
): BusinessCase {
  const counted = figures.filter(isCounted);
  const sum = (kind: Figure['kind'], timing: Figure['timing']) =>
    sumOf(counted.filter((figure) => figure.kind === kind && figure.timing === timing));
  const oneOff = { cost: sum('cost', 'once'), benefit: sum('benefit', 'once') };
  const monthly = { cost: sum('cost', 'monthly'), benefit: sum('benefit', 'monthly') };
  const total = {
    cost: over(oneOff.cost, monthly.cost, months),
    benefit: over(oneOff.benefit, monthly.benefit, months),
  };
  return {
    months,
    oneOff,
    monthly,
    total,
    uncounted: figures.length - counted.length,
    net: netOf(total),
    roi: roiOf(total),
    paybackMonths: paybackOf(oneOff.cost, monthly),
  };
}

/** What a row keeps of the likely cost; nothing while no cost is said. */
export function likelyCostOf(figures: readonly Figure[]): LikelyCost {
  const costs = figures.filter((figure) => figure.kind === 'cost' && isCounted(figure));
  if (costs.length === 0) return {};
  const { total, monthly } = businessCaseOf(costs);
  const { likely } = monthly.cost;
  return { costAmount: total.cost.likely, ...(likely > 0 && { monthlyCost: likely }) };
}

/** Over another horizon than the usual one; null = no cost is said. */
export const costOver = ({ costAmount, monthlyCost = 0 }: LikelyCost, months: number) =>
  costAmount === undefined ? null : costAmount + monthlyCost * (months - horizonMonths);

/** Whether a figure says enough to be counted. */
const isCounted = ({ kind, timing, likely }: Figure): boolean =>
  kind !== '' && timing !== '' && likely !== '';

/** An end that is not said is the likely amount; one on the wrong side of it does not narrow the range. */
function rangeOf({ likely, low, high }: Figure): Range {
  const middle = likely === '' ? 0 : likely;
  return {
    low: Math.min(low === '' ? middle : low, middle),
    likely: middle,
    high: Math.max(high === '' ? middle : high, middle),
  };
}

const nothing: Range = { low: 0, likely: 0, high: 0 };

const sumOf = (figures: readonly Figure[]): Range => figures.map(rangeOf).reduce(add, nothing);

const add = (a: Range, b: Range): Range => ({
  low: a.low + b.low,
  likely: a.likely + b.likely,
  high: a.high + b.high,
});

const over = (once: Range, monthly: Range, months: number): Range =>
  add(once, {
    low: monthly.low * months,
    likely: monthly.likely * months,
    high: monthly.high * months,
  });

type Sides = { readonly cost: Range; readonly benefit: Range };

function netOf({ cost, benefit }: Sides): Outcome {
  if (cost.high === 0) return notDefined('noCost');
  if (benefit.high === 0) return notDefined('noBenefit');
  return {
    type: 'defined',
    worst: benefit.low - cost.high,
    likely: benefit.likely - cost.likely,
    best: benefit.high - cost.low,
  };
}

function roiOf({ cost, benefit }: Sides): Outcome {
  if (cost.likely === 0) return notDefined('noCost');
  if (benefit.high === 0) return notDefined('noBenefit');
  return {
    type: 'defined',
    worst: (benefit.low - cost.high) / cost.high,
    likely: (benefit.likely - cost.likely) / cost.likely,
    best: cost.low === 0 ? undefined : (benefit.high - cost.low) / cost.low,
  };
}

function paybackOf(once: Range, { cost, benefit }: Sides): Outcome {
  if (once.likely === 0) return notDefined('noOneOffCost');
  if (benefit.likely <= cost.likely) return notDefined('noMonthlyGain');
  return {
    type: 'defined',
    worst: benefit.low > cost.high ? once.high / (benefit.low - cost.high) : undefined,
    likely: once.likely / (benefit.likely - cost.likely),
    best: once.low / (benefit.high - cost.low),
  };
}

const notDefined = (reason: NoReturnReason): Outcome => ({ type: 'notDefined', reason });
