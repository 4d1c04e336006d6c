/** Who may write what into a measure: the rules for it, as change-rules.ts has them for records. */
import {
  collectionLimits,
  type MeasureCollection,
  measureCollectionNames,
} from '../../shared/domain/collections.ts';
import { isUuid } from '../../shared/domain/ids.ts';
import type { Someone } from '../../shared/domain/improvement.ts';
import { readingLimits } from '../../shared/domain/measure.ts';
import { readAllItems } from '../../shared/document/collections.ts';
import { isMeasureField, isMeasureValue } from '../../shared/document/measure-document.ts';
import type { DocumentChange, WrittenEntry } from '../../shared/document/read-change.ts';
import { readCreation } from '../../shared/document/read-document.ts';
import { isStoredReading } from '../../shared/document/read-readings.ts';
import type { ReadableDocument } from '../../shared/document/readable-document.ts';
import { parseRegisterKey, readRegister } from '../../shared/document/registers.ts';
import { roots } from '../../shared/document/schema.ts';
import { type MeasureStanding, relationToMeasure } from '../../shared/process/measure-relation.ts';
import { may, type Verb } from '../../shared/process/permissions.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import type { Writer } from './admission.ts';
import {
  badValue,
  foreignKey,
  isReplaced,
  judgeItem,
  judgeScalar,
  judgeValue,
} from './change-rules.ts';

export const measureStandingOf = (doc: ReadableDocument): MeasureStanding => ({
  createdBy: readCreation(doc).by,
  takenBy: takenByIn(doc),
});

function takenByIn(doc: ReadableDocument): Someone | '' {
  const [first] = readRegister(doc.getMap(roots.registers), 'takenBy');
  return typeof first?.value === 'string' ? (first.value as Someone) : '';
}

type JudgedMeasure = {
  /** undefined when the measure begins with the update. */
  readonly before: MeasureStanding | undefined;
  readonly after: ReadableDocument;
};

/** Why the change may not stay; undefined when it may. */
export function judgeMeasureChange(
  change: DocumentChange,
  writer: Writer,
  { before, after }: JudgedMeasure,
): Refusal | undefined {
  for (const written of change.written) {
    const broken = judgeWritten(written, writer);
    if (broken !== undefined) return broken;
  }
  for (const { root, key } of change.deleted) {
    if (key === null) return badValue(root, 'takes keyed values only');
    if (root === roots.scalars || root === roots.readings) return badValue(key, 'is written once');
    if (!isReplaced(change, root, key)) return foreignKey(key, 'its own value in place of another');
  }
  return findForbidden(change, writer, before) ?? findTooLong(change, after);
}

function judgeWritten(written: WrittenEntry, author: Writer): Refusal | undefined {
  const { root, key, content } = written;
  if (key === null || content.type === 'text') return badValue(root, 'takes keyed values only');
  const value = content.type === 'value' ? content : undefined;
  if (root === roots.scalars) return judgeScalar(key, value, author, written, 'measure');
  if (root === roots.readings) return judgeReading(key, value?.value, author, written.isRewrite);
  const collection = collectionOf(root);
  if (collection !== undefined) return judgeItem(collection, key, value, author);
  const field = parseRegisterKey(key)?.field ?? '';
  return root === roots.registers && isMeasureField(field)
    ? judgeValue(key, value, author, (given) => isMeasureValue(field, given))
    : badValue(root === roots.registers ? key : root, 'is not part of a measure');
}

/** Append only: a correction is an entry of its own. */
function judgeReading(
  key: string,
  stored: unknown,
  author: Writer,
  isRewrite: boolean,
): Refusal | undefined {
  if (isRewrite || stored === undefined) return badValue(key, 'is a reading, written once');
  if (!isUuid(key) || !isStoredReading(stored)) return badValue(key, 'is not a reading');
  return stored.by === author.actor ? undefined : foreignKey(key, 'readings in its own name');
}

function findForbidden(
  { written }: DocumentChange,
  { who, person, actors, actor }: Writer,
  before: MeasureStanding | undefined,
): Refusal | undefined {
  const own: ReadonlySet<string> = new Set([person, ...actors]);
  // A server that comes back from a backup may be given another's edit before the one it begins with.
  const begins =
    before === undefined ||
    (before.createdBy === '' && written.some(({ root }) => root === roots.scalars));
  const standing: MeasureStanding = {
    createdBy: begins ? actor : before.createdBy,
    takenBy: before?.takenBy ?? '',
  };
  const relation = relationToMeasure(standing, (someone) => own.has(someone));
  const verbs = new Set<Verb>(begins ? ['beginMeasure'] : []);
  for (const { root } of written)
    verbs.add(root === roots.readings ? 'takeReading' : 'editMeasure');
  for (const verb of verbs) {
    if (!may(who, verb, relation)) {
      return refusal('notAllowed', `The author may not do this here: ${verb}.`, verb);
    }
  }
  return undefined;
}

function findTooLong({ written }: DocumentChange, after: ReadableDocument): Refusal | undefined {
  const touched = new Set(written.map(({ root }) => root));
  const collection = measureCollectionNames.find(
    (name) => touched.has(name) && readAllItems(after, name).length > collectionLimits.entries,
  );
  if (collection !== undefined) {
    return badValue(collection, `has more than ${collectionLimits.entries} entries`);
  }
  let entries = 0;
  if (touched.has(roots.readings)) after.getMap(roots.readings).forEach(() => entries++);
  return entries > readingLimits.entries
    ? badValue(roots.readings, `are more than ${readingLimits.entries}`)
    : undefined;
}

const collectionOf = (root: string): MeasureCollection | undefined =>
  measureCollectionNames.find((name) => name === root);
