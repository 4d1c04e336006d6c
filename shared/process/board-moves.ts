/** A record moved to a column of the board: the step of the stages' own table that leads there. */
import type { Stage, WorkStage } from '../domain/improvement.ts';
import { type Decisions, stageOf } from './facts.ts';
import { type Step, stepsFrom } from './stages.ts';

export type BoardMove =
  | { readonly type: 'stays' }
  | { readonly type: 'step'; readonly step: Step }
  /** There is a step, but not for this person. */
  | { readonly type: 'notAllowed' }
  /** `instead`: where it can go from here. */
  | { readonly type: 'noStep'; readonly instead: readonly Stage[] };

export type Moved = {
  readonly stage: Stage;
  readonly workStage: WorkStage;
  readonly decisions: Decisions;
  /** Those that the person may take. */
  readonly steps: readonly Step[];
};

export function findMove(moved: Moved, to: Stage): BoardMove {
  if (moved.stage === to) return { type: 'stays' };
  const leads = (step: Step) => targetOf(step, moved) === to;
  const step = moved.steps.find(leads);
  if (step !== undefined) return { type: 'step', step };
  if (stepsFrom(moved.stage).some(leads)) return { type: 'notAllowed' };
  return { type: 'noStep', instead: reachable(moved) };
}

/** Every stage that some step of the person's leads to, in the order of the table. */
export const reachable = (moved: Moved): readonly Stage[] => [
  ...new Set(moved.steps.flatMap((step) => targetOf(step, moved) ?? [])),
];

/** undefined: the record stays where it is. */
function targetOf({ to, by }: Step, { workStage, decisions }: Moved): Stage | undefined {
  if (to === 'same') return undefined;
  if (to !== 'back') return to;
  const { end, ...open } = decisions;
  switch (by) {
    case 'resume':
      return stageOf(workStage, { ...decisions, hold: undefined });
    case 'reopen':
      return stageOf(
        workStage,
        end === undefined ? { ...decisions, approval: undefined } : { ...open, end: undefined },
      );
    default:
      return stageOf(workStage, { ...open, end: undefined });
  }
}
