/** Days of the calendar as numbers since 1970-01-01: for figures that count them. */
import { isDay } from './day.ts';

/**
 * Days since 1970-01-01 of a day of the calendar; `month` from 1, and beyond 12 it goes on into later years.
 * After Howard Hinnant, "chrono-compatible low-level date algorithms": years begin in March, so that leap days end them.
 */
export function dayNumberAt(year: number, month: number, day: number): number {
  const months = year * 12 + month - 3;
  const shifted = Math.floor(months / 12);
  const monthFromMarch = months - shifted * 12;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

/** The calendar's date of a day since 1970-01-01, month from 1; the other way of {@link dayNumberAt}. */
export function dateAt(dayNumber: number) {
  const days = dayNumber + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - (yearOfEra * 365 + leapDays);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1 };
}

/** Months since the year 0 of a day since 1970-01-01. */
export function monthsAt(dayNumber: number): number {
  const { year, month } = dateAt(dayNumber);
  return year * 12 + month - 1;
}

/** undefined: no calendar has it. */
export function dayNumberOfDay(day: string): number | undefined {
  if (!isDay(day)) return undefined;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return dayNumberAt(year, month, date);
}
