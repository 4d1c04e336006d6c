/** About which fields of an entry a person has to choose, after they were set apart. */
import type { Item } from '../../../shared/document/collections.ts';
import type { RegisterEntry } from '../../../shared/document/registers.ts';

/** Where an entry stands and when it was ticked: the later one counts, and nobody is asked. */
const settledByTime: ReadonlySet<string> = new Set([
  'order',
  'removed',
  'startedOn',
  'doneOn',
  'closedOn',
  'startedAt',
  'endedAt',
]);

export const disputedFields = ({ disputed }: Pick<Item, 'disputed'>): readonly string[] =>
  Object.entries(disputed as Readonly<Record<string, readonly RegisterEntry[]>>)
    .filter(([field, standing]) => !settledByTime.has(field) && differ(standing))
    .map(([field]) => field);

/** Two who said the same agree. */
const differ = (standing: readonly RegisterEntry[]): boolean =>
  new Set(standing.map(({ value }) => value)).size > 1;
