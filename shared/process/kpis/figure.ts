/** One figure of the practice: its value with the fraction it comes from, or why there is none, and the records behind it. */
import type { KpiRecord } from './kpi-record.ts';

/** Why there is no figure. */
export type NoFigure =
  | 'nothingOpenOrClosed'
  | 'noneClosed'
  | 'noneUnderWay'
  | 'noneDue'
  | 'noPulse'
  | 'noMembers'
  | 'noTeams'
  | 'noAmounts'
  | 'noCriteria'
  | 'noPlan';

export type Figure = {
  /** undefined: then `reason` says why. */
  readonly value: number | undefined;
  readonly reason: NoFigure | undefined;
  readonly top: number;
  readonly bottom: number;
  /** By name, what a screen leads to. */
  readonly records: { readonly [name: string]: readonly KpiRecord[] };
};

/** `top ÷ bottom`; not defined where nothing is to be divided by. */
export const ratio = (
  top: number,
  bottom: number,
  reason: NoFigure,
  records: Figure['records'],
): Figure =>
  bottom === 0
    ? { value: undefined, reason, top, bottom, records }
    : { value: top / bottom, reason: undefined, top, bottom, records };

/** The share of `among` that `isCounted`. */
export function share(
  among: readonly KpiRecord[],
  isCounted: (record: KpiRecord) => boolean,
  reason: NoFigure,
): Figure {
  const counted = among.filter(isCounted);
  return ratio(counted.length, among.length, reason, { counted, among });
}

export const sumOf = (
  records: readonly KpiRecord[],
  amountOf: (record: KpiRecord) => number,
): number => records.reduce((sum, record) => sum + amountOf(record), 0);
