/**
 * The figures of the practice, one function each (ITIL 4 Practice Guide "Continual improvement", 2.4.2.1, 2.5,
 * table 2.2; the productivity index: ITIL 4 "Measurement and reporting", 2.2.2.3). All count from a slice of one period.
 */
import { type Figure, ratio, share, sumOf } from './figure.ts';
import { type KpiRecord, stepOn } from './kpi-record.ts';
import { answeredInTime, participants, takingPart } from './participation.ts';
import { parsePeriod } from './period.ts';
import type { Slice } from './slice.ts';

/** Mean of what requesters and stakeholders gave, 1 to 5, where work was reviewed or closed, and everybody in a round. */
function satisfaction({ reviewed, period, context }: Slice): Figure {
  const counted = reviewed.filter(({ pulses }) => pulses.length > 0);
  const rounds = context.rounds.filter(({ round }) => {
    const { from } = parsePeriod(round) ?? { from: Number.NaN };
    return from >= period.from && from <= period.to;
  });
  const given = [
    ...counted.flatMap(({ pulses }) => pulses),
    ...rounds.flatMap(({ values }) => values),
  ];
  const sum = given.reduce((total, pulse) => total + pulse, 0);
  return ratio(sum, given.length, 'noPulse', { counted });
}

/** Members who took part ÷ all members. */
function peopleTakingPart(slice: Slice): Figure {
  const { people } = slice.context;
  const { persons, records } = takingPart(slice);
  return ratio(persons.size, people.length, 'noMembers', { counted: records });
}

/** Teams with a record that came or was under way ÷ teams that are known. */
function teamsTakingPart({ context, registered, active }: Slice): Figure {
  const counted = [...new Set([...registered, ...active])].filter(({ team }) => team !== '');
  const teams = new Set(counted.map(({ team }) => team));
  const known = new Set([...context.teams, ...teams]);
  return ratio(teams.size, known.size, 'noTeams', { counted });
}

/** Of what is in work or was closed: with an owner, an objective and a frozen target. */
const followsModel = ({ active }: Slice): Figure =>
  share(
    active.filter(({ steps }) => steps.some(({ stage }) => stage === 'approved')),
    ({ owner, hasObjective, hasTarget }) => owner !== '' && hasObjective && hasTarget,
    'noneUnderWay',
  );

/** Ideas for each hundred members. */
const ideasPerHundred = ({ context, registered }: Slice): Figure =>
  ratio(registered.length * 100, context.people.length, 'noMembers', { counted: registered });

/** Answered within the agreed working days ÷ those whose answer was due. */
function answeredOnTime({ registered, context }: Slice): Figure {
  const personOf = participants(context);
  const due = registered.flatMap((record) => {
    const answered = answeredInTime(record, personOf, context);
    return answered === undefined ? [] : [{ record, answered }];
  });
  const counted = due.filter(({ answered }) => answered).map(({ record }) => record);
  return ratio(counted.length, due.length, 'noneDue', {
    counted,
    among: due.map(({ record }) => record),
  });
}

/** Lessons of what was closed ÷ what was closed. */
const lessonsPerClosed = ({ closed }: Slice): Figure =>
  ratio(
    sumOf(closed, ({ lessons }) => lessons),
    closed.length,
    'noneClosed',
    { counted: closed.filter(({ lessons }) => lessons > 0), among: closed },
  );

/** Closed with a lesson, so that somebody has looked back ÷ closed. */
const lookedBack = ({ closed }: Slice): Figure =>
  share(closed, ({ lessons }) => lessons > 0, 'noneClosed');

/** (benefit − cost) ÷ cost of what was closed, as it came. */
const returnAchieved = (slice: Slice): Figure =>
  returnOf(
    slice,
    ({ actualCost }) => actualCost,
    ({ actualBenefit }) => actualBenefit,
  );

/** The same of the same records, as it was planned. */
const returnPlanned = (slice: Slice): Figure =>
  returnOf(
    slice,
    ({ plannedCost }) => plannedCost,
    ({ plannedBenefit }) => plannedBenefit,
  );

type AmountOf = (record: KpiRecord) => number | undefined;

/** In the currency that most of them are in: amounts of two currencies make no sum. */
function returnOf({ closed }: Slice, costOf: AmountOf, benefitOf: AmountOf): Figure {
  const told = closed.filter(
    (record) => costOf(record) !== undefined && benefitOf(record) !== undefined,
  );
  const currency = usualOf(told.map((record) => record.currency));
  const counted = told.filter((record) => record.currency === currency);
  const cost = sumOf(counted, (record) => costOf(record) ?? 0);
  const benefit = sumOf(counted, (record) => benefitOf(record) ?? 0);
  return ratio(benefit - cost, cost, 'noAmounts', { counted, among: closed });
}

/** The most frequent; of several the first by its letters. */
function usualOf(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
}

/** Criteria of success that were met ÷ all that were agreed, of what was closed: value that money does not show. */
function valueMet({ closed }: Slice): Figure {
  const counted = closed.filter(({ criteria }) => criteria > 0);
  return ratio(
    sumOf(counted, ({ criteriaMet }) => criteriaMet),
    sumOf(counted, ({ criteria }) => criteria),
    'noCriteria',
    { counted },
  );
}

const withVerdict = ({ closed }: Slice): readonly KpiRecord[] =>
  closed.filter(({ verdict }) => verdict !== '');

const achieved = (slice: Slice): Figure =>
  share(withVerdict(slice), ({ verdict }) => verdict === 'achieved', 'noneClosed');

const partlyAchieved = (slice: Slice): Figure =>
  share(withVerdict(slice), ({ verdict }) => verdict === 'partlyAchieved', 'noneClosed');

const notMeasurable = (slice: Slice): Figure =>
  share(withVerdict(slice), ({ verdict }) => verdict === 'notMeasurable', 'noneClosed');

/** Closed by the planned day ÷ closed with one. */
const onTime = (slice: Slice): Figure =>
  share(
    withVerdict(slice).filter(({ plannedDay }) => plannedDay !== undefined),
    (record) => (stepOn(record, slice.period.to)?.day ?? 0) <= (record.plannedDay ?? 0),
    'noPlan',
  );

/** No dearer than planned ÷ closed with both amounts. */
const onCost = (slice: Slice): Figure =>
  share(
    withVerdict(slice).filter((r) => r.plannedCost !== undefined && r.actualCost !== undefined),
    ({ plannedCost = 0, actualCost = 0 }) => actualCost <= plannedCost,
    'noAmounts',
  );

/** What came out bad outweighs what was planned to be good. */
const harmful = (slice: Slice): Figure =>
  share(withVerdict(slice), ({ negatives, value }) => negatives > value, 'noneClosed');

/** By how much, all together; 0 where nothing was closed to do harm. */
function harm(slice: Slice): Figure {
  const counted = harmful(slice).records['counted'] ?? [];
  const sum = sumOf(counted, ({ negatives, value }) => negatives - value);
  return { value: sum, reason: undefined, top: sum, bottom: 1, records: { counted } };
}

/**
 * (N + C) ÷ (O + C): N came in the period and is open at its end, O is open at its end, C ended in it. N is part
 * of O, so that it lies between 0 and 1.
 */
function productivity({ fresh, open, closed, refused, context }: Slice): Figure {
  const done = context.countsRefused ? [...closed, ...refused] : closed;
  return ratio(fresh.length + done.length, open.length + done.length, 'nothingOpenOrClosed', {
    fresh,
    open,
    done,
  });
}

const opportunities = ({ registered }: Slice): Figure => ({
  value: registered.length,
  reason: undefined,
  top: registered.length,
  bottom: 1,
  records: { counted: registered },
});

export const figures = {
  satisfaction,
  peopleTakingPart,
  teamsTakingPart,
  followsModel,
  ideasPerHundred,
  answeredOnTime,
  lessonsPerClosed,
  lookedBack,
  returnAchieved,
  returnPlanned,
  valueMet,
  achieved,
  partlyAchieved,
  notMeasurable,
  onTime,
  onCost,
  harmful,
  harm,
  productivity,
  opportunities,
} as const satisfies Readonly<Record<string, (slice: Slice) => Figure>>;
export type FigureName = keyof typeof figures;

export const figureNames = Object.keys(figures) as readonly FigureName[];
