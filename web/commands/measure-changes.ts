/** How each change of a measure is written, and what takes it back. */
import type * as Y from 'yjs';
import {
  type MeasureChange,
  readMeasure,
  writeMeasureChange,
} from '../../shared/document/measure-document.ts';
import {
  type ReadingEntry,
  readStandingReadings,
  type StoredReading,
} from '../../shared/document/read-readings.ts';
import type { Author } from '../../shared/document/registers.ts';
import { inverseOfItem, ownItemStamp } from './improvement-changes.ts';
import type { ChangeWriting } from './undo.ts';

/** `newId`: a UUIDv7; what takes a reading back is an entry of its own. */
export const createMeasureChanges = (newId: () => string): ChangeWriting<MeasureChange> => ({
  texts: [],
  write: writeMeasureChange,
  inverseOf: (doc, change) => {
    switch (change.type) {
      case 'setItem':
        return { ...change, change: inverseOfItem(doc, change) };
      case 'setField':
        return { ...change, value: readMeasure(doc).values[change.field] };
      case 'writeReadings': {
        const standing = readStandingReadings(doc, readingsOf(change.entries));
        const entries = change.entries.map((entry) => inverseOfReading(entry, standing, newId()));
        return { type: 'writeReadings', entries };
      }
    }
  },
  stampOf,
});

const readingsOf = (entries: readonly ReadingEntry[]): ReadonlySet<string> =>
  new Set(entries.map(({ id, replaces = id }) => replaces));

/** What was not there before is taken out again; another goes back to what it was. */
function inverseOfReading(
  { id: entry, replaces = entry, at, value }: ReadingEntry,
  standing: ReadonlyMap<string, StoredReading>,
  id: string,
): ReadingEntry {
  const before = standing.get(replaces);
  return before === undefined || before.removed === true
    ? { id, replaces, at, value, note: '', removed: true }
    : { id, replaces, at: before.at, value: before.value, note: before.note ?? '' };
}

function stampOf(doc: Y.Doc, change: MeasureChange, author: Author): string | undefined {
  switch (change.type) {
    case 'setItem':
      return ownItemStamp(doc, change, author);
    case 'setField': {
      const [first, ...others] = readMeasure(doc).standing[change.field];
      return first?.device === author.device && others.length === 0 ? first.hlc : undefined;
    }
    case 'writeReadings': {
      const standing = readStandingReadings(doc, readingsOf(change.entries));
      const stamps = change.entries.map(({ id, replaces = id }) => {
        const reading = standing.get(replaces);
        return reading?.by === author.actor ? reading.hlc : undefined;
      });
      return stamps.includes(undefined) ? undefined : stamps.join();
    }
  }
}
