/** Reads and writes a measure's document. Reading is total: nonsense in it is passed over, never thrown. */
import type * as Y from 'yjs';
import { type MeasureCollection, measureCollectionNames } from '../domain/collections.ts';
import type { DocumentId } from '../domain/ids.ts';
import {
  type MeasureField,
  measureFieldNames,
  measureFields,
  type MeasureRow,
  type MeasureValues,
  type Reading,
  recentKept,
  type ScaleLabel,
} from '../domain/measure.ts';
import { nextReadingOn } from '../process/reading-due.ts';
import { type Item, type ItemToWrite, readAllItems, writeItem } from './collections.ts';
import { isOfKind } from './item-values.ts';
import { readCreation } from './read-document.ts';
import {
  type ReadingEntry,
  readReadings,
  readStandingReadings,
  writeReadings,
} from './read-readings.ts';
import type { ReadableDocument } from './readable-document.ts';
import { type Author, readRegisters, type RegisterEntry, writeRegister } from './registers.ts';
import { registersOf, roots, scalarsOf, schemaVersion } from './schema.ts';

export type MeasureChange =
  | {
      readonly type: 'setField';
      readonly field: MeasureField;
      /** Valid for the field. */
      readonly value: MeasureValues[MeasureField];
    }
  | ({ readonly type: 'setItem' } & ItemToWrite)
  | { readonly type: 'writeReadings'; readonly entries: readonly ReadingEntry[] };

export const isMeasureField = (name: string): name is MeasureField =>
  (measureFieldNames as readonly string[]).includes(name);

/** True when `value` may stand in the field; admission refuses what fails it, reading passes it over. */
export const isMeasureValue = (field: MeasureField, value: unknown): boolean =>
  value === '' || isOfKind(measureFields[field], value);

export type ReadMeasure = {
  readonly values: MeasureValues;
  readonly items: { readonly [C in MeasureCollection]: readonly Item<C>[] };
  /** Every value that stands, the one that counts first. */
  readonly standing: { readonly [F in MeasureField]: readonly RegisterEntry[] };
  /** From the least; those taken out and in no reading are left out. */
  readonly scale: readonly ScaleLabel[];
  /** In their order in time. */
  readonly readings: readonly Reading[];
};

export function readMeasure(doc: ReadableDocument): ReadMeasure {
  const registers = readRegisters(doc.getMap(roots.registers));
  const standing = measureFieldNames.map(
    (field) =>
      [
        field,
        (registers.get(field) ?? []).filter(({ value }) => isMeasureValue(field, value)),
      ] as const,
  );
  const items = Object.fromEntries(
    measureCollectionNames.map((name) => [name, readAllItems(doc, name)]),
  ) as ReadMeasure['items'];
  const scale = scaleOf(doc, items.scale);
  const places = new Map(scale.map(({ id }, i) => [id, i + 1]));
  return {
    values: Object.fromEntries(
      standing.map(([field, [first]]) => [field, first?.value ?? '']),
    ) as MeasureValues,
    standing: Object.fromEntries(standing) as unknown as ReadMeasure['standing'],
    items,
    scale,
    readings: readReadings(doc, (label) => places.get(label)),
  };
}

/** An entry that was taken out stays on the scale for as long as a reading says it. */
function scaleOf(doc: ReadableDocument, items: readonly Item<'scale'>[]): readonly ScaleLabel[] {
  const used = new Set<unknown>();
  if (items.some(({ isRemoved }) => isRemoved)) {
    for (const { value, removed } of readStandingReadings(doc).values()) {
      if (removed !== true) used.add(value);
    }
  }
  return items
    .filter(({ id, isRemoved }) => !isRemoved || used.has(id))
    .map(({ id, values }) => ({ id, title: values.title }));
}

export function projectMeasure(
  id: DocumentId,
  doc: ReadableDocument,
  updatedAt: number,
): MeasureRow {
  const { values, scale, readings } = readMeasure(doc);
  const creation = readCreation(doc);
  const latest = readings.at(-1);
  return {
    ...values,
    id,
    type: 'measure',
    scale,
    ...(latest !== undefined && { latest: { at: latest.at, value: latest.value } }),
    recent: readings.slice(-recentKept).map(({ value }) => value),
    count: readings.length,
    dueOn: nextReadingOn(values, latest?.at, creation.at),
    createdBy: creation.by,
    createdAt: creation.at,
    updatedAt,
  };
}

/** Fills a new, empty document. */
export function writeNewMeasure(doc: Y.Doc, values: Partial<MeasureValues>, author: Author): void {
  doc.transact(() => {
    const scalars = scalarsOf(doc);
    scalars.set('schema', schemaVersion);
    scalars.set('type', 'measure');
    scalars.set('createdAt', author.nowMs());
    scalars.set('createdBy', author.actor);
    for (const [field, value] of Object.entries(values)) {
      if (value !== '') writeRegister(registersOf(doc), field, value, author);
    }
  });
}

export function writeMeasureChange(
  doc: Y.Doc,
  change: MeasureChange,
  author: Author,
  origin?: unknown,
): void {
  doc.transact(() => {
    switch (change.type) {
      case 'setField':
        return writeRegister(registersOf(doc), change.field, change.value, author);
      case 'setItem':
        return writeItem(doc, change, author);
      case 'writeReadings':
        return writeReadings(doc, change.entries, author);
    }
  }, origin);
}
