/** What edits wrote under keys, and of each place the latest of it. */
import type { WrittenEntry } from './read-change.ts';

export type KeyedValue = { readonly root: string; readonly key: string; readonly value: unknown };

export const valuesIn = (written: readonly WrittenEntry[]): readonly KeyedValue[] =>
  written.flatMap(({ root, key, content }) =>
    key !== null && content.type === 'value' ? [{ root, key, value: content.value }] : [],
  );

export type FieldWritten<Field, Value> = {
  readonly field: Field;
  readonly value: Value;
  readonly hlc: string;
};

export function latestOf<Field, Value>(
  values: readonly KeyedValue[],
  read: (value: KeyedValue) => FieldWritten<Field, Value> | undefined,
): readonly FieldWritten<Field, Value>[] {
  const latest = new Map<Field, FieldWritten<Field, Value>>();
  for (const value of values) {
    const found = read(value);
    if (found === undefined) continue;
    if (found.hlc >= (latest.get(found.field)?.hlc ?? '')) latest.set(found.field, found);
  }
  return [...latest.values()];
}

export const partsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
