/** Says in the record's own terms what an update changed: which field was what before, which text read how. */
import * as Y from 'yjs';
import type { SetField } from '../../shared/domain/improvement.ts';
import { setFields, textFields } from '../../shared/domain/record-fields.ts';
import { workspaceTexts } from '../../shared/domain/workspace.ts';
import {
  type FieldChange,
  keptTextLength,
  type RecordChange,
} from '../../shared/domain/record-change.ts';
import {
  type CollectionName,
  measureCollectionNames,
  recordCollectionNames,
  workspaceCollectionNames,
} from '../../shared/domain/collections.ts';
import type { DeviceId } from '../../shared/domain/ids.ts';
import { parseItemPath, readAllItems, titleOfItem } from '../../shared/document/collections.ts';
import { isMeasureField } from '../../shared/document/measure-document.ts';
import { readStandingReadings, type StoredReading } from '../../shared/document/read-readings.ts';
import { isStoredScore, parseScoreKey } from '../../shared/document/scores.ts';
import { isRegisterField } from '../../shared/document/read-document.ts';
import {
  parseRegisterKey,
  type ReadableMap,
  readRegister,
  type RegisterEntry,
  readRegisters,
} from '../../shared/document/registers.ts';
import {
  type DocumentText,
  registersOf,
  roots,
  setOf,
  setRoot,
  textOf,
  textRoot,
  votesOf,
} from '../../shared/document/schema.ts';
import { isWorkspaceField } from '../../shared/document/workspace-document.ts';
import type { UpdateAuthor } from './admission.ts';
import type { DocumentChange } from '../../shared/document/read-change.ts';

/**
 * Only what a reader of the record sees differently. Must be called in the transaction's `afterTransaction`:
 * later, Yjs throws deleted content away. `change` has passed the rules.
 */
export function describeChange(
  transaction: Y.Transaction,
  change: DocumentChange,
  author: UpdateAuthor,
): readonly RecordChange[] {
  const { keysOf, isTouched } = touchedBy(change);
  return [
    ...describeFields(transaction, keysOf(roots.registers), author, isRegisterField),
    ...setFields.flatMap((field) =>
      keysOf(setRoot(field)).flatMap((entry) => describeEntry(transaction, field, entry)),
    ),
    ...recordCollectionNames.flatMap((collection) =>
      describeItems(transaction, collection, keysOf(collection), author),
    ),
    ...keysOf(roots.scores).flatMap((key) => describeScore(transaction, key)),
    ...keysOf(roots.votes).flatMap((actor) => describeVote(transaction, actor)),
    ...keysOf(roots.comments).map(() => ({ type: 'comment' }) as const),
    ...textFields
      .filter((field) => isTouched(textRoot(field)))
      .flatMap((field) => describeText(transaction, field)),
  ];
}

/** The same of the workspace's own document. */
export function describeWorkspaceChange(
  transaction: Y.Transaction,
  change: DocumentChange,
  author: UpdateAuthor,
): readonly RecordChange[] {
  const { keysOf, isTouched } = touchedBy(change);
  return [
    ...describeFields(transaction, keysOf(roots.registers), author, isWorkspaceField),
    ...workspaceCollectionNames.flatMap((collection) =>
      describeItems(transaction, collection, keysOf(collection), author),
    ),
    ...keysOf(roots.scores).flatMap((key) => describeScore(transaction, key)),
    ...workspaceTexts
      .filter((field) => isTouched(textRoot(field)))
      .flatMap((field) => describeText(transaction, field)),
  ];
}

/** The same of a measure. */
export function describeMeasureChange(
  transaction: Y.Transaction,
  change: DocumentChange,
  author: UpdateAuthor,
): readonly RecordChange[] {
  const { keysOf } = touchedBy(change);
  return [
    ...describeFields(transaction, keysOf(roots.registers), author, isMeasureField),
    ...measureCollectionNames.flatMap((collection) =>
      describeItems(transaction, collection, keysOf(collection), author),
    ),
    ...describeReadings(transaction, keysOf(roots.readings)),
  ];
}

function touchedBy({ written, deleted }: DocumentChange) {
  const keysByRoot = new Map<string, Set<string>>();
  for (const { root, key } of [...written, ...deleted]) {
    const keys = keysByRoot.get(root) ?? new Set();
    keysByRoot.set(root, key === null ? keys : keys.add(key));
  }
  return {
    keysOf: (root: string): readonly string[] => [...(keysByRoot.get(root) ?? [])],
    isTouched: (root: string): boolean => keysByRoot.has(root),
  };
}

function describeFields<F extends FieldChange['field']>(
  transaction: Y.Transaction,
  keys: readonly string[],
  { device }: UpdateAuthor,
  isField: (name: string) => name is F,
): readonly RecordChange[] {
  if (keys.length === 0) return [];
  const registers = registersOf(transaction.doc);
  const valuesThen = valuesBefore(transaction, registers);
  return keys.flatMap((key) => {
    const { field = '', device: by } = parseRegisterKey(key) ?? {};
    if (by !== device || !isField(field)) return [];
    const before = readRegister(valuesThen, field);
    const written = ownWrite(before, readRegister(registers, field), device);
    if (written === undefined) return [];
    const { old, new: value, standing } = written;
    return [{ type: 'field', field, old: textOfValue(old), new: textOfValue(value), standing }];
  });
}

/** undefined: the device wrote nothing that a reader sees. */
function ownWrite(
  before: readonly RegisterEntry[],
  after: readonly RegisterEntry[],
  device: DeviceId,
) {
  const own = after.find((entry) => entry.device === device);
  if (own === undefined || before.some(({ device: by, hlc }) => by === device && hlc === own.hlc)) {
    return undefined;
  }
  const standing =
    after.length > 1 ? ('disputed' as const) : before.length > 1 ? ('settled' as const) : undefined;
  const old = before[0]?.value ?? '';
  return old === own.value && standing === undefined
    ? undefined
    : { old, new: own.value, standing };
}

function describeItems(
  transaction: Y.Transaction,
  collection: CollectionName,
  keys: readonly string[],
  { device }: UpdateAuthor,
): readonly RecordChange[] {
  if (keys.length === 0) return [];
  const map = transaction.doc.getMap(collection);
  const before = readRegisters(valuesBefore(transaction, map));
  const after = readRegisters(map);
  const titles = new Map(
    readAllItems(transaction.doc, collection).map((item) => [item.id, titleOfItem(item)]),
  );
  return [...new Set(keys.map((key) => parseRegisterKey(key)?.field ?? ''))].flatMap((path) => {
    const place = parseItemPath(collection, path);
    const written = ownWrite(before.get(path) ?? [], after.get(path) ?? [], device);
    if (place === undefined || place.field === 'order' || written === undefined) return [];
    const { old, new: value, standing } = written;
    const title = titles.get(place.item) ?? '';
    const values = { old: scalarOf(old), new: scalarOf(value), standing };
    return [{ type: 'item', collection, ...place, title, ...values }];
  });
}

const scalarOf = (value: unknown): string | number =>
  typeof value === 'number' ? value : textOfValue(value);

function describeScore(transaction: Y.Transaction, key: string): readonly RecordChange[] {
  const scores = transaction.doc.getMap(roots.scores);
  const criterion = parseScoreKey(key)?.criterion ?? '';
  const old = scoreOf(valueBefore(transaction, scores, key));
  const value = scoreOf(scores.get(key));
  return old === value ? [] : [{ type: 'score', criterion, old, new: value }];
}

const scoreOf = (stored: unknown): number | '' => (isStoredScore(stored) ? (stored.v ?? '') : '');

/** Only what counts now: a correction that came late changes nothing that a reader sees. */
function describeReadings(
  transaction: Y.Transaction,
  keys: readonly string[],
): readonly RecordChange[] {
  if (keys.length === 0) return [];
  const { doc } = transaction;
  const map = doc.getMap(roots.readings);
  const now = readStandingReadings(doc);
  const fresh = new Set(keys);
  const before = readStandingReadings({
    getText: () => '',
    getMap: () => ({
      get: () => undefined,
      forEach: (visit) =>
        map.forEach((value, key) => {
          if (!fresh.has(key)) visit(value, key);
        }),
    }),
  });
  const titles = new Map(readAllItems(doc, 'scale').map(({ id, values }) => [id, values.title]));
  const shown = (reading: StoredReading | undefined): number | string =>
    reading === undefined || reading.removed === true
      ? ''
      : typeof reading.value === 'number'
        ? reading.value
        : (titles.get(reading.value) ?? '');
  const changed = new Set(
    keys.map((key) => (map.get(key) as StoredReading | undefined)?.replaces ?? key),
  );
  return [...changed].flatMap((reading) => {
    const [was, is] = [before.get(reading), now.get(reading)];
    if (is === undefined || was === is) return [];
    return [{ type: 'reading', at: is.at, old: shown(was), new: shown(is) }];
  });
}

function describeEntry(
  transaction: Y.Transaction,
  field: SetField,
  entry: string,
): readonly RecordChange[] {
  const set = setOf(transaction.doc, field);
  const on = isOn(set.get(entry));
  return on === isOn(valueBefore(transaction, set, entry))
    ? []
    : [{ type: 'entry', field, entry, on }];
}

function describeVote(transaction: Y.Transaction, actor: string): readonly RecordChange[] {
  const votes = votesOf(transaction.doc);
  const on = isOn(votes.get(actor));
  return on === isOn(valueBefore(transaction, votes, actor)) ? [] : [{ type: 'support', on }];
}

function describeText(transaction: Y.Transaction, field: DocumentText): readonly RecordChange[] {
  const text = textOf(transaction.doc, field);
  const texts = { old: textBefore(transaction, text), new: text.toString() };
  if (texts.old === texts.new) return [];
  const isKept = Math.max(texts.old.length, texts.new.length) <= keptTextLength;
  return [{ type: 'text', field, texts: isKept ? texts : undefined }];
}

function valuesBefore(transaction: Y.Transaction, map: Y.Map<unknown>): ReadableMap {
  const values = new Map<string, unknown>();
  for (const key of itemsByKey(map).keys()) {
    const value = valueBefore(transaction, map, key);
    if (value !== undefined) values.set(key, value);
  }
  return values;
}

/** Of the values ever written under a key the last one counts; what this update wrote stands further right. */
function valueBefore(transaction: Y.Transaction, map: Y.Map<unknown>, key: string): unknown {
  let item: Y.Item | null = itemsByKey(map).get(key) ?? null;
  while (item !== null && isNew(transaction, item)) item = item.left;
  return item !== null && stoodBefore(transaction, item)
    ? item.content.getContent().at(-1)
    : undefined;
}

function textBefore(transaction: Y.Transaction, text: Y.Text): string {
  let before = '';
  for (let item = firstItemOf(text); item !== null; item = item.right) {
    const { content } = item;
    if (content instanceof Y.ContentString && stoodBefore(transaction, item)) before += content.str;
  }
  return before;
}

// Yjs shows what stands, not what stood: that takes a look at the items behind.
// oxlint-disable-next-line no-underscore-dangle -- as above
const itemsByKey = (map: Y.Map<unknown>): ReadonlyMap<string, Y.Item> => map._map;
// oxlint-disable-next-line no-underscore-dangle -- as above
const firstItemOf = (text: Y.Text): Y.Item | null => text._start;

const isNew = (transaction: Y.Transaction, { id }: Y.Item): boolean =>
  id.clock >= (transaction.beforeState.get(id.client) ?? 0);

const stoodBefore = (transaction: Y.Transaction, item: Y.Item): boolean =>
  !isNew(transaction, item) && (!item.deleted || Y.isDeleted(transaction.deleteSet, item.id));

const isOn = (stored: unknown): boolean =>
  (stored as { readonly on?: unknown } | null | undefined)?.on === true;

const textOfValue = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
