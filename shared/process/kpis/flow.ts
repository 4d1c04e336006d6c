/** How work flows: what stands in each stage day by day, how long it takes, what comes out, what grows old. */
import { type Stage, stages } from '../../domain/improvement.ts';
import type { DocumentId } from '../../domain/ids.ts';
import { cycleTimes, type Percentiles, percentilesOf } from './cycle-times.ts';
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
