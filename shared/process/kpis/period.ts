/** Months, quarters and years by name: `2026-11`, `2026-Q4`, `2026`. Days are UTC, as numbers since 1970-01-01. */
import { dayNumberAt, monthsAt } from '../../domain/day-number.ts';

export const periodKinds = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export type Period = {
  readonly kind: PeriodKind;
  readonly name: string;
  /** First and last day, both in it. */
  readonly from: number;
  readonly to: number;
};

const monthsIn: { readonly [K in PeriodKind]: number } = { month: 1, quarter: 3, year: 12 };

/** undefined: no period has this name. */
export function parsePeriod(name: string): Period | undefined {
  const [, yearText, quarterText, monthText] =
    /^([12]\d{3})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/u.exec(name) ?? [];
  if (yearText === undefined) return undefined;
  const year = Number(yearText);
  if (quarterText !== undefined)
    return periodAt('quarter', year * 12 + (Number(quarterText) - 1) * 3);
  if (monthText !== undefined) return periodAt('month', year * 12 + Number(monthText) - 1);
  return periodAt('year', year * 12);
}

/** The one that holds a day. */
export const periodOn = (kind: PeriodKind, day: number): Period => periodAt(kind, monthsAt(day));

/** So many before it, or behind it. */
export const periodBeside = ({ kind, from }: Period, steps: number): Period =>
  periodAt(kind, monthsAt(from) + steps * monthsIn[kind]);

/** It and those before it, `count` together, oldest first. */
export const periodsUpTo = (period: Period, count: number): readonly Period[] =>
  Array.from({ length: count }, (_, at) => periodBeside(period, at + 1 - count));

/** `months` since the year 0. */
function periodAt(kind: PeriodKind, months: number): Period {
  const length = monthsIn[kind];
  const first = Math.floor(months / length) * length;
  const [year, month] = [Math.floor(first / 12), first % 12];
  const name = {
    month: `${year}-${String(month + 1).padStart(2, '0')}`,
    quarter: `${year}-Q${month / 3 + 1}`,
    year: `${year}`,
  }[kind];
  const from = dayNumberAt(year, month + 1, 1);
  return { kind, name, from, to: dayNumberAt(year, month + 1 + length, 1) - 1 };
}
