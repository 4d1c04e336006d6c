/** Periods by name, and the days that they hold. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumberAt, dayNumberOfDay, monthsAt } from '../../../../shared/domain/day-number.ts';
import {
  parsePeriod,
  periodBeside,
  periodKinds,
  periodOn,
  periodsUpTo,
} from '../../../../shared/process/kpis/period.ts';
import { dayNumber } from '../../../support/kpi-records.ts';

describe('a period', () => {
  test('goes by its name, and holds its days', () => {
    expect(parsePeriod('2026-02')).toMatchObject({
      kind: 'month',
      from: dayNumber('2026-02-01'),
      to: dayNumber('2026-02-28'),
    });
    expect(parsePeriod('2024-Q1')).toMatchObject({ to: dayNumber('2024-03-31') });
    expect(parsePeriod('2026')).toMatchObject({ from: dayNumber('2026-01-01') });
    for (const name of ['', '2026-13', '2026-Q5', '26', 'x', '2026-1']) {
      expect(parsePeriod(name), name).toBeUndefined();
    }
  });

  test('counts days as every calendar does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
        expect(dayNumberAt(year, month + 1, date.getUTCDate())).toBe(day);
        expect(monthsAt(day)).toBe(year * 12 + month);
      }),
    );
    expect(dayNumberOfDay('2027-03-31')).toBe(dayNumber('2027-03-31'));
    expect(dayNumberOfDay('2027-02-30')).toBeUndefined();
  });

  test('follows on the one before without a gap, over years too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...periodKinds),
        fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2090-01-01') }),
        (kind, day) => {
          const period = periodOn(kind, day);
          expect(period.from <= day && day <= period.to).toBe(true);
          expect(parsePeriod(period.name)).toEqual(period);
          expect(periodBeside(period, -1).to).toBe(period.from - 1);
          expect(periodBeside(period, 1).from).toBe(period.to + 1);
          expect(periodsUpTo(period, 3).at(-1)).toEqual(period);
        },
      ),
    );
  });
});
