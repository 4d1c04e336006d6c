/**
 * Readings of a measure: each entry is written once, by one hand. A correction is an entry of its own that says which
 * one it replaces, and so is a removal. Total: nonsense is passed over.
 */
import type * as Y from 'yjs';
import { isDay } from '../domain/day.ts';
import { type Hlc, hlcToMs, isHlc, nextHlc } from '../domain/hlc.ts';
import { type ActorId, isUuid } from '../domain/ids.ts';
import { type NewReading, type Reading, readingLimits, valueAtMost } from '../domain/measure.ts';
import type { ReadableDocument } from './readable-document.ts';
import type { Author } from './registers.ts';
import { roots } from './schema.ts';

/** As it stands under its id in the document. */
export type StoredReading = {
  readonly at: string;
  readonly value: number | string;
  /** Left out where there is none. */
  readonly note?: string;
  readonly by: ActorId;
  readonly hlc: Hlc;
  /** The reading that this one corrects or takes out: the id of the entry that it began with. */
  readonly replaces?: string;
  /** Taken out; `at` and `value` are those of what was. */
  readonly removed?: true;
};

export type ReadingEntry = NewReading &
  Pick<StoredReading, 'replaces' | 'removed'> & {
    /** UUIDv7. */
    readonly id: string;
  };

const minutePattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d$/;

/** A day, or a minute of one. */
export const isMoment = (text: string): boolean => isDay(minutePattern.exec(text)?.[1] ?? text);

/** What is in a document never changes: each entry is looked at once, however often the document is read. */
const judged = new WeakMap<object, boolean>();

/** True when `value` may stand as a reading; admission refuses what fails it, reading passes it over. */
export function isStoredReading(stored: unknown): stored is StoredReading {
  if (typeof stored !== 'object' || stored === null) return false;
  const known = judged.get(stored) ?? isWhole(stored);
  judged.set(stored, known);
  return known;
}

function isWhole(stored: object): boolean {
  const { at, value, note, by, hlc, replaces, removed } = stored as {
    readonly [K in keyof StoredReading]?: unknown;
  };
  return (
    typeof at === 'string' &&
    isMoment(at) &&
    isReadingValue(value) &&
    (note === undefined || (typeof note === 'string' && note.length <= readingLimits.noteLength)) &&
    typeof by === 'string' &&
    typeof hlc === 'string' &&
    isHlc(hlc) &&
    (replaces === undefined || (typeof replaces === 'string' && isUuid(replaces))) &&
    (removed === undefined || (removed === true && replaces !== undefined))
  );
}

const isReadingValue = (value: unknown): boolean =>
  typeof value === 'string'
    ? isUuid(value)
    : typeof value === 'number' && Math.abs(value) <= valueAtMost;

/**
 * The entry that counts of each reading, under the id of the entry that it began with; those taken out too.
 * `only`: of these readings alone.
 */
export function readStandingReadings(
  doc: ReadableDocument,
  only?: ReadonlySet<string>,
): ReadonlyMap<string, StoredReading> {
  const standing = new Map<string, StoredReading>();
  doc.getMap(roots.readings).forEach((stored, id) => {
    if (!isStoredReading(stored) || !isUuid(id)) return;
    const reading = stored.replaces ?? id;
    if (only?.has(reading) === false) return;
    const other = standing.get(reading);
    if (other === undefined || counts(stored, other)) standing.set(reading, stored);
  });
  return standing;
}

/** Of corrections made apart the latest; the same on every replica. */
const counts = (one: StoredReading, other: StoredReading): boolean =>
  one.hlc === other.hlc ? JSON.stringify(one) > JSON.stringify(other) : one.hlc > other.hlc;

/** In their order in time. `placeOf`: where an entry of the scale stands on it, from 1; undefined = on no scale. */
export function readReadings(
  doc: ReadableDocument,
  placeOf: (label: string) => number | undefined,
): readonly Reading[] {
  const readings: Reading[] = [];
  for (const [id, stored] of readStandingReadings(doc)) {
    const value = typeof stored.value === 'number' ? stored.value : placeOf(stored.value);
    if (stored.removed === true || value === undefined) continue;
    readings.push({
      id,
      at: stored.at,
      value,
      ...(typeof stored.value === 'string' && { label: stored.value }),
      note: stored.note ?? '',
      by: stored.by,
      takenAt: hlcToMs(stored.hlc),
      isCorrected: stored.replaces !== undefined,
    });
  }
  return readings.sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
}

/** Must run inside a transaction. `entries` are new; each is valid for the measure. */
export function writeReadings(doc: Y.Doc, entries: readonly ReadingEntry[], author: Author): void {
  const map = doc.getMap(roots.readings);
  const replaced = new Set(entries.flatMap(({ replaces }) => replaces ?? []));
  const standing = replaced.size === 0 ? undefined : readStandingReadings(doc, replaced);
  for (const { id, at, value, note, replaces, removed } of entries) {
    const seen = replaces === undefined ? undefined : standing?.get(replaces)?.hlc;
    map.set(id, {
      at,
      value,
      by: author.actor,
      hlc: nextHlc(author, seen),
      ...(note !== '' && { note }),
      ...(replaces !== undefined && { replaces }),
      ...(removed === true && { removed }),
    } satisfies StoredReading);
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
