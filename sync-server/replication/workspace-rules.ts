/** Who may write what into the workspace's own document: the rules for it, as change-rules.ts has them for records. */
import {
  collectionLimits,
  type WorkspaceCollection,
  workspaceCollectionNames,
} from '../../shared/domain/collections.ts';
import { limits } from '../../shared/domain/improvement.ts';
import { type WorkspaceText, workspaceTexts } from '../../shared/domain/workspace.ts';
import { readAllItems } from '../../shared/document/collections.ts';
import type { DocumentChange, WrittenEntry } from '../../shared/document/read-change.ts';
import type { ReadableDocument } from '../../shared/document/readable-document.ts';
import { parseRegisterKey } from '../../shared/document/registers.ts';
import { roots, textRoot } from '../../shared/document/schema.ts';
import { isWorkspaceField, isWorkspaceValue } from '../../shared/document/workspace-document.ts';
import { may } from '../../shared/process/permissions.ts';
import { roundOf } from '../../shared/process/pulse.ts';
import { workspaceVerb, type WorkspaceVerb } from '../../shared/process/workspace-verbs.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import type { Writer } from './admission.ts';
import {
  badValue,
  foreignKey,
  isOwnScore,
  isReplaced,
  judgeItem,
  judgeScore,
  judgeValue,
} from './change-rules.ts';

/** Why the change may not stay; undefined when it may. */
export const judgeWorkspaceChange = (
  change: DocumentChange,
  writer: Writer,
  after: ReadableDocument,
): Refusal | undefined =>
  first(change.written, (written) => judgeWritten(written, writer)) ??
  first(change.deleted, (entry) => judgeDeleted(entry, change, writer)) ??
  first([...change.written, ...change.deleted], (entry) => judgeVerb(entry, writer)) ??
  findTooLong(change, after);

type Place = Pick<WrittenEntry, 'root' | 'key'>;

function judgeWritten({ root, key, content }: WrittenEntry, author: Writer): Refusal | undefined {
  if (textsByRoot.has(root)) {
    return key === null && (content.type === 'text' || content.type === 'erased')
      ? undefined
      : badValue(root, 'takes plain text only');
  }
  if (key === null || content.type === 'text') return badValue(root, 'takes keyed values only');
  const value = content.type === 'value' ? content : undefined;
  if (root === roots.scores) {
    return judgeScore(key, value, author, (criterion) => roundOf(criterion) !== undefined);
  }
  const collection = collectionOf(root);
  if (collection !== undefined) return judgeItem(collection, key, value, author);
  const field = parseRegisterKey(key)?.field ?? '';
  return root === roots.registers && isWorkspaceField(field)
    ? judgeValue(key, value, author, (written) => isWorkspaceValue(field, written))
    : badValue(root === roots.registers ? key : root, 'is not part of a workspace');
}

function judgeDeleted(
  { root, key }: Place,
  change: DocumentChange,
  writer: Writer,
): Refusal | undefined {
  if (key === null) return undefined;
  if (root === roots.scores) {
    return isOwnScore(key, writer) ? undefined : foreignKey(key, 'its own answer');
  }
  return isReplaced(change, root, key)
    ? undefined
    : foreignKey(key, 'its own value in place of another');
}

function judgeVerb(place: Place, { who }: Writer): Refusal | undefined {
  const verb = verbOf(place);
  return verb === undefined || may(who, verb)
    ? undefined
    : refusal('notAllowed', `The author may not do this here: ${verb}.`, verb);
}

/** undefined: of no part of the document; what is written there was refused before. */
function verbOf({ root, key }: Place): WorkspaceVerb | undefined {
  const field = parseRegisterKey(key ?? '')?.field ?? '';
  if (root === roots.registers) return isWorkspaceField(field) ? workspaceVerb(field) : undefined;
  if (root === roots.scores) return 'comment';
  const place = textsByRoot.get(root) ?? collectionOf(root);
  return place && workspaceVerb(place);
}

function findTooLong({ written }: DocumentChange, after: ReadableDocument): Refusal | undefined {
  for (const root of new Set(written.map((entry) => entry.root))) {
    const isLongText = textsByRoot.has(root) && after.getText(root).length > limits.textLength;
    if (isLongText) return badValue(root, `is longer than ${limits.textLength} characters`);
    const collection = collectionOf(root);
    if (collection === undefined) continue;
    if (readAllItems(after, collection).length > collectionLimits.entries) {
      return badValue(root, `has more than ${collectionLimits.entries} entries`);
    }
  }
  return undefined;
}

const textsByRoot: ReadonlyMap<string, WorkspaceText> = new Map(
  workspaceTexts.map((text) => [textRoot(text), text]),
);

const collectionOf = (root: string): WorkspaceCollection | undefined =>
  workspaceCollectionNames.find((name) => name === root);

function first<T>(
  entries: readonly T[],
  judge: (entry: T) => Refusal | undefined,
): Refusal | undefined {
  for (const entry of entries) {
    const broken = judge(entry);
    if (broken !== undefined) return broken;
  }
  return undefined;
}
