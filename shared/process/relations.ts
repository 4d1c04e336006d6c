/** What somebody is to a record: read off the record itself, for permissions. */
import type { Someone, Stage, Visibility } from '../domain/improvement.ts';
import { type Relation, stranger } from './permissions.ts';

/** What of a record says so. */
export type RecordStanding = {
  readonly createdBy: Someone | '';
  readonly owner: Someone | '';
  readonly stage: Stage;
  /** Absent = none. */
  readonly affectedItems?: readonly string[] | undefined;
  /** Absent = workspace. */
  readonly visibility?: Visibility | undefined;
  /** Persons; absent = nobody. */
  readonly sharedWith?: readonly string[] | undefined;
};

/** `isMe`: of any of a person's devices, and of the person. `ownedItems`: of which they are the product owner. */
export const relationTo = (
  { createdBy, owner, stage, affectedItems = [], visibility, sharedWith = [] }: RecordStanding,
  isMe: (someone: Someone) => boolean,
  ownedItems: readonly string[] = [],
): Relation => ({
  ...stranger,
  isAuthor: createdBy !== '' && isMe(createdBy),
  isOwner: owner !== '' && isMe(owner),
  isProductOwner: affectedItems.some((item) => ownedItems.includes(item)),
  isSharedWith: sharedWith.some((person) => isMe(person as Someone)),
  isIdea: stage === 'idea',
  isPrivate: visibility === 'private',
});
