/** When a measure is to be taken again. */
import { addDays } from '../domain/day.ts';
import type { Someone } from '../domain/improvement.ts';
import type { MeasureRow, MeasureValues, Period } from '../domain/measure.ts';
import type { Notice } from './notices.ts';

const dayMs = 24 * 60 * 60 * 1000;

type Rhythm = Pick<MeasureValues, 'every' | 'period' | 'archived'>;

/**
 * The day of the next reading: so long after the latest, or on the day on which the measure was begun where there is
 * none yet. '' where nobody has said how often, or it is taken no longer.
 */
export function nextReadingOn(
  { every, period, archived }: Rhythm,
  latestAt: string | undefined,
  createdAtMs: number,
): string {
  if (every === '' || archived === 'yes') return '';
  if (latestAt !== undefined)
    return later(latestAt.slice(0, 10), every, period === '' ? 'day' : period);
  // The same day on every device and on the server, wherever they are.
  return addDays('1970-01-01', Math.floor(createdAtMs / dayMs));
}

function later(day: string, every: number, period: Period): string {
  switch (period) {
    case 'day':
      return addDays(day, every);
    case 'week':
      return addDays(day, 7 * every);
    case 'month':
      return addMonths(day, every);
  }
}

/** The same day of a later month; of a shorter one its last. */
function addMonths(day: string, count: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  const first = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  const wanted = Number(day.slice(8));
  let reached = first;
  for (let i = 1; i < wanted; i++) {
    const next = addDays(reached, 1);
    if (next.slice(0, 7) !== first.slice(0, 7)) break;
    reached = next;
  }
  return reached;
}

/** `today`: by the calendar of whoever looks. */
export const isReadingDue = ({ dueOn }: Pick<MeasureRow, 'dueOn'>, today: string): boolean =>
  dueOn !== '' && dueOn <= today;

/** Those that a person is to take today or should have taken, the longest due first. Where nobody is named, whoever began it. */
export const ownReadingsDue = (
  rows: readonly MeasureRow[],
  today: string,
  isMe: (someone: Someone) => boolean,
): readonly MeasureRow[] =>
  rows
    .filter((row) => {
      const taker = row.takenBy === '' ? row.createdBy : (row.takenBy as Someone);
      return isReadingDue(row, today) && taker !== '' && isMe(taker);
    })
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));

/** One for each time that a measure is due. `beganAt`: Unix ms of the beginning of a day. */
export const readingNotice = (
  { id: docId, dueOn }: Pick<MeasureRow, 'id' | 'dueOn'>,
  beganAt: number,
): Notice => ({
  id: `reading:${docId}:${dueOn}`,
  docId,
  kind: 'readingDue',
  by: '',
  happenedAt: beganAt,
  text: '',
});
