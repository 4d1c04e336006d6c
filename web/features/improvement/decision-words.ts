/** What a step is called on a screen, and which steps make sense for a record as it stands. */
import { asksReopen } from '../../../shared/process/facts.ts';
import type { Step } from '../../../shared/process/stages.ts';
import type { CommandType } from '../../../shared/process/commands.ts';
import type { TextKey } from '../../i18n/translate.ts';
import type { StorageFailure } from '../../services.ts';
import type { DecideFailure, ImprovementState } from '../../services/improvement.ts';
import { changedParts } from '../approval/case-now.ts';
import { useWords } from '../environment.ts';
import { storageFailureText } from '../failure-text.ts';

export const stepKey = (step: Step): string => `${step.by} ${step.to}`;

export function useStepName(): (step: Step) => string {
  const { t } = useWords();
  return ({ by, to }) =>
    by === 'register' ? t(`step.${to as RegisterTarget}`) : t(`command.${by}`);
}

type RegisterTarget = 'idea' | 'assessing' | 'approved' | 'planned' | 'inProgress' | 'reviewing';

/** Targets are frozen where they are told, not here. */
export function isOffered({ by }: Step, state: ImprovementState): boolean {
  const { decisions } = state;
  switch (by) {
    case 'approve':
      return decisions.approval === undefined || changedParts(state).length > 0;
    case 'freezeTarget':
      return false;
    case 'escalate':
      return decisions.escalation === undefined;
    case 'ruleEscalation':
      return decisions.escalation !== undefined;
    case 'acknowledge':
      return decisions.acknowledged === undefined;
    case 'askReopen':
      return decisions.reopenAsked === undefined;
    case 'refuseReopen':
      return asksReopen(decisions);
    default:
      return true;
  }
}

/** Commands that need a reason; others may have one, or take none. */
export const reasonOf = (type: CommandType): 'needed' | 'welcome' | 'none' => reasons[type];

const reasons: { readonly [T in CommandType]: 'needed' | 'welcome' | 'none' } = {
  acknowledge: 'none',
  approve: 'welcome',
  decline: 'needed',
  escalate: 'needed',
  ruleEscalation: 'needed',
  markDuplicate: 'none',
  unmarkDuplicate: 'none',
  reopen: 'needed',
  askReopen: 'needed',
  refuseReopen: 'needed',
  withdraw: 'welcome',
  hold: 'needed',
  resume: 'none',
  confirmVerdict: 'welcome',
  freezeTarget: 'none',
  share: 'none',
  unshare: 'none',
  purge: 'needed',
};

/** Why nothing was asked for, as a sentence that says what to do. */
export function decideFailureText(failure: DecideFailure): TextKey {
  switch (failure) {
    case 'notJoined':
    case 'pending':
      return `decideFailed.${failure}`;
    case 'stale':
    case 'notAllowed':
    case 'notPossible':
    case 'gone':
      return `refused.${failure}`;
    default:
      return storageFailureText(failure satisfies StorageFailure);
  }
}

/** Why the server did not take it. */
export function refusedText(code: string): TextKey {
  switch (code) {
    case 'stale':
    case 'notAllowed':
    case 'notPossible':
    case 'gone':
      return `refused.${code}`;
    default:
      return 'refused.other';
  }
}
