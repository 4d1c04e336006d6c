/** What somebody is to a measure: read off the measure itself, for permissions. */
import type { Someone } from '../domain/improvement.ts';
import { type Relation, stranger } from './permissions.ts';

export type MeasureStanding = {
  readonly createdBy: Someone | '';
  readonly takenBy: Someone | '';
};

export const relationToMeasure = (
  { createdBy, takenBy }: MeasureStanding,
  isMe: (someone: Someone) => boolean,
): Relation => ({
  ...stranger,
  isAuthor: createdBy !== '' && isMe(createdBy),
  isOwner: takenBy !== '' && isMe(takenBy),
});
