/** How people write numbers and days where this device is at home, whichever language they read the app in. */
import type { DayOrder } from '../../../shared/process/read-moment.ts';
import type { DecimalMark } from '../../../shared/process/read-number.ts';

export function regionOf(locale: string): {
  readonly decimal: DecimalMark;
  readonly order: DayOrder;
} {
  const mark = new Intl.NumberFormat(locale)
    .formatToParts(0.5)
    .find(({ type }) => type === 'decimal')?.value;
  const parts = new Intl.DateTimeFormat(locale).formatToParts(0).map(({ type }) => type);
  return {
    decimal: mark === ',' ? ',' : '.',
    order: parts.indexOf('day') < parts.indexOf('month') ? 'dayFirst' : 'monthFirst',
  };
}
