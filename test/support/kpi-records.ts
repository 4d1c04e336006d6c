/** Records as the figures of the practice see them, from what a test says of them. */
import fc from 'fast-check';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { type Stage, stages } from '../../shared/domain/improvement.ts';
import { sources } from '../../shared/domain/record-values.ts';
import { verdicts } from '../../shared/domain/verdicts.ts';
import type { KpiRecord } from '../../shared/process/kpis/kpi-record.ts';
import { parsePeriod, type Period } from '../../shared/process/kpis/period.ts';
import type { KpiContext } from '../../shared/process/kpis/slice.ts';

const dayMs = 86_400_000;

export const idOf = (number: number) =>
  `01890000-0000-7000-8000-${String(number).padStart(12, '0')}` as DocumentId;

export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs;

/** `way`: stages with the days on which they began; the first is the day on which it was registered. */
export function kpiRecord(
  number: number,
  way: readonly (readonly [Stage, string])[],
  more: Partial<KpiRecord> = {},
): KpiRecord {
  const steps = way.map(([stage, day]) => ({ stage, day: dayNumber(day) }));
  return {
    id: idOf(number),
    createdAt: (steps[0]?.day ?? 0) * dayMs,
    createdBy: '',
    steps,
    source: '',
    team: '',
    items: [],
    owner: '',
    helpers: [],
    replies: [],
    decidedAt: undefined,
    waitedMs: 0,
    isWaiting: false,
    isOwed: false,
    hasObjective: false,
    hasTarget: false,
    verdict: '',
    plannedDay: undefined,
    isLarge: false,
    value: 0,
    negatives: 0,
    currency: '',
    plannedCost: undefined,
    plannedBenefit: undefined,
    actualCost: undefined,
    actualBenefit: undefined,
    criteriaMet: 0,
    criteria: 0,
    confirmed: 0,
    unconfirmed: 0,
    lessons: 0,
    pulses: [],
    ...more,
  };
}

export const contextAt = (day: string, more: Partial<KpiContext> = {}): KpiContext => ({
  nowMs: dayNumber(day) * dayMs + 12 * 3_600_000,
  people: [],
  teams: [],
  answerDays: 5,
  rounds: [],
  countsRefused: true,
  ...more,
});

export function periodNamed(name: string): Period {
  const period = parsePeriod(name);
  if (period === undefined) throw new Error(`${name} is no period`);
  return period;
}

/** Any records of two years around 2026, with any way through the stages. */
export const anyRecords: fc.Arbitrary<readonly KpiRecord[]> = fc
  .array(
    fc.record({
      from: fc.integer({ min: dayNumber('2025-01-01'), max: dayNumber('2026-12-20') }),
      way: fc.array(fc.tuple(fc.constantFrom(...stages), fc.integer({ min: 0, max: 90 })), {
        maxLength: 7,
      }),
      source: fc.constantFrom('' as const, ...sources),
      team: fc.constantFrom('', 'Ward 4', 'Pharmacy', 'Desk'),
      items: fc.subarray(['Dock', 'Ward', '病房']),
      verdict: fc.constantFrom('' as const, ...verdicts),
      people: fc.subarray(['a1', 'a2', 'b1', 'c1', 'd1', 'e1']),
      answerMs: fc.option(fc.integer({ min: 0, max: 20 * dayMs }), { nil: undefined }),
      flags: fc.subarray(['isOwed', 'isWaiting', 'isLarge', 'hasObjective', 'hasTarget']),
      amounts: fc.subarray(['plannedCost', 'plannedBenefit', 'actualCost', 'actualBenefit']),
      unit: fc.integer({ min: 0, max: 3 }),
      pulses: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
    }),
    { maxLength: 40 },
  )
  .map((drafts) => drafts.map(toRecord));

type Draft = {
  readonly from: number;
  readonly way: readonly (readonly [Stage, number])[];
  readonly people: readonly string[];
  readonly answerMs: number | undefined;
  readonly flags: readonly string[];
  readonly amounts: readonly string[];
  readonly unit: number;
} & Pick<KpiRecord, 'source' | 'team' | 'items' | 'verdict' | 'pulses'>;

function toRecord(draft: Draft, number: number): KpiRecord {
  const { from, way, people, answerMs, flags, amounts, unit, ...rest } = draft;
  const steps: { stage: Stage; day: number }[] = [{ stage: 'idea', day: from }];
  for (const [stage, days] of way) {
    const last = steps.at(-1);
    if (last !== undefined && last.stage !== stage) steps.push({ stage, day: last.day + days });
  }
  const createdAt = from * dayMs;
  return {
    ...kpiRecord(number, []),
    ...rest,
    steps,
    createdAt,
    createdBy: people[0] ?? '',
    owner: people[1] ?? '',
    helpers: people.slice(2),
    decidedAt: answerMs === undefined ? undefined : createdAt + answerMs,
    value: unit,
    negatives: (unit * 2) % 5,
    lessons: unit,
    criteria: unit,
    criteriaMet: Math.floor(unit / 2),
    confirmed: unit % 2,
    unconfirmed: unit,
    plannedDay: unit === 0 ? undefined : from + unit * 60,
    ...Object.fromEntries(flags.map((flag) => [flag, true])),
    ...Object.fromEntries(amounts.map((name, place) => [name, (unit + place + 1) * 100])),
  };
}
