/** Days of a plan: which may not contradict each other, and how often an agreed one was moved. */
import type { Item } from '../document/collections.ts';

export type DayBound = {
  readonly day: string;
  readonly because:
    | 'captured'
    | 'started'
    | 'previousIteration'
    | 'iterationEnd'
    | 'showcase'
    | 'milestone'
    | 'iteration'
    | 'tasks';
};

/** A day may be chosen from `from` to `to`, both included. */
export type DayRoom = { readonly from?: DayBound; readonly to?: DayBound };

export type PlanDays = {
  /** The day on which the idea was kept. */
  readonly createdOn: string;
  readonly tasks: readonly Item<'tasks'>[];
  readonly milestones: readonly Item<'milestones'>[];
  readonly iterations: readonly Item<'iterations'>[];
};

export type DayProblem = { readonly type: 'tooEarly' | 'tooLate'; readonly bound: DayBound };

/** undefined: the day fits. '' takes the day away, which always fits. */
export function findDayProblem(day: string, { from, to }: DayRoom): DayProblem | undefined {
  if (day === '') return undefined;
  if (from !== undefined && day < from.day) return { type: 'tooEarly', bound: from };
  if (to !== undefined && day > to.day) return { type: 'tooLate', bound: to };
  return undefined;
}

export function roomOfTask(
  { values }: Item<'tasks'>,
  { createdOn, milestones, iterations }: PlanDays,
): DayRoom {
  const milestone = milestones.find(({ id }) => id === values.milestone)?.values.dueOn ?? '';
  const iteration = iterations.find(({ id }) => id === values.iteration)?.values.endsOn ?? '';
  return {
    from: latest([bound(createdOn, 'captured'), bound(values.startedOn, 'started')]),
    ...earliest([bound(milestone, 'milestone'), bound(iteration, 'iteration')]),
  };
}

/** A milestone is not due before the work that leads up to it. */
export function roomOfMilestone(id: string, { createdOn, tasks }: PlanDays): DayRoom {
  const due = tasks.filter(({ values }) => values.milestone === id).map(({ values }) => values);
  return {
    from: latest([bound(createdOn, 'captured'), ...due.map(({ dueOn }) => bound(dueOn, 'tasks'))]),
  };
}

/** An iteration ends behind the one before it and not before its tasks are due; its result is shown after that. */
export function roomOfIteration(
  id: string,
  field: 'endsOn' | 'showcaseOn',
  { createdOn, tasks, iterations }: PlanDays,
): DayRoom {
  const at = iterations.findIndex((iteration) => iteration.id === id);
  const own = iterations[at]?.values;
  if (field === 'showcaseOn') {
    return {
      from: latest([bound(createdOn, 'captured'), bound(own?.endsOn ?? '', 'iterationEnd')]),
    };
  }
  const before = iterations[at - 1]?.values.endsOn ?? '';
  const due = tasks.filter(({ values }) => values.iteration === id);
  return {
    from: latest([
      bound(createdOn, 'captured'),
      bound(before, 'previousIteration'),
      ...due.map(({ values }) => bound(values.dueOn, 'tasks')),
    ]),
    ...earliest([bound(own?.showcaseOn ?? '', 'showcase')]),
  };
}

/** A day that others count on is not just changed: its reason is asked for, and the move is counted. */
export const isAgreedDayMoved = (before: string, next: string): boolean =>
  before !== '' && next !== before;

export const countMoves = (moves: readonly Item<'movedDates'>[], item: string): number =>
  moves.filter(({ values }) => values.item === item).length;

const bound = (day: string, because: DayBound['because']): DayBound => ({ day, because });

const latest = (bounds: readonly DayBound[]): DayBound =>
  bounds.reduce((one, other) => (other.day > one.day ? other : one));

/** Of those that are set. */
function earliest(bounds: readonly DayBound[]): Pick<DayRoom, 'to'> {
  const [first, ...others] = bounds.filter(({ day }) => day !== '');
  if (first === undefined) return {};
  return { to: others.reduce((one, other) => (other.day < one.day ? other : one), first) };
}
