/** Days and minutes as tables write them, in the order of the reader's country where the figures alone don't say. */
import { isMoment } from '../document/read-readings.ts';

/** `3/4/2026`: the third of April, or the fourth of March. */
export type DayOrder = 'dayFirst' | 'monthFirst';

const time = String.raw`(?:[T\s]+(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?${time}$`, 'u');
const yearLast = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${time}$`, 'u');

/** As readings have it, to the minute; undefined: neither a day nor a minute of one, or one of another time zone. */
export function readMoment(typed: string, order: DayOrder): string | undefined {
  const text = typed.normalize('NFKC').trim();
  const iso = yearFirst.exec(text);
  if (iso !== null) return momentOf(iso[1], iso[2], iso[3], iso[4], iso[5]);
  const [, first = '', second = '', year, hour, minute] = yearLast.exec(text) ?? [];
  if (year === undefined) return undefined;
  // Points are written where the day comes first; a 13th month settles it wherever that is.
  const isDayFirst =
    Number(first) > 12 || (Number(second) <= 12 && (text.includes('.') || order === 'dayFirst'));
  return isDayFirst
    ? momentOf(year, second, first, hour, minute)
    : momentOf(year, first, second, hour, minute);
}

function momentOf(
  year = '',
  month = '',
  day = '',
  hour?: string,
  minute?: string,
): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = hour === undefined ? date : `${date}T${hour.padStart(2, '0')}:${minute}`;
  return isMoment(at) ? at : undefined;
}
