/** How work flows: what stands in each stage day by day, how long it takes, what comes out, what grows old. */
import { type Stage, stages } from '../../domain/improvement.ts';
import type { DocumentId } from '../../domain/ids.ts';
import { begunOn, isInWork, isOpen, type KpiRecord, stageOn, stepOn } from './kpi-record.ts';
import { answerMs, owedMs, participants } from './participation.ts';
import type { Slice } from './slice.ts';

/** Of a cumulative flow, from the last to the first, as bands are stacked. Declined and withdrawn leave the flow. */
export const flowStages = [
  'closed',
  'reviewing',
  'inProgress',
  'planned',
  'approved',
  'assessing',
  'idea',
  'onHold',
] as const satisfies readonly Stage[];
export type FlowStage = (typeof flowStages)[number];

export type FlowPoint = {
  /** The last day of the bucket. */
  readonly day: number;
  readonly counts: { readonly [S in FlowStage]: number };
};

/** Days of a month, weeks of anything longer; nothing after today. */
export function bucketEnds({ period, context }: Slice): readonly number[] {
  const today = Math.floor(context.nowMs / 86_400_000);
  const to = Math.min(period.to, today);
  const step = period.kind === 'month' ? 1 : 7;
  const ends: number[] = [];
  for (let day = to; day >= period.from; day -= step) ends.push(day);
  return ends.reverse();
}

/** What stood in each stage at the end of each bucket. `closed` counts from the beginning of the period on. */
export function cumulativeFlow(records: readonly KpiRecord[], slice: Slice): readonly FlowPoint[] {
  const ends = bucketEnds(slice);
  const changes = ends.map(() => new Int32Array(stages.length));
  const { from } = slice.period;
  for (const { steps } of records) {
    for (const [at, { stage, day }] of steps.entries()) {
      const until = steps[at + 1]?.day ?? Number.POSITIVE_INFINITY;
      if (until === day || (stage === 'closed' && day < from)) continue;
      const first = bucketOf(ends, day);
      const last = bucketOf(ends, until);
      if (first === last) continue;
      const place = stages.indexOf(stage);
      const [begin, end] = [changes[first], changes[last]];
      if (begin !== undefined) begin[place] = (begin[place] ?? 0) + 1;
      if (end !== undefined) end[place] = (end[place] ?? 0) - 1;
    }
  }
  const standing = new Int32Array(stages.length);
  return ends.map((day, at) => {
    changes[at]?.forEach((change, place) => {
      standing[place] = (standing[place] ?? 0) + change;
    });
    const counts = Object.fromEntries(
      flowStages.map((stage) => [stage, standing[stages.indexOf(stage)] ?? 0]),
    ) as FlowPoint['counts'];
    return { day, counts };
  });
}

/** The first bucket whose end is not before the day; one past the last where there is none. */
function bucketOf(ends: readonly number[], day: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

export type CycleTimes = {
  /** Closed on a day after so many days, both ends counted; how many did so, and one of them. */
  readonly points: readonly {
    readonly day: number;
    readonly days: number;
    readonly count: number;
    readonly id: DocumentId;
  }[];
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

export function cycleTimes({ closed, period }: Slice): CycleTimes {
  const byPlace = new Map<string, { day: number; days: number; count: number; id: DocumentId }>();
  const all: number[] = [];
  for (const record of closed) {
    const days = cycleDays(record, period.to);
    const day = stepOn(record, period.to)?.day;
    if (days === undefined || day === undefined) continue;
    all.push(days);
    const key = `${day} ${days}`;
    const point = byPlace.get(key);
    if (point === undefined) byPlace.set(key, { day, days, count: 1, id: record.id });
    else point.count++;
  }
  const points = [...byPlace.values()].sort((a, b) => a.day - b.day || a.days - b.days);
  return { points, count: all.length, percentiles: percentilesOf(all) };
}

export function percentilesOf(values: readonly number[]): Percentiles | undefined {
  if (values.length === 0) return undefined;
  const sorted = Float64Array.from(values).sort();
  // Nearest rank: a value that occurred, so that it can be said in whole days.
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { p50: at(0.5), p85: at(0.85), p95: at(0.95) };
}

/** How many were closed in each bucket. */
export function throughput(
  slice: Slice,
): readonly { readonly day: number; readonly count: number }[] {
  const ends = bucketEnds(slice);
  const counts = ends.map(() => 0);
  for (const record of slice.closed) {
    const at = bucketOf(ends, stepOn(record, slice.period.to)?.day ?? 0);
    if (at < counts.length) counts[at] = (counts[at] ?? 0) + 1;
  }
  return ends.map((day, at) => ({ day, count: counts[at] ?? 0 }));
}

export type AgeingLine = {
  readonly id: DocumentId;
  readonly stage: Stage;
  /** Days since work on it began, the first one counted. */
  readonly days: number;
  /** Older than 85 of a hundred were when they were closed. */
  readonly isLate: boolean;
};

const longestList = 20;

/** What is in work at the period's end, or now, oldest first. */
export function ageingWork(
  slice: Slice,
  atMost = longestList,
): {
  readonly count: number;
  readonly oldest: readonly AgeingLine[];
} {
  const day = Math.min(slice.period.to, Math.floor(slice.context.nowMs / 86_400_000));
  const usual = cycleTimes(slice).percentiles?.p85;
  const lines = slice.open.flatMap((record) => {
    const stage = stageOn(record, day);
    const begun = begunOn(record, day);
    if (stage === undefined || !isInWork(stage) || begun === undefined) return [];
    const days = day - begun + 1;
    return [{ id: record.id, stage, days, isLate: usual !== undefined && days > usual }];
  });
  lines.sort((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1));
  return { count: lines.length, oldest: lines.slice(0, atMost) };
}

export type FirstAnswers = {
  /** In days, to one place. */
  readonly percentiles: Percentiles | undefined;
  readonly answered: number;
  /** Open now, whenever they came. */
  readonly owed: number;
  readonly oldestOwedDays: number;
};

const toDays = (ms: number): number => Math.round(ms / 8_640_000) / 10;

export function firstAnswers({ registered, open, context }: Slice): FirstAnswers {
  const personOf = participants(context);
  const took = registered
    .map((record) => answerMs(record, personOf))
    .filter((ms) => ms !== undefined);
  const owed = open
    .filter(({ steps }) => isOpen(steps.at(-1)?.stage))
    .map((record) => owedMs(record, personOf, context))
    .filter((ms) => ms !== undefined);
  return {
    percentiles: percentilesOf(took.map(toDays)),
    answered: took.length,
    owed: owed.length,
    oldestOwedDays: toDays(owed.reduce((most, ms) => Math.max(most, ms), 0)),
  };
}
