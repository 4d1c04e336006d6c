/** What somebody is to a record: read off the record itself, for permissions. */
import type { Someone, Stage, Visibility } from '../domain/improvement.ts';
import { type Relation, stranger } from './permissions.ts';

/** What of a record says so. */
export type RecordStanding = {
  readonly createdBy: Someone | '';
  readonly owner: Someone | '';
  readonly stage: Stage;
  /** Absent = workspace. */
  readonly visibility?: Visibility | undefined;
  /** Persons; absent = nobody. */
  readonly sharedWith?: readonly string[] | undefined;
};

/** `isMe`: of any of a person's devices, and of the person. */
export const relationTo = (
  { createdBy, owner, stage, visibility, sharedWith = [] }: RecordStanding,
  isMe: (someone: Someone) => boolean,
): Relation => ({
  ...stranger,
  isAuthor: createdBy !== '' && isMe(createdBy),
  isOwner: owner !== '' && isMe(owner),
  isSharedWith: sharedWith.some((person) => isMe(person as Someone)),
  isIdea: stage === 'idea',
  isPrivate: visibility === 'private',
});
