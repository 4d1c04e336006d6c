/** Everything that an update's change is held against: what a record may hold, and what its author may do. */
import type { DocumentChange, WrittenEntry } from '../../shared/document/read-change.ts';
import { readSupporters } from '../../shared/document/read-document.ts';
import type { ReadableDocument } from '../../shared/document/readable-document.ts';
import { roots } from '../../shared/document/schema.ts';
import type { RecordStanding } from '../../shared/process/relations.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import type { Writer } from './admission.ts';
import { findBrokenRule, findLongList, findLongText } from './change-rules.ts';
import { findForbidden } from './verb-rules.ts';

export type JudgedRecord = {
  /** undefined when the record begins with the update. */
  readonly before: RecordStanding | undefined;
  readonly after: ReadableDocument;
};

/** Why the change may not stay; undefined when it may. */
export const judgeChange = (
  change: DocumentChange,
  writer: Writer,
  { before, after }: JudgedRecord,
): Refusal | undefined =>
  findBrokenRule(change, writer) ??
  findForbidden(change, writer, before) ??
  findSecondVote(change, writer, after) ??
  findLongText(after) ??
  findLongList(change, after);

/** Votes are kept by device; of one person's, one may stand. */
function findSecondVote(
  { written }: DocumentChange,
  { actors }: Writer,
  document: ReadableDocument,
): Refusal | undefined {
  if (!written.some(({ root, content }) => root === roots.votes && isOn(content))) return undefined;
  const own = readSupporters(document).filter((actor) => actors.includes(actor));
  if (own.length <= 1) return undefined;
  // Given on two devices that were apart it was meant once, and is there.
  const isVoteAlone = written.every(({ root }) => root === roots.votes);
  const code = isVoteAlone ? 'doneAlready' : 'notAllowed';
  return refusal(code, 'A person has one vote, which stands already.', 'vote');
}

const isOn = (content: WrittenEntry['content']): boolean =>
  content.type === 'value' && (content.value as { readonly on?: unknown }).on === true;
