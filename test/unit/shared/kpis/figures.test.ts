/** The figures of the practice: the guide's worked checks, a second computation, and what one record changes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActorId, PersonId } from '../../../../shared/domain/ids.ts';
import type { Person } from '../../../../shared/domain/person.ts';
import { kpiContextOf } from '../../../../shared/process/kpis/context.ts';
import type { Stage } from '../../../../shared/domain/improvement.ts';
import type { Figure } from '../../../../shared/process/kpis/figure.ts';
import { figureNames, figures } from '../../../../shared/process/kpis/figures.ts';
import type { KpiRecord } from '../../../../shared/process/kpis/kpi-record.ts';
import { insightsOf } from '../../../../shared/process/kpis/insights.ts';
import { sliceOf } from '../../../../shared/process/kpis/slice.ts';
import {
  anyRecords,
  contextAt,
  dayNumber,
  kpiRecord,
  periodNamed,
} from '../../../support/kpi-records.ts';

const quarter = periodNamed('2026-Q2');
const context = contextAt('2026-07-15', {
  people: [['a1', 'a2'], ['b1'], ['c1'], ['d1']],
  teams: ['Ward 4', 'Night shift'],
});
const slice = (records: readonly KpiRecord[], more = {}) =>
  sliceOf(records, quarter, { ...context, ...more });

const many = (count: number, way: readonly (readonly [Stage, string])[]) =>
  Array.from({ length: count }, (_, n) => kpiRecord(n, way));
const old = ['idea', '2026-01-10'] as const;
const now = ['idea', '2026-05-10'] as const;

describe('the productivity index', () => {
  // ITIL 4 "Measurement and reporting", 2.2.2.3: (O, N, C) = (40, 12, 18) and (12, 12, 18).
  test('comes to the worked examples of the guide', () => {
    const closed = many(18, [old, ['closed', '2026-06-01']]);
    const fresh = many(12, [now]);
    const mixed = figures.productivity(slice([...many(28, [old]), ...fresh, ...closed]));
    expect(mixed).toMatchObject({ top: 30, bottom: 58 });
    expect(mixed.value).toBeCloseTo(0.517, 3);
    expect(figures.productivity(slice([...fresh, ...closed])).value).toBe(1);
  });

  test('is not defined where nothing is open and nothing was closed', () => {
    const before = kpiRecord(1, [old, ['closed', '2026-02-01']]);
    const figure = figures.productivity(
      slice([before, kpiRecord(2, [now, ['duplicate', '2026-05-11']])]),
    );
    expect(figure).toMatchObject({ value: undefined, reason: 'nothingOpenOrClosed' });
  });

  test('counts what was declined or withdrawn as done, unless the setting says no', () => {
    const refused = [
      kpiRecord(1, [old, ['declined', '2026-05-01']]),
      kpiRecord(2, [now, ['withdrawn', '2026-06-01']]),
    ];
    expect(figures.productivity(slice(refused)).value).toBe(1);
    expect(figures.productivity(slice(refused, { countsRefused: false })).value).toBeUndefined();
  });

  test('lies between 0 and 1, its new ones among the open ones, whatever happened', () => {
    fc.assert(
      fc.property(anyRecords, fc.constantFrom('2025-Q3', '2026-05', '2026'), (records, name) => {
        const { value, records: behind } = figures.productivity(
          sliceOf(records, periodNamed(name), context),
        );
        const open = new Set(behind['open']);
        expect(behind['fresh']?.every((record) => open.has(record))).toBe(true);
        expect(behind['done']?.some((record) => open.has(record))).toBe(false);
        if (value === undefined) return;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });
});

/** Straight from the definitions, day by day, without slices. */
function secondComputation(records: readonly KpiRecord[]): { readonly [name: string]: number } {
  const stageAt = ({ steps }: KpiRecord, day: number) =>
    steps.filter((step) => step.day <= day).at(-1)?.stage;
  const isOpenAt = (record: KpiRecord, day: number) =>
    !['closed', 'declined', 'withdrawn', 'duplicate', undefined].includes(stageAt(record, day));
  const days = Array.from({ length: quarter.to - quarter.from + 1 }, (_, n) => quarter.from + n);
  const isNew = ({ steps }: KpiRecord) => days.includes(steps[0]?.day ?? 0);
  const endedIn = (record: KpiRecord, wanted: readonly Stage[]) => {
    const last = record.steps.filter((step) => step.day <= quarter.to).at(-1);
    return last !== undefined && wanted.includes(last.stage) && days.includes(last.day);
  };
  const o = records.filter((record) => isOpenAt(record, quarter.to));
  const n = o.filter(isNew);
  const c = records.filter((record) => endedIn(record, ['closed', 'declined', 'withdrawn']));
  const closed = records.filter((record) => endedIn(record, ['closed']));
  const judged = closed.filter(({ verdict }) => verdict !== '');
  const ideas = records.filter((r) => isNew(r) && stageAt(r, quarter.to) !== 'duplicate');
  const part = (some: readonly unknown[], of: readonly unknown[]) => some.length / of.length;
  return {
    productivity: (n.length + c.length) / (o.length + c.length),
    opportunities: ideas.length,
    ideasPerHundred: ideas.length * 25,
    achieved: part(
      judged.filter(({ verdict }) => verdict === 'achieved'),
      judged,
    ),
    partlyAchieved: part(
      judged.filter(({ verdict }) => verdict === 'partlyAchieved'),
      judged,
    ),
    notMeasurable: part(
      judged.filter(({ verdict }) => verdict === 'notMeasurable'),
      judged,
    ),
    harmful: part(
      judged.filter(({ negatives, value }) => negatives - value > 0),
      judged,
    ),
    lessonsPerClosed: closed.reduce((sum, { lessons }) => sum + lessons, 0) / closed.length,
    lookedBack: part(
      closed.filter(({ lessons }) => lessons !== 0),
      closed,
    ),
  };
}

test('every figure is what its definition says, computed a second time', () => {
  fc.assert(
    fc.property(anyRecords, (records) => {
      const expected = secondComputation(records);
      for (const name of figureNames) {
        const other = expected[name];
        if (other === undefined) continue;
        const { value } = figures[name](slice(records));
        if (Number.isNaN(other)) expect(value, name).toBeUndefined();
        else expect(value, name).toBeCloseTo(other, 10);
      }
    }),
  );
});

test('every figure has a value or a reason, and its fraction and records agree', () => {
  fc.assert(
    fc.property(anyRecords, (records) => {
      for (const name of figureNames) {
        const { value, reason, top, bottom, records: behind } = figures[name](slice(records));
        expect(value === undefined, name).toBe(reason !== undefined);
        if (value !== undefined) expect(value, name).toBeCloseTo(top / bottom, 10);
        expect(Number.isFinite(top) && Number.isFinite(bottom), name).toBe(true);
        for (const some of Object.values(behind)) expect(new Set(some).size).toBe(some.length);
      }
    }),
  );
});

describe('one record that moves', () => {
  const others = [
    ...many(3, [now]),
    kpiRecord(10, [old, ['closed', '2026-05-02']], { verdict: 'notAchieved', lessons: 2 }),
  ];
  const moving = kpiRecord(20, [old, ['approved', '2026-03-01'], ['inProgress', '2026-03-05']], {
    owner: 'a1',
    hasObjective: true,
    hasTarget: true,
    plannedDay: dayNumber('2026-06-30'),
  });
  const closed: KpiRecord = {
    ...moving,
    steps: [...moving.steps, { stage: 'closed', day: dayNumber('2026-06-20') }],
    verdict: 'achieved',
    lessons: 1,
  };
  const valuesOf = (record: KpiRecord) =>
    Object.fromEntries(
      figureNames.map((name) => [name, figures[name](slice([...others, record])).value]),
    );

  test('changes exactly the figures that it should', () => {
    const [before, after] = [valuesOf(moving), valuesOf(closed)];
    const changed = figureNames.filter((name) => before[name] !== after[name]);
    expect(changed).toEqual(['lessonsPerClosed', 'achieved', 'onTime', 'productivity']);
    expect(before).toMatchObject({ achieved: 0, lessonsPerClosed: 2, onTime: undefined });
    expect(after).toMatchObject({ achieved: 0.5, lessonsPerClosed: 1.5, onTime: 1 });
    expect(before['productivity']).toBe((3 + 1) / (4 + 1));
    expect(after['productivity']).toBe((3 + 2) / (3 + 2));
  });
});

describe('figures of people, money and promises', () => {
  test('count members by all their devices, and never somebody from outside', () => {
    const records = [
      kpiRecord(1, [now], { createdBy: 'a1' }),
      kpiRecord(2, [now], { createdBy: 'a2', owner: 'stranger' }),
      kpiRecord(3, [old, ['assessing', '2026-02-01']], { createdBy: 'c1', helpers: ['b1'] }),
    ];
    expect(figures.peopleTakingPart(slice(records))).toMatchObject({ top: 2, bottom: 4 });
    expect(figures.peopleTakingPart(slice(records, { people: [] })).reason).toBe('noMembers');
  });

  test('hear requesters, stakeholders and, for the whole organisation, everybody', () => {
    const rounds = [
      { round: '2026-01', values: [1, 1] },
      { round: '2026-04', values: [4, 5] },
    ];
    const reviewed = kpiRecord(1, [old, ['reviewing', '2026-05-01']], { pulses: [3] });
    expect(figures.satisfaction(slice([reviewed])).value).toBe(3);
    expect(figures.satisfaction(slice([reviewed], { rounds })).value).toBe(4);
    expect(figures.satisfaction(slice([])).reason).toBe('noPulse');
    const asked = (team: string) =>
      insightsOf([reviewed], {
        period: quarter,
        filter: { item: '', team, source: '' },
        context: { ...context, rounds },
        items: [],
      }).figures.satisfaction.value;
    expect([asked(''), asked('Ward 4')]).toEqual([4, undefined]);
  });

  test('know members by what the workspace says: no guests, nobody who has left', () => {
    const person = (id: string, more: Partial<Person> = {}): Person => ({
      id: id as PersonId,
      displayName: id,
      roles: ['contributor'],
      actors: [`${id}1` as ActorId],
      isRemoved: false,
      ...more,
    });
    const people = [
      person('a'),
      person('b', { roles: ['guest'] }),
      person('c', { isRemoved: true }),
    ];
    expect(kpiContextOf(undefined, people, 0)).toEqual({
      nowMs: 0,
      people: [['a', 'a1']],
      teams: [],
      answerDays: 5,
      rounds: [],
    });
  });

  test('compare what was promised and what came in one currency only', () => {
    const close = (n: number, currency: string, amounts: Partial<KpiRecord>) =>
      kpiRecord(n, [old, ['closed', '2026-05-01']], { currency, ...amounts });
    const planned = { plannedCost: 100, plannedBenefit: 300 };
    const records = [
      close(1, 'EUR', { ...planned, actualCost: 100, actualBenefit: 150 }),
      close(2, 'EUR', { ...planned, actualCost: 100, actualBenefit: 250 }),
      close(3, 'CNY', { actualCost: 1, actualBenefit: 9_000 }),
    ];
    expect(figures.returnAchieved(slice(records))).toMatchObject({ value: 1, bottom: 200 });
    expect(figures.returnPlanned(slice(records)).value).toBe(2);
    const free = [close(1, 'EUR', { actualCost: 0, actualBenefit: 5 })];
    expect(figures.returnAchieved(slice(free)).reason).toBe('noAmounts');
  });

  test('count answers by working days, and leave out what has time left', () => {
    const day = 86_400_000;
    const asked = (n: number, at: string, more: Partial<KpiRecord>) =>
      kpiRecord(n, [['idea', at]], { isOwed: true, ...more });
    const monday = '2026-06-01';
    const records = [
      asked(1, monday, { decidedAt: (dayNumber(monday) + 4) * day }),
      asked(2, monday, { decidedAt: (dayNumber(monday) + 10) * day }),
      asked(3, monday, {}),
      asked(4, monday, { isWaiting: true }),
    ];
    expect(figures.answeredOnTime(slice(records))).toMatchObject({ top: 1, bottom: 3 });
  });
});

const valueOf = ({ value }: Figure): number | undefined => value;

test('nothing that happens after a period changes its figures but for what is said of records', () => {
  fc.assert(
    fc.property(anyRecords, (records) => {
      const cut = records.flatMap((record) => {
        const steps = record.steps.filter(({ day }) => day <= quarter.to);
        return steps.length === 0 ? [] : [{ ...record, steps }];
      });
      for (const name of ['productivity', 'achieved', 'opportunities', 'lookedBack'] as const) {
        expect(valueOf(figures[name](slice(cut))), name).toBe(
          valueOf(figures[name](slice(records))),
        );
      }
    }),
  );
});
