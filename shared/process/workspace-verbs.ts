/** What writing a place of the workspace's document means: read by screens and by admission alike. */
import type { WorkspaceCollection } from '../domain/collections.ts';
import type { WorkspaceField, WorkspaceText } from '../domain/workspace.ts';
import type { Verb } from './permissions.ts';

type Place = WorkspaceField | WorkspaceText | WorkspaceCollection;
export type WorkspaceVerb = Extract<
  Verb,
  /** How satisfied somebody is is said by whoever may talk about records. */
  'configureRegister' | 'editPractice' | 'comment'
>;

const table: { readonly [P in Place]: WorkspaceVerb } = {
  reviewEveryWeeks: 'editPractice',
  reviewedOn: 'editPractice',
  pulseEveryMonths: 'editPractice',
  vision: 'editPractice',
  guidelines: 'editPractice',
  objectives: 'editPractice',
  principles: 'editPractice',
  adoption: 'editPractice',
  scoringMethod: 'configureRegister',
  contestedAt: 'configureRegister',
  assessorsNeeded: 'configureRegister',
  answerWithinDays: 'editPractice',
  horizonMonths: 'configureRegister',
  growthPercent: 'configureRegister',
  criteria: 'configureRegister',
  catalogue: 'configureRegister',
  columns: 'configureRegister',
  approvalRules: 'configureRegister',
};

export const workspaceVerb = (place: Place): WorkspaceVerb => table[place];
