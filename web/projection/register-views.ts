/** The views that every register has: queries with a name. */
import { everything, type RegisterQuery, unfinishedStages } from './register-query.ts';

/** A record is ageing when nobody has changed it for so many days. */
const ageingDays = 30;

const views = {
  all: {},
  mine: { owner: 'me' },
  openIdeas: { stages: ['idea', 'assessing'] },
  needsTriage: { waitsFor: 'triage', sort: 'age' },
  unanswered: { stages: ['idea', 'assessing'], marks: ['unanswered'], sort: 'age' },
  needsDecision: { waitsFor: 'decision' },
  needsMyScore: { assessment: 'mine', sort: 'age' },
  contested: { stages: unfinishedStages, assessment: 'contested', sort: 'rank' },
  quickWins: { stages: unfinishedStages, marks: ['quickWin'] },
  approvedNotFunded: { marks: ['unfunded'] },
  changedSinceApproval: { marks: ['changed'] },
  conflicts: { marks: ['conflicts'] },
  ageing: {
    stages: unfinishedStages,
    updated: { type: 'before', days: ageingDays },
    sort: 'updated',
    direction: 'asc',
  },
  withoutObjective: { objectives: ['none'], stages: unfinishedStages },
  withoutOwner: { owner: 'nobody', stages: unfinishedStages },
  onThisDevice: { where: 'device' },
} as const satisfies Readonly<Record<string, Partial<RegisterQuery>>>;

export type BuiltInView = keyof typeof views;

export const builtInViews = Object.keys(views) as readonly BuiltInView[];

/** undefined: there is no such view. */
export function builtInView(name: BuiltInView): RegisterQuery;
export function builtInView(name: string): RegisterQuery | undefined;
export function builtInView(name: string): RegisterQuery | undefined {
  return Object.hasOwn(views, name) ? { ...everything, ...views[name as BuiltInView] } : undefined;
}
