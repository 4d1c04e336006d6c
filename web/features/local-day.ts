/** The day on this device's calendar, as `2027-03-31`. */
export function localDay(ms: number): string {
  const date = new Date(ms);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-');
}

/** The minute on this device's clock, as `2027-03-31T14:30`. */
export function localMinute(ms: number): string {
  const date = new Date(ms);
  const parts = [date.getHours(), date.getMinutes()];
  return `${localDay(ms)}T${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}
