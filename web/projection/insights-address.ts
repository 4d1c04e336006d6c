/** A question of the insights as a part of an address, and the records behind one of its figures as a filter of the register. */
import { limits } from '../../shared/domain/improvement.ts';
import { sources } from '../../shared/domain/record-values.ts';
import type { InsightsFilter } from '../../shared/process/kpis/insights.ts';
import { parsePeriod, type Period } from '../../shared/process/kpis/period.ts';

export type InsightsAddress = {
  readonly period: Period;
  readonly filter: InsightsFilter;
  /** Whether what was declined or withdrawn counts as done. */
  readonly countsRefused: boolean;
};

export const noFilter: InsightsFilter = { item: '', team: '', source: '' };

/** Total: what means nothing is passed over; `usual` stands for a period that is not said. */
export function parseInsights(search: string, usual: Period): InsightsAddress {
  const parameters = new URLSearchParams(search);
  const named = (name: string) => (parameters.get(name) ?? '').slice(0, limits.nameLength);
  return {
    period: parsePeriod(named('period')) ?? usual,
    filter: {
      item: named('item'),
      team: named('team'),
      source: sources.find((source) => source === named('source')) ?? '',
    },
    countsRefused: named('refused') !== 'no',
  };
}

/** What goes behind `?`. */
export function formatInsights({ period, filter, countsRefused }: InsightsAddress): string {
  const parameters = new URLSearchParams({ period: period.name });
  for (const [name, value] of Object.entries(filter)) if (value !== '') parameters.set(name, value);
  if (!countsRefused) parameters.set('refused', 'no');
  return parameters.toString();
}

export type FigureQuery = InsightsAddress & {
  /** As `recordsBehind` takes it. */
  readonly name: string;
};

/** `productivity.open?period=2026-Q2`; undefined: it names no period. */
export function parseFigure(text: string): FigureQuery | undefined {
  const at = text.indexOf('?');
  const search = text.slice(at + 1);
  const period = parsePeriod(new URLSearchParams(search).get('period') ?? '');
  if (at < 1 || period === undefined) return undefined;
  return { ...parseInsights(search, period), name: text.slice(0, at) };
}

export const formatFigure = ({ name, ...address }: FigureQuery): string =>
  `${name}?${formatInsights(address)}`;
