/**
 * What edits that were not accepted wanted of a document of whichever kind: read by applying them to a copy of
 * it as it is now. Never "nothing" because they don't apply: what is written in them is recovered then.
 */
import * as Y from 'yjs';
import type { FieldValue, RegisterField, SetField } from '../domain/improvement.ts';
import { setFields, textFields } from '../domain/record-fields.ts';
import { type CollectionName, collectionNames, type ItemField } from '../domain/collections.ts';
import { workspaceTexts } from '../domain/workspace.ts';
import { parseItemPath } from './collections.ts';
import { isItemValue } from './item-values.ts';
import { readScores } from './scores.ts';
import { type TextStep, watchTexts } from './follow-texts.ts';
import { readChange, type WrittenEntry } from './read-change.ts';
import { isStoredComment } from './read-comments.ts';
import { isFieldValue } from './field-values.ts';
import { readMeasure } from './measure-document.ts';
import { type ReadingEntry, readStandingReadings } from './read-readings.ts';
import { readingWishes } from './reading-wishes.ts';
import { isRegisterField, readFields, readSupporters, readSet } from './read-document.ts';
import { parseRegisterKey } from './registers.ts';
import { itemWishes, readItemValues, scoreWishes } from './item-wishes.ts';
import { isWhole, recoverTexts } from './recover-texts.ts';
import { type DocumentText, roots, setRoot, textOf } from './schema.ts';
import {
  isSettingEntry,
  type SettingField,
  type SettingValues,
  settingWishes,
} from './setting-wishes.ts';
import { readWorkspace } from './workspace-document.ts';
import {
  type FieldWritten,
  type KeyedValue,
  latestOf,
  partsOf,
  valuesIn,
} from './written-values.ts';

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
      readonly collection: CollectionName;
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
  | {
      /** Of a workspace or a measure. */
      readonly type: 'setting';
      readonly field: SettingField;
      readonly now: SettingValues[SettingField];
      readonly wanted: SettingValues[SettingField];
    }
  | {
      readonly type: 'reading';
      readonly at: string;
      /** As they read; '' = none. */
      readonly now: number | string;
      readonly wanted: number | string;
      readonly entry: Omit<ReadingEntry, 'id'>;
    }
  | { readonly type: 'support'; readonly wanted: boolean }
  | {
      readonly type: 'text';
      readonly field: DocumentText;
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
    settings: { ...readWorkspace(doc).values, ...readMeasure(doc).values },
    readings: readStandingReadings(doc),
    sets: new Map(setFields.map((field) => [field, readSet(doc, field)])),
    supporters: readSupporters(doc) as readonly string[],
    items: readItemValues(doc),
    scores: readScores(doc),
    texts: new Map(allTexts.map((field) => [field, textOf(doc, field).toString()])),
  };
  const textSteps = watchTexts(doc);
  const { written, looseTexts } = applyEdits(doc, edits);
  const wishes: Wish[] = [];
  for (const { field, value } of latestFields(written)) {
    const stands = now.fields[field].value;
    if (stands !== value) wishes.push({ type: 'field', field, now: stands, wanted: value });
  }
  wishes.push(...settingWishes(now.settings, written));
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
  wishes.push(...readingWishes(doc, now.readings, written));
  for (const field of allTexts) {
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

const allTexts: readonly DocumentText[] = [...textFields, ...workspaceTexts];

const latestFields = (written: readonly WrittenEntry[]) => latestOf(valuesIn(written), fieldOf);

function fieldOf({
  root,
  key,
  value,
}: KeyedValue): FieldWritten<RegisterField, FieldValue[RegisterField]> | undefined {
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
      const isField = fieldOf(entry) !== undefined || isSettingEntry(entry);
      const isRefusable = entry.root === roots.registers && !isField;
      const isComment = entry.root === roots.comments && !isStoredComment(entry.value);
      const isOfList = (collectionNames as readonly string[]).includes(entry.root);
      if (!isRefusable && !isComment && !(isOfList && !isItemEntry(entry))) return [];
    }
    const { v, text } = partsOf(entry.value);
    const words = [entry.value, v, text].find((part) => typeof part === 'string' && part !== '');
    return words === undefined ? [] : [words as string];
  });
}

function isItemEntry({ root, key, value }: KeyedValue): boolean {
  const collection = root as CollectionName;
  const place = parseItemPath(collection, parseRegisterKey(key)?.field ?? '');
  return place !== undefined && isItemValue(collection, place.field, partsOf(value).v);
}

const knownRoots: ReadonlySet<string> = new Set([
  ...Object.values(roots),
  ...collectionNames,
  ...setFields.map(setRoot),
]);
