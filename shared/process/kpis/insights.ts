/** All that the page of insights shows of one question, and the records behind each of its figures: the same on both sides. */
import type { DocumentId } from '../../domain/ids.ts';
import type { Source } from '../../domain/record-values.ts';
import { deliveries, type DeliveryLine, tally, type Tally, tooLarge } from './delivery.ts';
import type { Figure } from './figure.ts';
import { type FigureName, figureNames, figures } from './figures.ts';
import { cycleTimes } from './cycle-times.ts';
import { ageingWork, cumulativeFlow, firstAnswers, throughput } from './flow.ts';
import type { KpiRecord } from './kpi-record.ts';
import { participationByTeam, type TeamLine } from './participation.ts';
import { type Period, periodsUpTo } from './period.ts';
import { type KpiContext, type Slice, sliceOf } from './slice.ts';

/** '' = whatever it is. */
export type InsightsFilter = {
  readonly item: string;
  readonly team: string;
  readonly source: Source | '';
};

export type InsightsQuestion = {
  readonly period: Period;
  readonly filter: InsightsFilter;
  readonly context: KpiContext;
  /** What can be improved, as the catalogue names it. */
  readonly items: readonly string[];
};

export type FigureShown = Pick<Figure, 'value' | 'reason' | 'top' | 'bottom'> & {
  /** How many records stand behind it, by name. */
  readonly counts: { readonly [name: string]: number };
  /** The period before; undefined where it is not defined. */
  readonly before: number | undefined;
  /** This period and those before, oldest first. */
  readonly trend: readonly (number | undefined)[];
};

export type Insights = {
  readonly period: Period;
  /** Records that the filter leaves. */
  readonly total: number;
  readonly figures: { readonly [F in FigureName]: FigureShown };
  readonly sources: readonly Tally[];
  readonly teams: readonly TeamLine[];
  readonly deliveries: readonly DeliveryLine[];
  readonly tooLarge: number;
  /** Whatever is filtered: what can be filtered by, most frequent first. */
  readonly choices: { readonly items: readonly string[]; readonly teams: readonly string[] };
  readonly flow: ReturnType<typeof cumulativeFlow>;
  readonly cycle: ReturnType<typeof cycleTimes>;
  readonly throughput: ReturnType<typeof throughput>;
  readonly ageing: ReturnType<typeof ageingWork>;
  readonly answers: ReturnType<typeof firstAnswers>;
};

/** So many periods make a trend, this one among them. */
const trendLength = 8;

export function insightsOf(records: readonly KpiRecord[], question: InsightsQuestion): Insights {
  const { period, items } = question;
  const fitting = filtered(records, question.filter);
  const context = contextFor(question);
  const slices = periodsUpTo(period, trendLength).map((one) => sliceOf(fitting, one, context));
  const slice = slices.at(-1) ?? sliceOf(fitting, period, context);
  const shown = (name: FigureName): FigureShown => {
    const course = slices.map((one) => figures[name](one));
    const { value, reason, top, bottom, records: behind } = course.at(-1) ?? figures[name](slice);
    return {
      value,
      reason,
      top,
      bottom,
      counts: Object.fromEntries(Object.entries(behind).map(([key, some]) => [key, some.length])),
      before: course.at(-2)?.value,
      trend: course.map((one) => one.value),
    };
  };
  return {
    period,
    total: fitting.length,
    figures: Object.fromEntries(
      figureNames.map((name) => [name, shown(name)]),
    ) as Insights['figures'],
    sources: tally(slice.registered, ({ source }) => (source === '' ? [] : [source])),
    teams: participationByTeam(slice),
    // Of a record about several, only what was asked for.
    deliveries: deliveries(slice, items).filter(
      ({ item }) => question.filter.item === '' || item === question.filter.item,
    ),
    tooLarge: tooLarge(slice).length,
    choices: {
      items: tally(records, (record) => record.items).map(({ key }) => key),
      teams: tally(records, ({ team }) => [team]).map(({ key }) => key),
    },
    flow: cumulativeFlow(fitting, slice),
    cycle: cycleTimes(slice),
    throughput: throughput(slice),
    ageing: ageingWork(slice),
    answers: firstAnswers(slice),
  };
}

/** Records that it names. */
export const namedIn = ({ ageing }: Insights): readonly DocumentId[] =>
  ageing.oldest.map(({ id }) => id);

/** What can be asked for besides the figures' own records. */
const otherRecords = {
  tooLarge: (slice: Slice) => tooLarge(slice),
  inWork: (slice: Slice) => {
    const all = new Set(ageingWork(slice, Number.POSITIVE_INFINITY).oldest.map(({ id }) => id));
    return slice.open.filter(({ id }) => all.has(id));
  },
} as const;

/** The records behind a figure: `productivity.open`; undefined: it has no such name. */
export function recordsBehind(
  records: readonly KpiRecord[],
  name: string,
  question: Omit<InsightsQuestion, 'items'>,
): readonly DocumentId[] | undefined {
  const fitting = filtered(records, question.filter);
  const slice = sliceOf(fitting, question.period, contextFor(question));
  return behindOf(name, slice)?.map(({ id }) => id);
}

function behindOf(name: string, slice: Slice): readonly KpiRecord[] | undefined {
  if (name === 'tooLarge' || name === 'inWork') return otherRecords[name](slice);
  const [figure = '', part = ''] = name.split('.');
  const known = figureNames.find((one) => one === figure);
  return known === undefined ? undefined : figures[known](slice).records[part];
}

/** What everybody said is of the whole organisation, and of no part of it. */
const contextFor = ({ filter, context }: Omit<InsightsQuestion, 'items'>): KpiContext =>
  isWhole(filter) ? context : { ...context, rounds: [] };

const isWhole = ({ item, team, source }: InsightsFilter): boolean =>
  item === '' && team === '' && source === '';

function filtered(records: readonly KpiRecord[], filter: InsightsFilter): readonly KpiRecord[] {
  if (isWhole(filter)) return records;
  const { item, team, source } = filter;
  return records.filter(
    (record) =>
      (item === '' || record.items.includes(item)) &&
      (team === '' || record.team === team) &&
      (source === '' || record.source === source),
  );
}
