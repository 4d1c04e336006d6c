/** Comments of a record: written once, by one hand each. Total: nonsense is passed over. */
import { type Hlc, isHlc } from '../domain/hlc.ts';
import { type ActorId, type CommentId, isUuid, type PersonId } from '../domain/ids.ts';
import { limits } from '../domain/improvement.ts';
import type { ReadableDocument } from './readable-document.ts';
import { roots } from './schema.ts';

/** As it stands under its id in the document. */
export type StoredComment = {
  readonly text: string;
  readonly by: ActorId;
  readonly hlc: Hlc;
  /** Whom it names, each as `@Name` in the text; left out where nobody is. */
  readonly mentions?: readonly PersonId[];
  /** Said as thanks to those named. */
  readonly thanks?: true;
};

export type Comment = StoredComment & { readonly id: CommentId };

/** Oldest first, by when they were written; the same order on every replica. */
export function readComments(doc: ReadableDocument): readonly Comment[] {
  const comments: Comment[] = [];
  doc.getMap(roots.comments).forEach((stored, id) => {
    if (isUuid(id) && isStoredComment(stored)) comments.push({ ...stored, id: id as CommentId });
  });
  return comments.sort((a, b) => compare(a.hlc, b.hlc) || compare(a.id, b.id));
}

/** True when `value` may stand as a comment; admission refuses what fails it, reading passes it over. */
export function isStoredComment(value: unknown): value is StoredComment {
  if (typeof value !== 'object' || value === null) return false;
  const { text, by, hlc, mentions, thanks } = value as {
    readonly [K in keyof StoredComment]?: unknown;
  };
  return (
    typeof text === 'string' &&
    text.trim() !== '' &&
    text.length <= limits.commentLength &&
    typeof by === 'string' &&
    typeof hlc === 'string' &&
    isHlc(hlc) &&
    (mentions === undefined || areMentions(mentions)) &&
    (thanks === undefined || thanks === true)
  );
}

const areMentions = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= limits.mentions &&
  value.every((person) => typeof person === 'string' && isUuid(person));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
