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
  readonly visibleTeam?: string | undefined;
  /** Persons, and organisations for all their people; absent = nobody. */
  readonly sharedWith?: readonly string[] | undefined;
};

/** Who asks. */
export type Asker = {
  /** Of any of a person's devices, and of the person. */
  readonly isMe: (someone: Someone) => boolean;
  /** Affected items of which they are the product owner; absent = none. */
  readonly ownedItems?: readonly string[];
  /** Teams and organisations; absent = none. */
  readonly belongsTo?: readonly string[];
};

export const relationTo = (
  {
    createdBy,
    owner,
    stage,
    affectedItems = [],
    visibility = 'workspace',
    visibleTeam = '',
    sharedWith = [],
  }: RecordStanding,
  { isMe, ownedItems = [], belongsTo = [] }: Asker,
): Relation => ({
  ...stranger,
  isAuthor: createdBy !== '' && isMe(createdBy),
  isOwner: owner !== '' && isMe(owner),
  isProductOwner: affectedItems.some((item) => ownedItems.includes(item)),
  isSharedWith: sharedWith.some((id) => isMe(id as Someone) || belongsTo.includes(id)),
  isIdea: stage === 'idea',
  visibility,
  isInTeam: visibility === 'team' && belongsTo.includes(visibleTeam),
});
