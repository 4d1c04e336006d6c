/** How long work took, from its beginning to its closing, and what is usual. */
import type { DocumentId } from '../../domain/ids.ts';
import { begunOn, type KpiRecord, stepOn } from './kpi-record.ts';
import type { Slice } from './slice.ts';

export type CycleTimes = {
  /** Closed on a day after so many days, both ends counted; how many did so, and one of them. */
  readonly points: readonly {
    readonly day: number;
    readonly days: number;
    readonly count: number;
    readonly id: DocumentId;
  }[];
  /** There are too many to be told apart: day and days of a point are those that it reaches up to. */
  readonly isGathered: boolean;
  readonly count: number;
  /** Within so many days half, 85 and 95 of a hundred were done; undefined where nothing was closed. */
  readonly percentiles: Percentiles | undefined;
};

export type Percentiles = { readonly p50: number; readonly p85: number; readonly p95: number };

/** Days from the beginning of work to its closing: one that began and ended on one day took one. */
export function cycleDays(record: KpiRecord, to: number): number | undefined {
  const begun = begunOn(record, to);
  const closed = stepOn(record, to);
  return begun === undefined || closed === undefined ? undefined : closed.day - begun + 1;
}

/** More would neither be seen apart nor drawn in time. */
const mostPoints = 400;
/** Then they are counted in so many columns and rows. */
const cells = { across: 30, up: 20 } as const;

export function cycleTimes({ closed, period }: Slice): CycleTimes {
  const took = closed.flatMap((record) => {
    const days = cycleDays(record, period.to);
    const day = stepOn(record, period.to)?.day;
    return days === undefined || day === undefined ? [] : [{ id: record.id, day, days }];
  });
  const all = took.map(({ days }) => days);
  const exact = gather(took, period.to, 1, 1);
  const longest = all.reduce((most, days) => Math.max(most, days), 1);
  const isGathered = exact.length > mostPoints;
  const points = !isGathered
    ? exact
    : gather(
        took,
        period.to,
        Math.ceil((period.to - period.from + 1) / cells.across),
        Math.ceil(longest / cells.up),
      );
  return { points, isGathered, count: all.length, percentiles: percentilesOf(all) };
}

type CyclePoint = CycleTimes['points'][number];

/** Put together where they are within so many days of each other; a point stands at the later end of both, none after `to`. */
function gather(
  took: readonly Omit<CyclePoint, 'count'>[],
  to: number,
  dayStep: number,
  daysStep: number,
): readonly CyclePoint[] {
  const byPlace = new Map<string, { -readonly [K in keyof CyclePoint]: CyclePoint[K] }>();
  for (const { id, ...one } of took) {
    const day = to - Math.floor((to - one.day) / dayStep) * dayStep;
    const days = Math.ceil(one.days / daysStep) * daysStep;
    const key = `${day} ${days}`;
    const point = byPlace.get(key);
    if (point === undefined) byPlace.set(key, { day, days, count: 1, id });
    else point.count++;
  }
  return [...byPlace.values()].sort((a, b) => a.day - b.day || a.days - b.days);
}

export function percentilesOf(values: readonly number[]): Percentiles | undefined {
  if (values.length === 0) return undefined;
  const sorted = Float64Array.from(values).sort();
  // Nearest rank: a value that occurred, so that it can be said in whole days.
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { p50: at(0.5), p85: at(0.85), p95: at(0.95) };
}
