/** Who takes part and who is answered in time. Persons are counted here and named nowhere. */
import { answerState, firstAnswerAt, workingDays } from '../answers.ts';
import { isInWork, type KpiRecord, registeredOn, stageOn } from './kpi-record.ts';
import type { Period } from './period.ts';
import type { KpiContext, Slice } from './slice.ts';

/** Which member an id is of, by place; what is of no member is left out. */
export type PersonOf = ReadonlyMap<string, number>;

export const participants = ({ people }: KpiContext): PersonOf =>
  new Map(people.flatMap((ids, place) => ids.map((id) => [id, place] as const)));

/** Tells `meet` of everybody who took part in a record within the period, and whether anybody was a member. */
function meetHands(
  { createdBy, owner, helpers, replies }: KpiRecord,
  isNew: boolean,
  { from, to }: Period,
  meet: (id: string) => boolean,
): boolean {
  let isAnybody = isNew && meet(createdBy);
  isAnybody = meet(owner) || isAnybody;
  for (const id of helpers) isAnybody = meet(id) || isAnybody;
  for (const { by, at } of replies) {
    if (at >= from * dayMs && at < (to + 1) * dayMs) isAnybody = meet(by) || isAnybody;
  }
  return isAnybody;
}

const dayMs = 86_400_000;

/** Registered in the period, or under way in it, each once. */
const seenIn = ({ registered, active }: Slice): ReadonlySet<KpiRecord> =>
  new Set([...registered, ...active]);

/** Members who had an idea in the period, or own, assess or work on what was under way. */
export function takingPart(slice: Slice): {
  readonly persons: ReadonlySet<number>;
  readonly records: readonly KpiRecord[];
} {
  const personOf = participants(slice.context);
  const persons = new Set<number>();
  const meet = meetIn(persons, personOf);
  const records: KpiRecord[] = [];
  for (const record of seenIn(slice)) {
    const isNew = registeredOn(record) >= slice.period.from;
    if (meetHands(record, isNew, slice.period, meet)) records.push(record);
  }
  return { persons, records };
}

function meetIn(persons: Set<number>, personOf: PersonOf): (id: string) => boolean {
  return (id) => {
    const person = personOf.get(id);
    if (person !== undefined) persons.add(person);
    return person !== undefined;
  };
}

export type TeamLine = {
  /** '' = no team is said; undefined = teams of few people, put together. */
  readonly team: string | undefined;
  readonly people: number;
  readonly registered: number;
  readonly inWork: number;
  readonly closed: number;
};

/** Teams of fewer people are put together: a figure of theirs would be somebody's. */
const leastPeople = 3;

/** By team, the busiest first; those of few people, and records of no team, behind. */
export function participationByTeam(slice: Slice): readonly TeamLine[] {
  const personOf = participants(slice.context);
  const registered = new Set(slice.registered);
  const closed = new Set(slice.closed);
  const byTeam = new Map<string, { persons: Set<number>; records: KpiRecord[] }>();
  for (const team of slice.context.teams) byTeam.set(team, { persons: new Set(), records: [] });
  for (const record of seenIn(slice)) {
    const line = byTeam.get(record.team) ?? { persons: new Set<number>(), records: [] };
    byTeam.set(record.team, line);
    line.records.push(record);
    meetHands(record, registered.has(record), slice.period, meetIn(line.persons, personOf));
  }
  const lineOf = (
    team: string | undefined,
    { persons, records }: { persons: ReadonlySet<number>; records: readonly KpiRecord[] },
  ): TeamLine => ({
    team,
    people: persons.size,
    registered: records.filter((record) => registered.has(record)).length,
    inWork: records.filter((record) => isInWork(stageOn(record, slice.period.to))).length,
    closed: records.filter((record) => closed.has(record)).length,
  });
  const teams = [...byTeam].filter(([team]) => team !== '');
  // One of which nobody is known takes part not at all, and that is what a coach looks for.
  const isSmall = ({ persons }: { persons: ReadonlySet<number> }) =>
    persons.size > 0 && persons.size < leastPeople;
  const small = teams.filter(([, line]) => isSmall(line)).map(([, line]) => line);
  const none = byTeam.get('');
  return [
    ...teams
      .filter(([, line]) => !isSmall(line))
      .map(([team, line]) => lineOf(team, line))
      .sort((a, b) => b.registered + b.inWork - a.registered - a.inWork || compare(a, b)),
    ...(small.length === 0 ? [] : [lineOf(undefined, merge(small))]),
    ...(none === undefined ? [] : [lineOf('', none)]),
  ];
}

const merge = (lines: readonly { persons: Set<number>; records: KpiRecord[] }[]) => ({
  persons: new Set(lines.flatMap(({ persons }) => [...persons])),
  records: lines.flatMap(({ records }) => records),
});

const compare = (a: TeamLine, b: TeamLine): number => ((a.team ?? '') < (b.team ?? '') ? -1 : 1);

/** As `answers.ts` looks at it. */
const answerable = (record: KpiRecord) => ({
  createdAt: record.createdAt,
  replies: record.replies,
  waitedMs: record.waitedMs,
  ...(record.decidedAt !== undefined && { decidedAt: record.decidedAt }),
  ...(record.isWaiting && { isWaiting: true as const }),
  ...(record.isOwed && { triageId: record.id }),
});

const isAuthor = (record: KpiRecord, personOf: PersonOf) => (someone: string) =>
  someone === record.createdBy ||
  (personOf.has(someone) && personOf.get(someone) === personOf.get(record.createdBy));

/** Unix ms from its beginning to the first answer by somebody else, without waiting for its author; undefined = none yet. */
export function answerMs(record: KpiRecord, personOf: PersonOf): number | undefined {
  const at = firstAnswerAt(answerable(record), isAuthor(record, personOf));
  return at === undefined ? undefined : Math.max(0, at - record.createdAt);
}

/** Whether an answer came in time; undefined: there is time left, or nobody owes one. */
export function answeredInTime(
  record: KpiRecord,
  personOf: PersonOf,
  { nowMs, answerDays }: KpiContext,
): boolean | undefined {
  const answer = answerState(answerable(record), isAuthor(record, personOf), nowMs, answerDays);
  switch (answer.type) {
    case 'answered':
      return workingDays(record.createdAt, record.createdAt + answer.afterMs) <= answerDays;
    case 'open':
      return answer.isLate ? false : undefined;
    default:
      return undefined;
  }
}

/** How long an answer has been owed (ms); undefined: none is. */
export function owedMs(
  record: KpiRecord,
  personOf: PersonOf,
  { nowMs, answerDays }: KpiContext,
): number | undefined {
  const answer = answerState(answerable(record), isAuthor(record, personOf), nowMs, answerDays);
  return answer.type === 'open' ? answer.forMs : undefined;
}
