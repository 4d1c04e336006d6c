/** Flow, delivery and participation: worked examples, a second computation, and nobody shown by name. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliveries, isTooLarge, tooLarge } from '../../../../shared/process/kpis/delivery.ts';
import {
  cycleDays,
  cycleTimes,
  percentilesOf,
} from '../../../../shared/process/kpis/cycle-times.ts';
import {
  ageingWork,
  bucketEnds,
  cumulativeFlow,
  firstAnswers,
  flowStages,
  throughput,
} from '../../../../shared/process/kpis/flow.ts';
import { insightsOf, recordsBehind } from '../../../../shared/process/kpis/insights.ts';
import { type KpiRecord, stageOn } from '../../../../shared/process/kpis/kpi-record.ts';
import { participationByTeam } from '../../../../shared/process/kpis/participation.ts';
import { sliceOf } from '../../../../shared/process/kpis/slice.ts';
import {
  anyRecords,
  contextAt,
  dayNumber,
  idOf,
  kpiRecord,
  periodNamed,
} from '../../../support/kpi-records.ts';

const context = contextAt('2026-07-15', { people: [['a1', 'a2'], ['b1'], ['c1'], ['d1']] });
const slice = (records: readonly KpiRecord[], name = '2026-Q2') =>
  sliceOf(records, periodNamed(name), context);

const worked = (n: number, from: string, to: string, more: Partial<KpiRecord> = {}) =>
  kpiRecord(
    n,
    [
      ['idea', '2026-01-01'],
      ['approved', '2026-01-05'],
      ['inProgress', from],
      ['closed', to],
    ],
    { verdict: 'achieved', ...more },
  );

describe('cycle time', () => {
  test('counts both days from the beginning of work to its closing', () => {
    const one = worked(1, '2026-04-10', '2026-04-10');
    const longer = worked(2, '2026-04-10', '2026-05-09');
    const to = dayNumber('2026-06-30');
    expect([cycleDays(one, to), cycleDays(longer, to)]).toEqual([1, 30]);
    expect(cycleTimes(slice([one, longer]))).toMatchObject({
      count: 2,
      percentiles: { p50: 1, p85: 30, p95: 30 },
      points: [
        { days: 1, count: 1 },
        { days: 30, count: 1 },
      ],
    });
    expect(cycleTimes(slice([])).percentiles).toBeUndefined();
  });

  test('puts together what could not be drawn, and loses none', () => {
    const day = (n: number) => new Date((dayNumber('2026-04-01') + n) * 86_400_000);
    const text = (n: number) => day(n).toISOString().slice(0, 10);
    const records = Array.from({ length: 3_000 }, (_, n) =>
      worked(n, text(-1 - ((n * 7) % 180)), text(n % 91)),
    );
    const { points, count, percentiles } = cycleTimes(slice(records));
    expect(points.length).toBeLessThanOrEqual(1_100);
    expect(points.reduce((sum, point) => sum + point.count, 0)).toBe(count);
    expect(count).toBe(3_000);
    expect(percentiles?.p95).toBeLessThanOrEqual(Math.max(...points.map(({ days }) => days)));
  });

  test('has percentiles by nearest rank: values that occurred', () => {
    const twenty = Array.from({ length: 20 }, (_, n) => n + 1).reverse();
    expect(percentilesOf(twenty)).toEqual({ p50: 10, p85: 17, p95: 19 });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1 }), (values) => {
        const { p50 = 0, p85 = 0, p95 = 0 } = percentilesOf(values) ?? {};
        expect(p50 <= p85 && p85 <= p95).toBe(true);
        expect([p50, p85, p95].every((one) => values.includes(one))).toBe(true);
        expect(values.filter((one) => one <= p85).length).toBeGreaterThanOrEqual(
          values.length * 0.85,
        );
      }),
    );
  });
});

test('a cumulative flow is what stood in each stage at the end of each day or week', () => {
  fc.assert(
    fc.property(anyRecords, fc.constantFrom('2026-05', '2026-Q2', '2025'), (records, name) => {
      const seen = slice(records, name);
      const flow = cumulativeFlow(records, seen);
      expect(flow.map(({ day }) => day)).toEqual(bucketEnds(seen));
      for (const { day, counts } of flow) {
        for (const stage of flowStages) {
          const standing = records.filter(
            (record) =>
              stageOn(record, day) === stage &&
              (stage !== 'closed' ||
                (record.steps.findLast((step) => step.day <= day)?.day ?? 0) >= seen.period.from),
          );
          expect(counts[stage], `${stage} on ${day}`).toBe(standing.length);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('throughput adds up to what was closed, and nothing is told of days to come', () => {
  fc.assert(
    fc.property(anyRecords, (records) => {
      const seen = slice(records);
      const sum = throughput(seen).reduce((all, { count }) => all + count, 0);
      expect(sum).toBe(seen.closed.length);
    }),
  );
  const early = sliceOf([], periodNamed('2026-Q3'), context);
  expect(bucketEnds(early).at(-1)).toBe(dayNumber('2026-07-15'));
  expect(bucketEnds(sliceOf([], periodNamed('2027'), context))).toEqual([]);
});

test('what is in work grows old from its beginning, and is late by what is usual', () => {
  const open = kpiRecord(9, [
    ['idea', '2026-01-01'],
    ['approved', '2026-01-02'],
    ['planned', '2026-02-01'],
    ['inProgress', '2026-06-01'],
    ['planned', '2026-06-20'],
  ]);
  const ideas = kpiRecord(8, [['idea', '2026-01-01']]);
  const { count, oldest } = ageingWork(slice([open, ideas, worked(1, '2026-04-10', '2026-04-12')]));
  expect(count).toBe(1);
  expect(oldest).toEqual([{ id: idOf(9), stage: 'planned', days: 30, isLate: true }]);
});

test('first answers are counted without one’s own words', () => {
  const day = 86_400_000;
  const at = dayNumber('2026-05-04') * day;
  const asked = kpiRecord(1, [['idea', '2026-05-04']], {
    createdBy: 'a1',
    replies: [
      { by: 'a2' as never, at: at + day },
      { by: 'b1' as never, at: at + 2 * day },
    ],
  });
  const waiting = kpiRecord(2, [['idea', '2026-07-13']], { isOwed: true });
  expect(firstAnswers(slice([asked]))).toMatchObject({ answered: 1, percentiles: { p50: 2 } });
  expect(firstAnswers(slice([waiting], '2026-Q3'))).toMatchObject({ owed: 1, oldestOwedDays: 2.5 });
});

describe('delivery', () => {
  test('tells what is too large by two of three signs', () => {
    const begun = kpiRecord(
      1,
      [
        ['idea', '2026-01-01'],
        ['approved', '2026-01-02'],
        ['inProgress', '2026-01-03'],
      ],
      { isLarge: true, items: ['Dock'] },
    );
    expect(isTooLarge(begun, dayNumber('2026-02-01'))).toBe(false);
    expect(isTooLarge(begun, dayNumber('2026-06-30'))).toBe(true);
    expect(isTooLarge({ ...begun, unconfirmed: 2 }, dayNumber('2026-02-01'))).toBe(true);
    expect(tooLarge(slice([begun])).map(({ id }) => id)).toEqual([idOf(1)]);
    expect(deliveries(slice([begun]), ['Ward'])).toMatchObject([
      { item: 'Dock', inWork: 1, tooLarge: 1, judgement: 'tooLarge' },
      { item: 'Ward', registered: 0, judgement: 'quiet' },
    ]);
  });

  test('says who delivers, who closes without success, and of whom nothing came', () => {
    const lines = deliveries(
      slice([
        worked(1, '2026-04-10', '2026-05-01', { items: ['Dock'] }),
        worked(2, '2026-04-10', '2026-05-01', { items: ['Ward'], verdict: 'notAchieved' }),
        kpiRecord(3, [['idea', '2026-05-01']], { items: ['Desk'] }),
      ]),
      [],
    );
    expect(Object.fromEntries(lines.map(({ item, judgement }) => [item, judgement]))).toEqual({
      Dock: 'delivers',
      Ward: 'closesWithoutSuccess',
      Desk: 'nothingCame',
    });
  });
});

test('teams of fewer than three people are put together', () => {
  const from = (n: number, team: string, createdBy: string) =>
    kpiRecord(n, [['idea', '2026-05-01']], { team, createdBy });
  const lines = participationByTeam(
    slice([
      from(1, 'Ward 4', 'a1'),
      from(2, 'Ward 4', 'b1'),
      from(3, 'Ward 4', 'c1'),
      from(4, 'Desk', 'd1'),
      from(5, 'Night', 'a2'),
      from(6, '', 'b1'),
    ]),
  );
  expect(lines).toEqual([
    { team: 'Ward 4', people: 3, registered: 3, inWork: 0, closed: 0 },
    { team: undefined, people: 2, registered: 2, inWork: 0, closed: 0 },
    { team: '', people: 1, registered: 1, inWork: 0, closed: 0 },
  ]);
});

test('every count leads to exactly so many records', () => {
  fc.assert(
    fc.property(anyRecords, fc.constantFrom('', 'Ward'), (records, item) => {
      const question = {
        period: periodNamed('2026-Q2'),
        filter: { item, team: '', source: '' as const },
        context,
        items: [],
      };
      const insights = insightsOf(records, question);
      for (const [name, { counts }] of Object.entries(insights.figures)) {
        for (const [part, count] of Object.entries(counts)) {
          expect(recordsBehind(records, `${name}.${part}`, question)).toHaveLength(count);
        }
      }
      expect(recordsBehind(records, 'tooLarge', question)).toHaveLength(insights.tooLarge);
      expect(recordsBehind(records, 'inWork', question)).toHaveLength(insights.ageing.count);
      for (const {
        item: one,
        registered,
        inWork,
        closed,
        tooLarge: large,
      } of insights.deliveries) {
        if (one === '') continue;
        const only = { ...question, filter: { ...question.filter, item: one } };
        const behind = (name: string) => recordsBehind(records, name, only)?.length;
        expect(behind('opportunities.counted')).toBe(registered);
        expect(behind('inWork')).toBe(inWork);
        expect(behind('lookedBack.among')).toBe(closed);
        expect(behind('tooLarge')).toBe(large);
      }
      expect(recordsBehind(records, 'nonsense.x', question)).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});
