/** Limits of work in progress: how many may stand in a column, and what becomes of one more. */
import type { SettingsItem } from '../domain/workspace.ts';

export type ColumnLimit = {
  readonly limit: number;
  /** One more is refused, but for a reason that is kept. */
  readonly isHard: boolean;
};

/** Where two were set apart for one column, the later one counts. `column`: a stage, or a state of tasks. */
export function limitOf(
  columns: readonly SettingsItem<'columns'>[],
  column: string,
): ColumnLimit | undefined {
  const set = columns.findLast(
    ({ values, isRemoved }) => !isRemoved && values.column === column && values.limit !== '',
  )?.values;
  if (set === undefined || set.limit === '') return undefined;
  return { limit: set.limit, isHard: set.isHard === 'yes' };
}

export const isOverLimit = (held: number, limit: ColumnLimit | undefined): boolean =>
  limit !== undefined && held > limit.limit;

/** `held`: how many stand in the column already, without the one that comes. */
export function judgeArrival(
  held: number,
  limit: ColumnLimit | undefined,
): 'fits' | 'warns' | 'refuses' {
  if (!isOverLimit(held + 1, limit)) return 'fits';
  return limit?.isHard === true ? 'refuses' : 'warns';
}
