/** The fixed answers that some fields of a record take. */

/** How it is done: as daily business by one's own tasks, or handed over to a project or change. */
export const deliveryRoutes = ['bau', 'project'] as const;
export type DeliveryRoute = (typeof deliveryRoutes)[number];

/** Where an idea came from. */
export const sources = [
  'person',
  'workshop',
  'feedback',
  'problem',
  'risk',
  'performance',
  'incident',
  'serviceReview',
  'audit',
  'survey',
  'satisfaction',
  'serviceDesk',
  'supplier',
  'import',
] as const;
export type Source = (typeof sources)[number];

/** What an improvement may make better. */
export const impactAreas = ['time', 'cost', 'experience', 'risk', 'culture', 'compliance'] as const;
export type ImpactArea = (typeof impactAreas)[number];

/** The prompts of a well-formed proposal, in the order in which they are offered; none has to be answered. */
export const promptFields = [
  'askedProblem',
  'askedValue',
  'askedScope',
  'askedStakeholders',
  'askedConstraints',
  'askedSuccess',
] as const;
export type PromptField = (typeof promptFields)[number];

/** How a record is worked at in a rhythm: towards a target condition, or in quick loops; or neither. */
export const routines = ['kata', 'ooda'] as const;
export type Routine = (typeof routines)[number];

/** The texts of a kata's storyboard, in the order in which they are told. */
export const kataFields = ['kataProcess', 'kataChallenge', 'kataTarget', 'kataCurrent'] as const;

/** The cells of the lean canvas of an improvement, in the order in which they are told. */
export const canvasFields = [
  'canvasProblem',
  'canvasProposal',
  'canvasMetrics',
  'canvasValue',
  'canvasAdvantage',
  'canvasSegments',
  'canvasChannels',
  'canvasCosts',
  'canvasBenefits',
] as const;
