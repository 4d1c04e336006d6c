/** Decides on a command: pure, the same on the device (to offer and to foretell) and on the server (which alone counts). */
import type { Stage } from '../domain/improvement.ts';
import { err, ok, type Result } from '../result.ts';
import type { ApprovalStanding } from './approval.ts';
import type { CommandRequest, CommandType } from './commands.ts';
import { asksReopen, type Decisions } from './facts.ts';
import { may, type Relation, type Verb, type Who } from './permissions.ts';
import { steps, stepsFrom } from './stages.ts';

export type DecisionState = {
  readonly stage: Stage;
  readonly decisions: Decisions;
  /** Something that asks for a new approval was changed since the last one; left out = nothing. */
  readonly isChanged?: boolean;
};

export type DecisionContext = {
  readonly who: Who;
  readonly relation: Relation;
  /** The command was decided upon the record as it stands. */
  readonly isCurrent: boolean;
  /** With `approve` and `decline`; left out: there is no rule, and they have not approved it. */
  readonly approval?: ApprovalStanding | undefined;
  /** With `markDuplicate`: the record named by `of`. `self`: the same one; `duplicate`: itself one of another. */
  readonly original?: 'there' | 'missing' | 'self' | 'duplicate' | undefined;
};

export type DecisionRefusal = {
  /** `stale`: the record was decided on, or changed in what counts, meanwhile. */
  readonly code: 'stale' | 'notAllowed' | 'notPossible';
  /** English, for logs and plain clients. */
  readonly message: string;
};

/** What was said becomes a fact; `purge` deletes the record instead. */
export type Decision = { readonly type: 'fact' } | { readonly type: 'purge' };

/** Who may is looked at first, so that a refusal tells nobody more than they may know. */
export function decide(
  state: DecisionState,
  command: CommandRequest,
  context: DecisionContext,
): Result<Decision, DecisionRefusal> {
  const offered = stepsFrom(state.stage).filter(({ by }) => by === command.type);
  const verbs = offered.flatMap((step) => step.verbs);
  const isPossible = offered.length > 0 || besides[command.type] !== undefined;
  const mayAsk = offered.length > 0 ? verbs : verbsAnywhere(command.type);
  if (!mayAsk.some((verb) => isGiven(verb, command.type, context))) {
    return refuse('notAllowed', `Your role does not allow ${command.type} here.`);
  }
  if (!context.isCurrent) {
    return refuse('stale', 'The record was decided on, or changed in what counts, meanwhile.');
  }
  if (!isPossible) {
    return refuse('notPossible', `A record in stage ${state.stage} does not take ${command.type}.`);
  }
  const obstacle = findObstacle(state, command, context);
  if (obstacle !== undefined) return refuse('notPossible', obstacle);
  return ok({ type: command.type === 'purge' ? 'purge' : 'fact' });
}

/** Where a rule names those who approve, other approvers neither approve nor refuse. */
function isGiven(verb: Verb, type: CommandType, { who, relation, approval }: DecisionContext) {
  const isByRule = verb === 'decideApproval' && (type === 'approve' || type === 'decline');
  return may(who, verb, relation) && !(isByRule && approval?.isNamed === false);
}

/** Possible in every stage. */
const besides: { readonly [T in CommandType]?: Verb } = {
  share: 'shareRecord',
  unshare: 'shareRecord',
  purge: 'purge',
};

/** Where the stage offers a command to nobody, whoever could take it elsewhere hears why it is not possible. */
function verbsAnywhere(type: CommandType): readonly Verb[] {
  const verb = besides[type];
  if (verb !== undefined) return [verb];
  return steps.filter(({ by }) => by === type).flatMap((step) => step.verbs);
}

function findObstacle(
  { decisions, isChanged = false }: DecisionState,
  command: CommandRequest,
  { original = 'missing', approval }: DecisionContext,
): string | undefined {
  const { escalation, acknowledged, sharedWith } = decisions;
  switch (command.type) {
    case 'approve':
      if (approval?.hasGiven === true) return 'You have approved it; others are still to do so.';
      return decisions.approval === undefined || isChanged ? undefined : 'It is approved as it is.';
    case 'freezeTarget':
      return command.baseline === command.target ? 'The target is the baseline.' : undefined;
    case 'markDuplicate':
      return originalProblems[original];
    case 'ruleEscalation':
      return escalation === undefined ? 'Nobody has escalated it.' : undefined;
    case 'escalate':
      return escalation === undefined ? undefined : 'It is escalated already.';
    case 'acknowledge':
      return acknowledged === undefined ? undefined : 'It is acknowledged already.';
    case 'askReopen':
      return decisions.reopenAsked === undefined ? undefined : 'It was asked for once already.';
    case 'refuseReopen':
      return asksReopen(decisions) ? undefined : 'Nobody asks for it.';
    case 'share':
      return sharedWith.includes(command.person) ? 'It is shared already.' : undefined;
    case 'unshare':
      return sharedWith.includes(command.person) ? undefined : 'It is not shared.';
    case 'confirmVerdict': {
      const { verdict, proposed = verdict, reason } = command;
      if (reason !== undefined) return undefined;
      if (verdict === 'notMeasurable') return 'What can’t be measured needs a reason.';
      return verdict === proposed
        ? undefined
        : 'A verdict other than the proposed one needs a reason.';
    }
    default:
      return undefined;
  }
}

const originalProblems = {
  there: undefined,
  missing: 'The other record is not there.',
  self: 'A record is no duplicate of itself.',
  duplicate: 'The other record is a duplicate itself: name the one that it is of.',
} as const;

const refuse = (code: DecisionRefusal['code'], message: string) => err({ code, message });
