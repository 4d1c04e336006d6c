/** The names of a record's fields: apart from what a field is, because the first screens need none of them. */
import { canvasFields, kataFields, promptFields } from './record-values.ts';

/** Fields of which one value is right at a time; two set while apart are a conflict that a person resolves. */
export const registerFields = [
  'title',
  'urgency',
  'cost',
  'owner',
  'stage',
  'visibility',
  'visibleTeam',
  'value',
  'effort',
  'timescale',
  'dueOn',
  'route',
  'source',
  'requesterName',
  'sponsor',
  'team',
  'site',
  'supplier',
  'waitingForRequester',
  'changesUse',
  'affectsConsumers',
  'currency',
  'fundingAsked',
  'peopleAsked',
  'budgetHolder',
  'fundingGranted',
  'fundedOn',
  'fundingSource',
  'blocked',
  'routine',
  'kataAchieveBy',
] as const;

/** Texts that several people write at once; they merge by character. */
export const textFields = [
  'description',
  'valueForProvider',
  'valueForConsumer',
  ...promptFields,
  'currentState',
  ...canvasFields,
  'costOfNotActing',
  'asIs',
  'toBe',
  'planApproach',
  'definitionOfDone',
  'newSkills',
  ...kataFields,
] as const;

/** Sets whose entries come and go each on its own. */
export const setFields = [
  'tags',
  'affectedItems',
  'impactAreas',
  /** Persons. */
  'stakeholders',
  /** Persons, or actors that have not joined. */
  'watchers',
  /** To other records, as in links.ts. */
  'links',
  /** Ids of objectives of the workspace, also of such as were taken out since. */
  'objectives',
] as const;
