/** The life of a record as data: one line for each permitted step. Decisions, the server and the screen read it alike. */
import type { Stage } from '../domain/improvement.ts';
import type { CommandType } from './commands.ts';
import { may, type Relation, type Verb, type Who } from './permissions.ts';

/** Stages in which work goes on or may go on. */
const openStages = [
  'idea',
  'assessing',
  'approved',
  'planned',
  'inProgress',
  'reviewing',
] as const satisfies readonly Stage[];

const early = ['idea', 'assessing'] as const satisfies readonly Stage[];
const underWay = ['approved', 'planned', 'inProgress', 'reviewing'] as const;
const ended = ['closed', 'declined', 'duplicate', 'withdrawn'] as const satisfies readonly Stage[];
const unfinished = [...openStages, 'onHold'] as const satisfies readonly Stage[];

export type StepBy =
  /** Written into the stage register by whoever may move the record; merges like any field. */
  | 'register'
  /** Asked of the server, which writes a fact. */
  | CommandType;

export type Step = {
  readonly from: readonly Stage[];
  /** `back`: to where the record would stand without the fact that the step takes away. */
  readonly to: Stage | 'back' | 'same';
  readonly by: StepBy;
  /** Any one of them is enough. */
  readonly verbs: readonly Verb[];
  readonly reason: 'needed' | 'welcome' | 'none';
};

/** The order is the order in which a screen offers them. */
export const steps: readonly Step[] = [
  step('idea', 'assessing', 'register', 'moveStage', 'none'),
  step('assessing', 'idea', 'register', 'moveStage', 'none'),
  step(early, 'approved', 'approve', 'decideApproval', 'welcome'),
  step('approved', 'planned', 'register', 'moveStage', 'none'),
  step('planned', 'inProgress', 'register', 'moveStage', 'none'),
  step('inProgress', 'reviewing', 'register', 'moveStage', 'none'),
  step('reviewing', 'closed', 'confirmVerdict', 'confirmVerdict', 'welcome'),
  // Stages need not be passed in a line: going back, and leaping ahead, is normal.
  step('planned', 'approved', 'register', 'moveStage', 'none'),
  step(['approved', 'reviewing'], 'inProgress', 'register', 'moveStage', 'none'),
  step('inProgress', 'planned', 'register', 'moveStage', 'none'),
  // Of what was changed since it was approved.
  step(underWay, 'same', 'approve', 'decideApproval', 'welcome'),
  step('onHold', 'back', 'resume', 'moveStage', 'none'),
  step(openStages, 'onHold', 'hold', 'moveStage', 'needed'),
  step([...early, 'onHold'], 'declined', 'decline', ['triage', 'decideApproval'], 'needed'),
  step(underWay, 'declined', 'decline', 'decideApproval', 'needed'),
  step(unfinished, 'duplicate', 'markDuplicate', 'mergeDuplicates', 'none'),
  step('duplicate', 'back', 'unmarkDuplicate', 'mergeDuplicates', 'none'),
  step(unfinished, 'withdrawn', 'withdraw', 'withdraw', 'welcome'),
  step(['declined', 'withdrawn'], 'back', 'reopen', ['triage', 'decideApproval'], 'needed'),
  step('closed', 'back', 'reopen', ['decideApproval', 'confirmVerdict'], 'needed'),
  step(underWay, 'back', 'reopen', 'decideApproval', 'needed'),
  step(ended, 'same', 'askReopen', 'askReopen', 'needed'),
  step(ended, 'same', 'refuseReopen', ['triage', 'decideApproval', 'confirmVerdict'], 'needed'),
  step(unfinished, 'same', 'escalate', ['dispute', 'decideApproval'], 'needed'),
  step(unfinished, 'same', 'ruleEscalation', 'ruleEscalation', 'needed'),
  step(unfinished, 'same', 'acknowledge', 'triage', 'welcome'),
  step(openStages, 'same', 'freezeTarget', ['decideApproval', 'moveStage'], 'none'),
];

/** The steps from a stage, whoever may take them. */
export const stepsFrom = (stage: Stage): readonly Step[] =>
  steps.filter(({ from }) => from.includes(stage));

/** The steps that somebody may take from a stage. */
export const stepsFor = (stage: Stage, who: Who, relation: Relation): readonly Step[] =>
  stepsFrom(stage).filter(({ verbs }) => verbs.some((verb) => may(who, verb, relation)));

function step(
  from: Stage | readonly Stage[],
  to: Step['to'],
  by: StepBy,
  verbs: Verb | readonly Verb[],
  reason: Step['reason'],
): Step {
  return {
    from: typeof from === 'string' ? [from] : from,
    to,
    by,
    verbs: typeof verbs === 'string' ? [verbs] : verbs,
    reason,
  };
}
