/** What edits that were not accepted wanted of a measure's readings. */
import type { WrittenEntry } from './read-change.ts';
import { readMeasure } from './measure-document.ts';
import {
  isStoredReading,
  type ReadingEntry,
  readStandingReadings,
  type StoredReading,
} from './read-readings.ts';
import type { ReadableDocument } from './readable-document.ts';
import type { Wish } from './read-wishes.ts';
import { roots } from './schema.ts';
import { valuesIn } from './written-values.ts';

type ReadingWish = Extract<Wish, { readonly type: 'reading' }>;

type StandingReadings = ReadonlyMap<string, StoredReading>;

/** `doc` with the edits applied; `now`: as its readings were without them. */
export function readingWishes(
  doc: ReadableDocument,
  now: StandingReadings,
  written: readonly WrittenEntry[],
): readonly ReadingWish[] {
  const entries = valuesIn(written).filter(({ root }) => root === roots.readings);
  if (entries.length === 0) return [];
  const titles = new Map(readMeasure(doc).scale.map(({ id, title }) => [id, title]));
  const shown = (reading: Pick<StoredReading, 'value' | 'removed'> | undefined) =>
    reading === undefined || reading.removed === true
      ? ''
      : typeof reading.value === 'string'
        ? (titles.get(reading.value) ?? '')
        : reading.value;
  const standing = readStandingReadings(doc);
  return entries.flatMap(({ key, value }): readonly ReadingWish[] => {
    const reading = isStoredReading(value) ? (value.replaces ?? key) : '';
    // Only the last word on each: what the same edits corrected again is not wanted any more.
    if (!isStoredReading(value) || standing.get(reading) !== value) return [];
    const { at, replaces, removed, note = '' } = value;
    const isFirst = replaces === undefined || !now.has(replaces);
    const entry: Omit<ReadingEntry, 'id'> = {
      at,
      value: value.value,
      note,
      ...(!isFirst && { replaces }),
      ...(removed === true && { removed }),
    };
    if (isFirst && removed === true) return [];
    return [{ type: 'reading', at, now: shown(now.get(reading)), wanted: shown(value), entry }];
  });
}
