/** Which reviews are due: of results, showcases, criteria of success, agreed ends, and what was put on hold until a day. */
import { addDays } from '../domain/day.ts';
import type { ImprovementRow, Stage } from '../domain/improvement.ts';
import type { ReviewDay } from '../domain/row-outcome.ts';

export type DueReview<Row> = {
  readonly row: Row;
  /** `result`: the work is done and waits for its verdict; `end`: it was to be done by then. */
  readonly what: 'result' | ReviewDay['what'] | 'hold' | 'end';
  /** The day on which it is, or was, to be held. */
  readonly on: string;
  /** Of the iteration or the criterion; '' = it is about the record. */
  readonly title: string;
};

type Reviewed = Pick<
  ImprovementRow,
  'id' | 'stage' | 'stageSince' | 'createdAt' | 'reviewDays' | 'heldUntil' | 'dueOn'
>;

const underWay: readonly Stage[] = ['approved', 'planned', 'inProgress'];
/** Their results are looked at no more. */
const dropped: readonly Stage[] = ['declined', 'duplicate', 'withdrawn'];

/** All that the rows say, earliest day first. `dayOf` is the day of a moment on the reader's calendar. */
export function reviewsOf<Row extends Reviewed>(
  rows: readonly Row[],
  dayOf: (ms: number) => string,
): readonly DueReview<Row>[] {
  return rows
    .filter(({ stage }) => !dropped.includes(stage))
    .flatMap((row) => reviewsOfRow(row, dayOf))
    .sort((a, b) => compare(a.on, b.on) || compare(a.row.id, b.row.id));
}

function reviewsOfRow<Row extends Reviewed>(
  row: Row,
  dayOf: (ms: number) => string,
): readonly DueReview<Row>[] {
  const { stage, stageSince, createdAt, reviewDays = [], heldUntil, dueOn } = row;
  return [
    ...(stage === 'reviewing'
      ? [{ row, what: 'result', on: dayOf(stageSince ?? createdAt), title: '' } as const]
      : []),
    ...reviewDays.map(({ what, on, title }) => ({ row, what, on, title })),
    ...(heldUntil === undefined ? [] : [{ row, what: 'hold', on: heldUntil, title: '' } as const]),
    ...(dueOn !== undefined && underWay.includes(stage)
      ? [{ row, what: 'end', on: dueOn, title: '' } as const]
      : []),
  ];
}

/** What comes up is shown so many days ahead. */
const aheadDays = 30;

export function splitByDay<Row>(
  reviews: readonly DueReview<Row>[],
  today: string,
): { readonly due: readonly DueReview<Row>[]; readonly ahead: readonly DueReview<Row>[] } {
  const last = addDays(today, aheadDays);
  return {
    due: reviews.filter(({ on }) => on <= today),
    ahead: reviews.filter(({ on }) => on > today && on <= last),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
