/** Whether an author may do what an update does: every changed key is a verb, and the table of permissions says who may. */
import type { SetField, Someone } from '../../shared/domain/improvement.ts';
import { setFields, textFields } from '../../shared/domain/record-fields.ts';
import type { DocumentChange, WrittenEntry } from '../../shared/document/read-change.ts';
import { parseItemPath } from '../../shared/document/collections.ts';
import { parseRegisterKey } from '../../shared/document/registers.ts';
import { roots, setRoot, textRoot } from '../../shared/document/schema.ts';
import { parseScoreKey } from '../../shared/document/scores.ts';
import { may, maySee, type Relation, type Verb } from '../../shared/process/permissions.ts';
import { isPulse } from '../../shared/process/pulse.ts';
import { type RecordStanding, relationTo } from '../../shared/process/relations.ts';
import { verbOfTask } from '../../shared/process/task-fields.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import type { Writer } from './admission.ts';

/** `record`: as it was before the update; undefined for one that begins with it. */
export function findForbidden(
  change: DocumentChange,
  writer: Writer,
  record: RecordStanding | undefined,
): Refusal | undefined {
  const { written, deleted } = change;
  const relation = relationOf(change, writer, record);
  if (!maySee(writer.who, relation)) return forbidden('readRegister');
  const verbs = new Set<Verb>(record === undefined ? ['capture'] : []);
  for (const entry of written) verbs.add(verbOf(entry));
  // A register's value goes only where another takes its place, and that one is judged.
  for (const { root, key } of deleted) {
    if (root !== roots.registers) verbs.add(verbOf({ root, key }));
  }
  for (const verb of verbs) if (!may(writer.who, verb, relation)) return forbidden(verb);
  return undefined;
}

/**
 * Whoever says that a record is theirs is its author from that update on. Usually that is the update it begins
 * with; a server that comes back from a backup may be given another person's edit of the record before it.
 */
function relationOf(
  { written }: DocumentChange,
  writer: Writer,
  record: RecordStanding | undefined,
): Relation {
  const isMe = (someone: Someone) =>
    someone === writer.person || (writer.actors as readonly string[]).includes(someone);
  const begins =
    record === undefined ||
    (record.createdBy === '' && written.some(({ root }) => root === roots.scalars));
  const before: RecordStanding = record ?? { createdBy: '', owner: '', stage: 'idea' };
  const standing = begins ? { ...before, createdBy: writer.actor } : before;
  return relationTo(standing, { ...writer, isMe });
}

/** What writing under a root means. Whatever is no root of a record was refused before. */
function verbOf({ root, key }: Pick<WrittenEntry, 'root' | 'key'>): Verb {
  const path = parseRegisterKey(key ?? '')?.field ?? '';
  if (root === roots.registers) return verbByField.get(path) ?? 'editRecord';
  // Whoever may talk about a record may say how satisfied they are with it.
  if (root === roots.scores && isPulse(parseScoreKey(key ?? '')?.criterion ?? '')) return 'comment';
  if (root === 'tasks') return verbOfTask(parseItemPath('tasks', path)?.field);
  return verbByRoot.get(root) ?? 'editRecord';
}

/** Whoever may talk about a record may follow it. */
const verbOfSet = (field: SetField): Verb => (field === 'watchers' ? 'comment' : 'editRecord');

const verbByRoot: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  [roots.scalars, 'capture'],
  [roots.votes, 'vote'],
  [roots.comments, 'comment'],
  [roots.scores, 'score'],
  [roots.reached, 'moveStage'],
  ...textFields.map((field): [string, Verb] => [textRoot(field), 'editRecord']),
  ['coachings', 'coach'],
  ...setFields.map((field): [string, Verb] => [setRoot(field), verbOfSet(field)]),
]);

const verbByField: ReadonlyMap<string, Verb> = new Map([
  ['owner', 'assign'],
  ['stage', 'moveStage'],
  ['visibility', 'setVisibility'],
  ['visibleTeam', 'setVisibility'],
  ['waitingForRequester', 'askBack'],
  ['fundingGranted', 'decideApproval'],
  ['fundedOn', 'decideApproval'],
  ['fundingSource', 'decideApproval'],
]);

const forbidden = (verb: Verb): Refusal =>
  refusal('notAllowed', `The author may not do this here: ${verb}.`, verb);
