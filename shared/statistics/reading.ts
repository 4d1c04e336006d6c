/** One taken value of a measure, and which of them a period holds. */

export type Reading = {
  readonly id: string;
  /** ISO day or minute: `2027-03-31` or `2027-03-31T08:30`. */
  readonly at: string;
  readonly value: number;
  readonly note?: string;
};

/** Days of the calendar, both within; '' = open at that end. */
export type Period = { readonly from: string; readonly to: string };

/** By moment, those of the same moment by id, so that every device draws them alike. */
export const inOrder = <R extends Reading>(readings: readonly R[]): readonly R[] =>
  readings.toSorted((a, b) => compare(a.at, b.at) || compare(a.id, b.id));

export const within = <R extends Reading>(readings: readonly R[], { from, to }: Period) =>
  readings.filter(({ at }) => (from === '' || dayOf(at) >= from) && (to === '' || dayOf(at) <= to));

/** From the day of an intervention on; a change on the day itself may have had its effect already. */
export const since = <R extends Reading>(readings: readonly R[], day: string): readonly R[] =>
  readings.filter(({ at }) => dayOf(at) >= day);

export const before = <R extends Reading>(readings: readonly R[], day: string): readonly R[] =>
  readings.filter(({ at }) => dayOf(at) < day);

export const dayOf = (at: string): string => at.slice(0, 10);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
