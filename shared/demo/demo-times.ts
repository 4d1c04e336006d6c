/** When ideas come and work is done: more from year to year, on weekdays by day, fewer in August and at the turn of the year. */
import { dateAt } from '../domain/day-number.ts';
import { between, type Random } from './chance.ts';

export const dayMs = 24 * 60 * 60 * 1000;
const hourMs = dayMs / 24;

const spanMs = 2 * 365 * dayMs;

/** Of an average month; January first. */
const seasons = [1.1, 1.1, 1.2, 1, 1, 0.9, 0.6, 0.4, 1.2, 1.3, 1.2, 0.5];
/** Sunday first. */
const weekdays = [0.1, 1.2, 1.1, 1, 1, 0.9, 0.15];
const highest = 1.3 * 1.2;

/** Rising, within two years before `nowMs`. */
export function drawCaptureTimes(random: Random, count: number, nowMs: number): readonly number[] {
  const times: number[] = [];
  while (times.length < count) {
    // The square root makes the second year busier than the first.
    const atMs = atWork(random, nowMs - spanMs + Math.sqrt(random() * 0.85 + 0.15) * spanMs);
    const { month, weekday } = dateOf(atMs);
    const weight = (seasons[month - 1] ?? 1) * (weekdays[weekday] ?? 1);
    if (atMs < nowMs && random() < weight / highest) times.push(atMs);
  }
  return times.sort((a, b) => a - b);
}

/** The same day, between six in the morning and six in the evening UTC. */
export const atWork = (random: Random, atMs: number): number =>
  Math.floor(atMs / dayMs) * dayMs + 6 * hourMs + between(random, 0, 12 * hourMs - 1);

/** As in day.ts. */
export function dayOf(atMs: number): string {
  const { year, month, day } = dateOf(atMs);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

/** In UTC. */
function dateOf(atMs: number) {
  const days = Math.floor(atMs / dayMs);
  return { ...dateAt(days), weekday: (days + 4) % 7 };
}
