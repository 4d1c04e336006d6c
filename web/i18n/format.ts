/** Times and numbers as the reader's language writes them. */

export type Format = {
  readonly number: (value: number) => string;
  /** "5 minutes ago", "yesterday", and a date from a week on. */
  readonly ago: (atMs: number, nowMs: number) => string;
  /** How long something has lasted, short: "5 min". */
  readonly age: (durationMs: number) => string;
  readonly date: (atMs: number) => string;
  readonly dateTime: (atMs: number) => string;
  readonly time: (atMs: number) => string;
  /** "Ann, Bo and Chen". */
  readonly list: (names: readonly string[]) => string;
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const relativeUpToMs = 7 * dayMs;

export function createFormat(language: string): Format {
  const numbers = new Intl.NumberFormat(language);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const dateTimes = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const times = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const durations = new Map(
    (['minute', 'hour', 'day'] as const).map((unit) => [
      unit,
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }),
    ]),
  );
  return {
    number: (value) => numbers.format(value),
    ago: (atMs, nowMs) => {
      const passedMs = nowMs - atMs;
      // A clock that runs ahead on another device must not show "in 3 minutes".
      if (passedMs >= relativeUpToMs) return dates.format(atMs);
      const [unit, count] = largestUnit(Math.max(0, passedMs));
      return count === 0 ? relative.format(0, 'second') : relative.format(-count, unit);
    },
    age: (durationMs) => {
      const [unit, count] = largestUnit(Math.max(minuteMs, durationMs));
      return durations.get(unit)?.format(count) ?? '';
    },
    date: (atMs) => dates.format(atMs),
    dateTime: (atMs) => dateTimes.format(atMs),
    time: (atMs) => times.format(atMs),
    list: (names) => lists.format(names),
  };
}

function largestUnit(durationMs: number): ['minute' | 'hour' | 'day', number] {
  if (durationMs >= dayMs) return ['day', Math.floor(durationMs / dayMs)];
  if (durationMs >= hourMs) return ['hour', Math.floor(durationMs / hourMs)];
  return ['minute', Math.floor(durationMs / minuteMs)];
}
