/** When the register and the practice are looked at next. */
import { addDays } from '../domain/day.ts';
import type { WorkspaceValues } from '../domain/workspace.ts';

export type NextReview =
  /** No cadence was agreed on. */
  | { readonly type: 'none' }
  /** There is a cadence, and no review has been held yet: the first one is due. */
  | { readonly type: 'first' }
  | { readonly type: 'on'; readonly day: string; readonly isDue: boolean };

/** `today`: the day on the reader's calendar. */
export function nextReview(
  { reviewEveryWeeks, reviewedOn }: Pick<WorkspaceValues, 'reviewEveryWeeks' | 'reviewedOn'>,
  today: string,
): NextReview {
  if (reviewEveryWeeks === '') return { type: 'none' };
  if (reviewedOn === '') return { type: 'first' };
  const day = addDays(reviewedOn, reviewEveryWeeks * 7);
  return { type: 'on', day, isDue: day <= today };
}
