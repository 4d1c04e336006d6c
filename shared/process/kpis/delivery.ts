/** Where improvements come from and what becomes of them: by affected item, by source, by team. */
import { begunOn, isInWork, type KpiRecord, stageOn } from './kpi-record.ts';
import type { Slice } from './slice.ts';

/** Longer in work than this is a sign that something is too large to be one improvement. */
const longWorkDays = 120;
/** So many iterations that nobody saw value in are another one. */
const emptyIterations = 2;
/** So many in work at once on one service, product or practice are too many. */
const manyAtOnce = 5;

export type DeliveryLine = {
  /** '' = none is said. */
  readonly item: string;
  readonly registered: number;
  readonly inWork: number;
  readonly closed: number;
  readonly achieved: number;
  /** In work and too large. */
  readonly tooLarge: number;
  readonly judgement:
    'delivers' | 'tooLarge' | 'tooMany' | 'closesWithoutSuccess' | 'nothingCame' | 'quiet';
};

/**
 * Two of three signs: high cost or effort, in work for more than {@link longWorkDays}, at least
 * {@link emptyIterations} iterations without confirmed value (guide, 2.5: improvements that are too large).
 */
export function isTooLarge(record: KpiRecord, day: number): boolean {
  const begun = begunOn(record, day);
  const signs = [
    record.isLarge,
    begun !== undefined && day - begun > longWorkDays,
    record.unconfirmed >= emptyIterations,
  ];
  return signs.filter(Boolean).length >= 2;
}

/** What is in work at the end of the period, or now, and too large. */
export function tooLarge(slice: Slice): readonly KpiRecord[] {
  const day = dayOf(slice);
  return slice.open.filter((record) => isInWork(stageOn(record, day)) && isTooLarge(record, day));
}

const dayOf = ({ period, context }: Slice): number =>
  Math.min(period.to, Math.floor(context.nowMs / 86_400_000));

const longestList = 40;

/** Busiest first. `all`: names of the catalogue, so that those of which nothing is heard are seen too. */
export function deliveries(slice: Slice, all: readonly string[]): readonly DeliveryLine[] {
  const day = dayOf(slice);
  const lines = new Map<string, { -readonly [K in keyof DeliveryLine]: DeliveryLine[K] }>();
  const lineOf = (item: string) => {
    let line = lines.get(item);
    if (line === undefined) {
      line = {
        item,
        registered: 0,
        inWork: 0,
        closed: 0,
        achieved: 0,
        tooLarge: 0,
        judgement: 'quiet',
      };
      lines.set(item, line);
    }
    return line;
  };
  for (const item of all) lineOf(item);
  const each = (
    records: readonly KpiRecord[],
    count: (record: KpiRecord, line: ReturnType<typeof lineOf>) => void,
  ) => {
    for (const record of records) {
      for (const item of record.items.length === 0 ? [''] : record.items)
        count(record, lineOf(item));
    }
  };
  each(slice.registered, (_, line) => void line.registered++);
  each(slice.open, (record, line) => {
    if (!isInWork(stageOn(record, day))) return;
    line.inWork++;
    if (isTooLarge(record, day)) line.tooLarge++;
  });
  each(slice.closed, ({ verdict }, line) => {
    line.closed++;
    if (verdict === 'achieved' || verdict === 'partlyAchieved') line.achieved++;
  });
  return [...lines.values()]
    .map((line) => ({ ...line, judgement: judge(line) }))
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.item < b.item ? -1 : 1))
    .slice(0, longestList);
}

const weightOf = ({ registered, inWork, closed }: DeliveryLine): number =>
  registered + inWork * 2 + closed * 3;

function judge(line: DeliveryLine): DeliveryLine['judgement'] {
  if (line.tooLarge > 0 && line.tooLarge * 2 >= line.inWork) return 'tooLarge';
  if (line.inWork >= manyAtOnce && line.inWork > line.closed * 2) return 'tooMany';
  if (line.achieved > 0) return 'delivers';
  if (line.closed > 0) return 'closesWithoutSuccess';
  return line.registered + line.inWork > 0 ? 'nothingCame' : 'quiet';
}

export type Tally = { readonly key: string; readonly count: number };

/** Most first; '' = nothing is said. */
export function tally(
  records: readonly KpiRecord[],
  keysOf: (record: KpiRecord) => readonly string[],
): readonly Tally[] {
  const counts = new Map<string, number>();
  for (const record of records) {
    const keys = keysOf(record);
    for (const key of keys.length === 0 ? [''] : keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .slice(0, longestList);
}
