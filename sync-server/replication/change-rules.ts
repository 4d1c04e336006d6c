/** Who may write what into a record: the rules that every update is held against, root by root. */
import { isHlc } from '../../shared/domain/hlc.ts';
import { limits, type SetField } from '../../shared/domain/improvement.ts';
import { setFields, textFields } from '../../shared/domain/record-fields.ts';
import {
  collectionLimits,
  type CollectionName,
  recordCollectionNames,
} from '../../shared/domain/collections.ts';
import { parseItemPath, readAllItems } from '../../shared/document/collections.ts';
import { isFieldValue, isSetEntry } from '../../shared/document/field-values.ts';
import { isItemValue } from '../../shared/document/item-values.ts';
import { isStoredComment } from '../../shared/document/read-comments.ts';
import { isUuid } from '../../shared/domain/ids.ts';
import { isReachedEntry } from '../../shared/document/reached-stages.ts';
import { isRegisterField } from '../../shared/document/read-document.ts';
import type { ReadableDocument } from '../../shared/document/readable-document.ts';
import { parseRegisterKey } from '../../shared/document/registers.ts';
import { roots, setRoot, textRoot } from '../../shared/document/schema.ts';
import { isStoredScore, parseScoreKey } from '../../shared/document/scores.ts';
import { isPulse, isPulseValue, roundOf } from '../../shared/process/pulse.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import type { Writer } from './admission.ts';
import type {
  DeletedEntry,
  DocumentChange,
  WrittenEntry,
} from '../../shared/document/read-change.ts';

/** The first rule that the change breaks; undefined when it keeps them all. */
export function findBrokenRule(change: DocumentChange, author: Writer): Refusal | undefined {
  for (const written of change.written) {
    const broken = judgeWritten(written, author);
    if (broken !== undefined) return broken;
  }
  for (const deleted of change.deleted) {
    const broken = judgeDeleted(deleted, change, author);
    if (broken !== undefined) return broken;
  }
  return undefined;
}

/** A list that this update or those before it made too long. */
export function findLongList(
  { written }: DocumentChange,
  document: ReadableDocument,
): Refusal | undefined {
  const collection = recordCollectionNames.find(
    (name) =>
      written.some(({ root }) => root === name) &&
      readAllItems(document, name).length > collectionLimits.entries,
  );
  return collection === undefined
    ? undefined
    : refusal(
        'badValue',
        `${collection} has more than ${collectionLimits.entries} entries.`,
        collection,
      );
}

/** A text that this update or those before it made too long. */
export function findLongText(document: ReadableDocument): Refusal | undefined {
  const field = textFields.find(
    (name) => document.getText(textRoot(name)).length > limits.textLength,
  );
  return field === undefined
    ? undefined
    : refusal('badValue', `${field} is longer than ${limits.textLength} characters.`, field);
}

function judgeWritten(written: WrittenEntry, author: Writer): Refusal | undefined {
  const { root, key, content } = written;
  if (textRoots.has(root)) {
    return key === null && (content.type === 'text' || content.type === 'erased')
      ? undefined
      : badValue(root, 'takes plain text only');
  }
  if (key === null || content.type === 'text') return badValue(root, 'takes keyed values only');
  const value = content.type === 'value' ? content : undefined;
  if (root === roots.registers) return judgeRegister(key, value, author);
  if (root === roots.scalars) return judgeScalar(key, value, author, written, 'improvement');
  if (root === roots.votes) return judgeVote(key, value, author);
  if (root === roots.comments) return judgeComment(key, value, author, written.isRewrite);
  if (root === roots.scores) {
    return judgeScore(key, value, author, (criterion) => roundOf(criterion) === undefined);
  }
  if (root === roots.reached) return judgeReached(key, value);
  const set = setsByRoot.get(root);
  if (set !== undefined) return judgeSetEntry(set, key, value);
  const collection = recordCollectionNames.find((name) => name === root);
  if (collection !== undefined) return judgeItem(collection, key, value, author);
  return badValue(root, 'is not part of a record');
}

type Value = { readonly value: unknown } | undefined;

function judgeRegister(key: string, stored: Value, author: Writer): Refusal | undefined {
  const field = parseRegisterKey(key)?.field;
  return field === undefined || !isRegisterField(field)
    ? badValue(key, 'is not a field of a record')
    : judgeValue(key, stored, author, (value) => isFieldValue(field, value));
}

export function judgeItem(
  collection: CollectionName,
  key: string,
  stored: Value,
  author: Writer,
): Refusal | undefined {
  const place = parseItemPath(collection, parseRegisterKey(key)?.field ?? '');
  return place === undefined
    ? badValue(key, `is not a field of ${collection}`)
    : judgeValue(key, stored, author, (value) => isItemValue(collection, place.field, value));
}

/** Of a register whose field is known. */
export function judgeValue(
  key: string,
  stored: Value,
  author: Writer,
  isValid: (value: unknown) => boolean,
): Refusal | undefined {
  if (parseRegisterKey(key)?.device !== author.device) {
    return foreignKey(key, 'a field on its own device');
  }
  if (stored === undefined) return undefined;
  const { v, hlc, by } = partsOf(stored.value);
  if (!isStamp(hlc) || !isValid(v)) {
    return badValue(key, 'has a value that its field does not allow');
  }
  return by === author.actor ? undefined : foreignKey(key, 'in its own name');
}

export function judgeScore(
  key: string,
  stored: Value,
  author: Writer,
  isOfDocument: (criterion: string) => boolean,
): Refusal | undefined {
  const place = parseScoreKey(key);
  if (place === undefined || !isOfDocument(place.criterion)) return badValue(key, 'is not a score');
  if (!isOwnScore(key, author)) return foreignKey(key, 'its own score');
  if (stored === undefined) return undefined;
  if (!isStoredScore(stored.value)) return badValue(key, 'is not a score');
  const { v } = stored.value;
  return v === null || !isPulse(place.criterion) || isPulseValue(v)
    ? undefined
    : badValue(key, 'is no answer to the question');
}

/** A person has one score for each criterion, and may change it on any of their devices. */
export function isOwnScore(key: string, { actors }: Writer): boolean {
  const by = parseScoreKey(key)?.by;
  return by !== undefined && actors.includes(by);
}

/** `kind`: what the document says of itself. */
export function judgeScalar(
  key: string,
  stored: Value,
  author: Writer,
  { isRewrite }: Pick<WrittenEntry, 'isRewrite'>,
  kind: string,
): Refusal | undefined {
  const isValid = key === 'type' ? (value: unknown) => value === kind : scalars.get(key);
  if (isValid === undefined) return badValue(key, 'is not part of a record');
  if (isRewrite || stored === undefined) return badValue(key, 'is written once');
  if (!isValid(stored.value)) return badValue(key, 'has a value that is not valid');
  return key === 'createdBy' && stored.value !== author.actor
    ? foreignKey(key, 'in its own name')
    : undefined;
}

function judgeVote(key: string, stored: Value, author: Writer): Refusal | undefined {
  if (!isOwnVote(key, author)) return foreignKey(key, 'its own vote');
  return stored === undefined || isSwitch(stored.value)
    ? undefined
    : badValue(key, 'is not a vote');
}

/** Append only: what was said stays said; an answer to it is a comment of its own. */
function judgeComment(
  key: string,
  stored: Value,
  author: Writer,
  isRewrite: boolean,
): Refusal | undefined {
  if (isRewrite || stored === undefined) return badValue(key, 'is a comment, written once');
  if (!isUuid(key) || !isStoredComment(stored.value)) return badValue(key, 'is not a comment');
  return stored.value.by === author.actor ? undefined : foreignKey(key, 'comments in its own name');
}

/** Whoever may move a record says when; erased is what a step back took away again. */
const judgeReached = (key: string, stored: Value): Refusal | undefined =>
  isReachedEntry(key, stored === undefined ? 1 : stored.value)
    ? undefined
    : badValue(key, 'is not when a stage was reached');

/** A person has one vote, and may take it back on any of their devices. */
const isOwnVote = (key: string, { actors }: Writer): boolean =>
  (actors as readonly string[]).includes(key);

function judgeSetEntry(field: SetField, key: string, stored: Value): Refusal | undefined {
  if (!isSetEntry(field, key)) return badValue(field, 'does not take this entry');
  return stored === undefined || isSwitch(stored.value)
    ? undefined
    : badValue(field, 'has an entry that is not valid');
}

/** Deleting what is there counts as writing it; a value that somebody set goes only for one's own. */
function judgeDeleted(
  { root, key }: DeletedEntry,
  change: DocumentChange,
  author: Writer,
): Refusal | undefined {
  if (key === null || root === roots.reached || setsByRoot.has(root)) return undefined;
  if (root === roots.scalars || root === roots.comments) return badValue(key, 'is written once');
  if (root === roots.votes) {
    return isOwnVote(key, author) ? undefined : foreignKey(key, 'its own vote');
  }
  if (root === roots.scores) {
    return isOwnScore(key, author) ? undefined : foreignKey(key, 'its own score');
  }
  return isReplaced(change, root, key)
    ? undefined
    : foreignKey(key, 'its own value in place of another');
}

/** Another value of the same register takes the place of what was deleted. */
export function isReplaced({ written }: DocumentChange, root: string, key: string): boolean {
  const field = parseRegisterKey(key)?.field;
  return written.some(
    (entry) =>
      entry.root === root && entry.key !== null && parseRegisterKey(entry.key)?.field === field,
  );
}

const textRoots: ReadonlySet<string> = new Set(textFields.map(textRoot));
const setsByRoot: ReadonlyMap<string, SetField> = new Map(
  setFields.map((field) => [setRoot(field), field]),
);

const scalars: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['schema', (value: unknown) => Number.isSafeInteger(value) && Number(value) > 0],
  ['createdAt', (value: unknown) => Number.isFinite(value) && Number(value) >= 0],
  ['createdBy', (value: unknown) => typeof value === 'string'],
]);

/** Whether something is on, and since when: a vote, a tag. */
function isSwitch(value: unknown): boolean {
  const { on, hlc } = partsOf(value);
  return typeof on === 'boolean' && isStamp(hlc);
}

const isStamp = (hlc: unknown): boolean => typeof hlc === 'string' && isHlc(hlc);

const partsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

export const badValue = (what: string, why: string): Refusal =>
  refusal('badValue', `${what} ${why}.`, what);

export const foreignKey = (key: string, what: string): Refusal =>
  refusal('foreignKey', `${key}: a device may write ${what} only.`, key);
