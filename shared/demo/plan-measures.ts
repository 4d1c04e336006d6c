/** Which records are measured by what, and the readings: drawn until the charts tell what they are meant to. */
import type { DocumentId } from '../domain/ids.ts';
import { meanOf } from '../statistics/averages.ts';
import { type ProposedVerdict, proposeVerdict } from '../process/verdict.ts';
import { type Random } from './chance.ts';
import { dayMs, dayOf } from './demo-times.ts';
import type { DemoWords } from './demo-words.ts';
import { drawCourse, roundTo } from './draw-course.ts';
import type { Life } from './life-of-record.ts';
import { type MeasureDesign, measureDesigns } from './measure-designs.ts';
import type { RecordCast, Subject } from './record-cast.ts';
import { createRandom } from './seeded-random.ts';

export type Fate = {
  readonly id: DocumentId;
  readonly subject: Subject;
  readonly life: Life;
  readonly cast: RecordCast;
};

export type PlannedReading = { readonly atMs: number; readonly value: number };

/** What a record expects of a measure. */
export type MeasurePromise = {
  readonly design: MeasureDesign;
  readonly readings: readonly PlannedReading[];
  readonly baselineFrom: string;
  readonly baseline: number;
  readonly target: number;
};

export type PlannedMeasure = MeasurePromise & {
  /** The record that changes the way of working; undefined where no record fits. */
  readonly host: Fate | undefined;
  /** Unix ms. */
  readonly interventionMs: number;
  /** Others that count on the measure. */
  readonly followers: readonly { readonly of: Fate; readonly promise: MeasurePromise }[];
};

export type PlanOptions = {
  readonly seed: number;
  readonly words: DemoWords;
  readonly fates: readonly Fate[];
  readonly nowMs: number;
};

export function planMeasures({ seed, words, fates, nowMs }: PlanOptions): PlannedMeasure[] {
  const taken = new Set<Fate>();
  return measureDesigns.map((design, place): PlannedMeasure => {
    const random = createRandom(seed * 7_919 + place);
    const times = readingTimes(design, nowMs);
    const theme = words.themes[design.theme];
    const near = fates.filter((fate) => fate.subject.theme === theme && !taken.has(fate));
    const things = theme?.kinds[design.kind ?? 0]?.things ?? [];
    const isAbout = ({ subject: { title } }: Fate) => things.some((thing) => title.includes(thing));
    const suiting = suitingHosts(design, near, times, nowMs);
    const host = suiting.find(isAbout) ?? suiting[0];
    if (host !== undefined) taken.add(host);
    const span: Span = {
      decidedMs: host?.life.at('decided') ?? nowMs - 230 * dayMs,
      interventionMs: host?.life.at('begun') ?? nowMs - 200 * dayMs,
      endedMs: host?.life.at('ended') ?? nowMs - 110 * dayMs,
    };
    const promise = drawUntilItTells(random, design, times, span);
    const others = near.filter((fate) => fate !== host);
    const followers = followersOf(promise, others, span.interventionMs);
    for (const { of } of followers) taken.add(of);
    return { ...promise, host, interventionMs: span.interventionMs, followers };
  });
}

/** The verdict that the figures propose of the readings up to a moment. */
export const verdictAt = (
  { design, readings, baselineFrom, baseline, target }: MeasurePromise,
  interventionMs: number,
  untilMs: number,
): ProposedVerdict =>
  proposeVerdict({
    readings: readings
      .filter(({ atMs }) => atMs <= untilMs)
      .map(({ atMs, value }) => ({ id: String(atMs), at: dayOf(atMs), value })),
    better: design.better,
    target: { baseline, target },
    interventionOn: dayOf(interventionMs),
    baseline: { from: baselineFrom, to: '' },
    rules: design.ruleset,
    form: design.limitsForm,
  });

type Span = {
  readonly decidedMs: number;
  readonly interventionMs: number;
  readonly endedMs: number;
};

const daysBetween = ({ every, period }: MeasureDesign) => every * (period === 'week' ? 7 : 1);

/** Midnights, oldest first. */
function readingTimes(design: MeasureDesign, nowMs: number): readonly number[] {
  const lastMs = (Math.floor(nowMs / dayMs) - design.lastDaysAgo) * dayMs;
  return Array.from(
    { length: design.count },
    (_, i) => lastMs - (design.count - 1 - i) * daysBetween(design) * dayMs,
  );
}

/** Readings before the promise, and from the change to the closing. */
const leastBefore = 8;
const leastAfter = { week: 8, day: 14 } as const;
/** Old enough for a course afterwards, young enough for one before. */
const usualAgeMs = 210 * dayMs;

/** The best in time first. */
function suitingHosts(
  design: MeasureDesign,
  fates: readonly Fate[],
  times: readonly number[],
  nowMs: number,
): readonly Fate[] {
  const suiting = fates.filter(({ life }) => {
    const [decided, begun, ended] = [life.at('decided'), life.at('begun'), life.at('ended')];
    if (life.stage !== 'closed' || !decided || !begun || !ended) return false;
    const before = times.filter((atMs) => atMs < decided).length;
    // From that day on, as the verdict counts them.
    const sinceMs = begun - (begun % dayMs);
    const after = times.filter((atMs) => atMs >= sinceMs && atMs < ended).length;
    const isEnough =
      design.comesTo === 'notMeasurable'
        ? after > 0 && after < 6
        : after >= leastAfter[design.period];
    return before >= leastBefore && isEnough;
  });
  const farFromUsual = ({ life }: Fate) => Math.abs(nowMs - (life.at('begun') ?? 0) - usualAgeMs);
  return suiting.toSorted((a, b) => farFromUsual(a) - farFromUsual(b));
}

/** Noise alone makes a signal now and then; what is closed by then is told by the chart up to today, too. */
function drawUntilItTells(
  random: Random,
  design: MeasureDesign,
  times: readonly number[],
  { decidedMs, interventionMs, endedMs }: Span,
): MeasurePromise {
  for (let i = 0; ; i++) {
    const values = drawCourse(random, design.course, times, interventionMs);
    const readings = times.map((atMs, at) => ({ atMs, value: values[at] ?? 0 }));
    const promise = promised(design, readings, times[0] ?? 0, decidedMs, design.promised);
    const isAsMeant =
      verdictAt(promise, interventionMs, endedMs).verdict === design.comesTo &&
      (design.comesTo === 'notMeasurable' ||
        verdictAt(promise, interventionMs, times.at(-1) ?? 0).verdict === design.comesTo);
    if (isAsMeant || i === mostTries) return promise;
  }
}

const mostTries = 400;

function promised(
  design: MeasureDesign,
  readings: readonly PlannedReading[],
  fromMs: number,
  decidedMs: number,
  by: number,
): MeasurePromise {
  const { decimals } = design.course;
  const before = readings.filter(({ atMs }) => atMs >= fromMs && atMs < decidedMs);
  const mean = meanOf(before.map(({ value }) => value));
  return {
    design,
    readings,
    baselineFrom: dayOf(fromMs),
    baseline: roundTo(mean, decimals + 1),
    target: roundTo(mean + by, decimals),
  };
}

/** What is under way counts on what was reached before, and promises half as much again. */
function followersOf(
  promise: MeasurePromise,
  fates: readonly Fate[],
  interventionMs: number,
): PlannedMeasure['followers'] {
  const { design, readings } = promise;
  if (design.isOnScale) return [];
  const settledMs = interventionMs + 42 * dayMs;
  return fates
    .filter(({ life }) => {
      const decided = life.at('decided') ?? 0;
      const isUnderWay = life.stage === 'inProgress' || life.stage === 'reviewing';
      const known = readings.filter(({ atMs }) => atMs >= settledMs && atMs < decided);
      return isUnderWay && known.length >= leastBefore;
    })
    .slice(0, followersOfOne)
    .map((of) => ({
      of,
      promise: promised(
        design,
        readings,
        settledMs,
        of.life.at('decided') ?? 0,
        design.promised / 2,
      ),
    }));
}

const followersOfOne = 2;
