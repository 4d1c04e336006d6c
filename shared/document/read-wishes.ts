/**
 * What edits that were not accepted wanted of a record: read by applying them to a copy of the record as it
 * is now. Never "nothing" because they don't apply: what is written in them is recovered then.
 */
import * as Y from 'yjs';
import {
  type FieldValue,
  type RegisterField,
  type SetField,
  setFields,
  type TextField,
  textFields,
} from '../domain/improvement.ts';
import {
  type ItemField,
  type RecordCollection,
  recordCollectionNames,
} from '../domain/collections.ts';
import { parseItemPath } from './collections.ts';
import { isItemValue } from './item-values.ts';
import { readScores } from './scores.ts';
import { type TextStep, watchTexts } from './follow-texts.ts';
import { readChange, type WrittenEntry } from './read-change.ts';
import { isStoredComment } from './read-comments.ts';
import { isFieldValue } from './field-values.ts';
import { isRegisterField, readFields, readSupporters, readSet } from './read-document.ts';
import { parseRegisterKey } from './registers.ts';
import { itemWishes, readItemValues, scoreWishes } from './item-wishes.ts';
import { isWhole, recoverTexts } from './recover-texts.ts';
import { roots, setRoot, textOf } from './schema.ts';

export type Wish =
  | {
      readonly type: 'field';
      readonly field: RegisterField;
      readonly now: FieldValue[RegisterField];
      readonly wanted: FieldValue[RegisterField];
    }
  | {
      readonly type: 'entry';
      readonly field: SetField;
      readonly entry: string;
      readonly wanted: boolean;
    }
  | {
      readonly type: 'item';
      readonly collection: RecordCollection;
      readonly item: string;
      /** How the entry is called, or was to be. */
      readonly title: string;
      readonly field: ItemField;
      readonly now: string | number;
      readonly wanted: string | number;
    }
  | {
      readonly type: 'score';
      readonly criterion: string;
      readonly now: number | '';
      readonly wanted: number | '';
    }
  | { readonly type: 'support'; readonly wanted: boolean }
  | {
      readonly type: 'text';
      readonly field: TextField;
      readonly now: string;
      readonly wanted: string;
      /** Turns `now` into `wanted`. */
      readonly steps: readonly TextStep[];
    }
  | { readonly type: 'comment'; readonly text: string };

export type ReadWishes = {
  /** Only what differs from the record as it is now. */
  readonly wishes: readonly Wish[];
  /** What is written in edits that don't apply, or where a record has no place for it. */
  readonly looseTexts: readonly string[];
};

/** Both are Yjs V1 updates in their order; an empty `record` means that there is none. */
export function readWishes(
  record: readonly Uint8Array[],
  edits: readonly Uint8Array[],
): ReadWishes {
  const doc = new Y.Doc({ gc: false });
  for (const update of record) Y.applyUpdate(doc, update);
  const now = {
    fields: readFields(doc),
    sets: new Map(setFields.map((field) => [field, readSet(doc, field)])),
    supporters: readSupporters(doc) as readonly string[],
    items: readItemValues(doc),
    scores: readScores(doc),
    texts: new Map(textFields.map((field) => [field, textOf(doc, field).toString()])),
  };
  const textSteps = watchTexts(doc);
  const { written, looseTexts } = applyEdits(doc, edits);
  const wishes: Wish[] = [];
  for (const { field, value } of latestFields(written)) {
    const stands = now.fields[field].value;
    if (stands !== value) wishes.push({ type: 'field', field, now: stands, wanted: value });
  }
  for (const field of setFields) {
    for (const [entry, wanted] of latestSwitches(written, setRoot(field))) {
      const isOn = now.sets.get(field)?.includes(entry) === true;
      if (isOn !== wanted) wishes.push({ type: 'entry', field, entry, wanted });
    }
  }
  for (const [actor, wanted] of latestSwitches(written, roots.votes)) {
    if (now.supporters.includes(actor) !== wanted) wishes.push({ type: 'support', wanted });
  }
  wishes.push(...itemWishes(doc, now.items, written), ...scoreWishes(now.scores, written));
  for (const field of textFields) {
    const before = now.texts.get(field) ?? '';
    const wanted = textOf(doc, field).toString();
    const steps = textSteps.get(field) ?? [];
    if (before !== wanted) wishes.push({ type: 'text', field, now: before, wanted, steps });
  }
  for (const { root, value } of valuesIn(written)) {
    if (root === roots.comments && isStoredComment(value)) {
      wishes.push({ type: 'comment', text: value.text });
    }
  }
  doc.destroy();
  return { wishes, looseTexts: [...looseTexts, ...misplacedTexts(written)] };
}

/** In one transaction, so that every text changes once. */
function applyEdits(
  doc: Y.Doc,
  edits: readonly Uint8Array[],
): { readonly written: readonly WrittenEntry[]; readonly looseTexts: readonly string[] } {
  let written: readonly WrittenEntry[] = [];
  const failed = new Set<Uint8Array>();
  doc.once('afterTransaction', (transaction: Y.Transaction) => {
    const change = readChange(transaction);
    if (change.ok) written = change.value.written;
    else for (const edit of edits) failed.add(edit);
  });
  doc.transact(() => {
    for (const edit of edits) {
      try {
        Y.applyUpdate(doc, edit);
      } catch {
        failed.add(edit);
      }
    }
  });
  const loose = edits.filter((edit) => failed.has(edit) || !isWhole(doc, edit));
  return { written, looseTexts: recoverTexts(loose) };
}

type KeyedValue = { readonly root: string; readonly key: string; readonly value: unknown };

const valuesIn = (written: readonly WrittenEntry[]): readonly KeyedValue[] =>
  written.flatMap(({ root, key, content }) =>
    key !== null && content.type === 'value' ? [{ root, key, value: content.value }] : [],
  );

type FieldWritten = {
  readonly field: RegisterField;
  readonly value: FieldValue[RegisterField];
  readonly hlc: string;
};

function latestFields(written: readonly WrittenEntry[]): readonly FieldWritten[] {
  const latest = new Map<RegisterField, FieldWritten>();
  for (const entry of valuesIn(written)) {
    const read = fieldOf(entry);
    if (read === undefined) continue;
    if (read.hlc >= (latest.get(read.field)?.hlc ?? '')) latest.set(read.field, read);
  }
  return [...latest.values()];
}

function fieldOf({ root, key, value }: KeyedValue): FieldWritten | undefined {
  const field = root === roots.registers ? parseRegisterKey(key)?.field : undefined;
  if (field === undefined || !isRegisterField(field)) return undefined;
  const { v, hlc } = partsOf(value);
  return isFieldValue(field, v)
    ? { field, value: v as FieldValue[RegisterField], hlc: String(hlc) }
    : undefined;
}

function latestSwitches(
  written: readonly WrittenEntry[],
  root: string,
): ReadonlyMap<string, boolean> {
  const latest = new Map<string, { readonly on: boolean; readonly hlc: string }>();
  for (const { key, value } of valuesIn(written).filter((entry) => entry.root === root)) {
    const { on, hlc } = partsOf(value);
    const isLater = String(hlc) >= (latest.get(key)?.hlc ?? '');
    if (typeof on === 'boolean' && isLater) latest.set(key, { on, hlc: String(hlc) });
  }
  return new Map([...latest].map(([key, { on }]) => [key, on]));
}

/** Words under a key that a record does not have, or in a value that its place does not take. */
function misplacedTexts(written: readonly WrittenEntry[]): readonly string[] {
  return valuesIn(written).flatMap((entry) => {
    if (knownRoots.has(entry.root)) {
      const isRefusable = entry.root === roots.registers && fieldOf(entry) === undefined;
      const isComment = entry.root === roots.comments && !isStoredComment(entry.value);
      const isOfList = (recordCollectionNames as readonly string[]).includes(entry.root);
      if (!isRefusable && !isComment && !(isOfList && !isItemEntry(entry))) return [];
    }
    const { v, text } = partsOf(entry.value);
    const words = [entry.value, v, text].find((part) => typeof part === 'string' && part !== '');
    return words === undefined ? [] : [words as string];
  });
}

function isItemEntry({ root, key, value }: KeyedValue): boolean {
  const collection = root as RecordCollection;
  const place = parseItemPath(collection, parseRegisterKey(key)?.field ?? '');
  return place !== undefined && isItemValue(collection, place.field, partsOf(value).v);
}

const knownRoots: ReadonlySet<string> = new Set([
  ...Object.values(roots),
  ...recordCollectionNames,
  ...setFields.map(setRoot),
]);

const partsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
