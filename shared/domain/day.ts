/** Days of the calendar, `2027-03-31`. */

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** False for a day that no calendar has, such as 2027-02-30. */
export function isDay(text: string): boolean {
  const [, year, month, day] = (dayPattern.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return year > 0 && day > 0 && day <= daysIn(year, month);
}

/** 0 for a month that there is not. */
function daysIn(year: number, month: number): number {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const february = isLeapYear ? 29 : 28;
  return [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** So many days later, 0 or more; `from` is a day of the calendar. */
export function addDays(from: string, count: number): string {
  let [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  day += count;
  for (let length = daysIn(year, month); day > length; length = daysIn(year, month)) {
    day -= length;
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
  }
  return [
    String(year).padStart(4, '0'),
    ...[month, day].map((n) => String(n).padStart(2, '0')),
  ].join('-');
}
