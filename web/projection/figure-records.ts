/** The records behind a figure, for those who filter the register by it. */
import type { KpiRecord } from '../../shared/process/kpis/kpi-record.ts';
import { recordsBehind } from '../../shared/process/kpis/insights.ts';
import { kpiContextOf } from '../../shared/process/kpis/context.ts';
import { parseFigure } from './insights-address.ts';
import type { RegisterAsk } from './register-query.ts';

/** None for a figure that there is not. */
export function figureRecords(
  records: readonly KpiRecord[],
  { query, kpis, nowMs }: RegisterAsk,
): ReadonlySet<string> {
  const figure = parseFigure(query.figure);
  if (figure === undefined) return new Set();
  const { name, period, filter, countsRefused } = figure;
  const known = kpis ?? kpiContextOf(undefined, [], nowMs);
  const context = { ...known, countsRefused };
  return new Set(recordsBehind(records, name, { period, filter, context }));
}
