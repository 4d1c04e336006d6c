/** Turns a change into Yjs edits. The one place that writes into a record that is there, besides text editors. */
import type * as Y from 'yjs';
import { nextHlc } from '../domain/hlc.ts';
import type { FieldValue, RegisterField, SetField, WorkStage } from '../domain/improvement.ts';
import type { ActorId, CommentId } from '../domain/ids.ts';
import { type ItemToWrite, writeItem } from './collections.ts';
import type { StoredComment } from './read-comments.ts';
import { noteReached } from './reached-stages.ts';
import { readSupporters } from './read-document.ts';
import { type Author, writeRegister } from './registers.ts';
import { writeScore } from './scores.ts';
import { commentsOf, registersOf, setOf, votesOf } from './schema.ts';

export type ImprovementChange =
  | {
      readonly type: 'setField';
      readonly field: RegisterField;
      readonly value: FieldValue[RegisterField];
    }
  | {
      readonly type: 'setEntry';
      readonly field: SetField;
      readonly entry: string;
      readonly on: boolean;
    }
  | { readonly type: 'support'; readonly on: boolean }
  | ({ readonly type: 'setItem' } & ItemToWrite)
  /** null takes it back. */
  | { readonly type: 'score'; readonly criterion: string; readonly value: number | null };

export function writeChange(
  doc: Y.Doc,
  change: ImprovementChange,
  author: Author,
  origin?: unknown,
): void {
  doc.transact(() => {
    switch (change.type) {
      case 'setField':
        writeRegister(registersOf(doc), change.field, change.value, author);
        if (change.field === 'stage') noteReached(doc, change.value as WorkStage, author);
        return;
      case 'setEntry':
        writeEntry(setOf(doc, change.field), change.entry, change.on, author);
        return;
      case 'support':
        writeVote(doc, change.on, author);
        return;
      case 'setItem':
        writeItem(doc, change, author);
        return;
      case 'score':
        writeScore(doc, change.criterion, change.value, author);
    }
  }, origin);
}

export type NewComment = {
  readonly id: CommentId;
  readonly text: string;
  readonly mentions?: StoredComment['mentions'] | undefined;
  /** Said as thanks to those named. */
  readonly isThanks?: boolean;
};

/** Adds a comment under a new id. `text` is not blank and within `limits.commentLength`. */
export function writeComment(
  doc: Y.Doc,
  { id, text, mentions = [], isThanks = false }: NewComment,
  author: Author,
): void {
  doc.transact(() =>
    commentsOf(doc).set(id, {
      text,
      by: author.actor,
      hlc: nextHlc(author),
      ...(mentions.length > 0 && { mentions }),
      ...(isThanks && { thanks: true }),
    } satisfies StoredComment),
  );
}

/** Those of the author's person that stand: one, or more where devices voted while apart. */
export const ownVotes = (doc: Y.Doc, { actor, isOwn }: Author): readonly ActorId[] =>
  readSupporters(doc).filter((by) => by === actor || isOwn?.(by) === true);

/** A person has one vote: it is not given twice, and is taken back wherever they gave it. */
function writeVote(doc: Y.Doc, on: boolean, author: Author): void {
  const elsewhere = ownVotes(doc, author).filter((actor) => actor !== author.actor);
  if (on && elsewhere.length > 0) return;
  for (const actor of [...elsewhere, author.actor]) writeEntry(votesOf(doc), actor, on, author);
}

function writeEntry(map: Y.Map<unknown>, entry: string, on: boolean, author: Author): void {
  map.set(entry, { on, hlc: nextHlc(author) });
}
