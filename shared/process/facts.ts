/** What the server has decided about a record, and where that leaves it: facts, the fold over them, the stage. */
import type { PersonId, Uid } from '../domain/ids.ts';
import type { Stage, WorkStage } from '../domain/improvement.ts';
import { isSameCase } from './approval.ts';
import type { CommandRequest, CommandType } from './commands.ts';

/** A decision as it was taken; written by the server alone, never changed. */
export type Fact<Type extends CommandType = CommandType> = {
  /** 1, 2, 3 … within its record. */
  readonly n: number;
  /** The command's. */
  readonly uid: Uid;
  readonly by: PersonId;
  /** Unix ms, the server's clock. */
  readonly at: number;
  readonly said: CommandRequest & { readonly type: Type };
};

/** Where the facts leave a record. */
export type Decisions = {
  /** The last fact that decided something: what a further decision is taken upon. */
  readonly last: { readonly n: number; readonly uid: Uid } | undefined;
  readonly approval: Fact<'approve' | 'ruleEscalation'> | undefined;
  /** Every approval that was enough stays visible; each froze what it was given for. */
  readonly approvals: readonly Fact<'approve' | 'ruleEscalation'>[];
  /** Approvals of the same case that wait for others to be enough. */
  readonly given: readonly Fact<'approve'>[];
  readonly end: Fact<EndingCommand> | undefined;
  readonly hold: Fact<'hold'> | undefined;
  /** Waits for the board's ruling. */
  readonly escalation: Fact<'escalate'> | undefined;
  readonly acknowledged: Fact<'acknowledge'> | undefined;
  /** The originator may ask once; see {@link asksReopen}. */
  readonly reopenAsked: Fact<'askReopen'> | undefined;
  readonly reopenRefused: Fact<'refuseReopen'> | undefined;
  /** Every freeze stays visible; the last one counts. */
  readonly targets: readonly Fact<'freezeTarget'>[];
  readonly sharedWith: readonly string[];
};

type EndingCommand = 'decline' | 'ruleEscalation' | 'markDuplicate' | 'withdraw' | 'confirmVerdict';

export const undecided: Decisions = {
  last: undefined,
  approval: undefined,
  approvals: [],
  given: [],
  end: undefined,
  hold: undefined,
  escalation: undefined,
  acknowledged: undefined,
  reopenAsked: undefined,
  reopenRefused: undefined,
  targets: [],
  sharedWith: [],
};

/** Total: a fact of a kind that a newer server writes is passed over. */
export function foldFacts(facts: readonly Fact[]): Decisions {
  let decisions = undecided;
  for (const fact of facts) decisions = afterFact(decisions, fact);
  return decisions;
}

export function afterFact(before: Decisions, fact: Fact): Decisions {
  const changed = { ...before, ...changeOf(before, fact) };
  // One approval of several takes nothing away from the others that are on their way.
  const isPart = changed.given.includes(fact as Fact<'approve'>);
  return isDeciding(fact.said.type) && !isPart
    ? { ...changed, last: { n: fact.n, uid: fact.uid } }
    : changed;
}

/** Told or shared besides: no decision is void because of it. */
const besides: ReadonlySet<string> = new Set([
  'acknowledge',
  'askReopen',
  'refuseReopen',
  'share',
  'unshare',
]);

export const isDeciding = (type: CommandType): boolean => !besides.has(type);

function changeOf(before: Decisions, fact: Fact): Partial<Decisions> {
  if (isFact(fact, 'acknowledge')) return { acknowledged: before.acknowledged ?? fact };
  if (isFact(fact, 'askReopen')) return { reopenAsked: before.reopenAsked ?? fact };
  if (isFact(fact, 'refuseReopen')) return { reopenRefused: fact };
  if (isFact(fact, 'approve')) return approved(before, fact);
  if (isFact(fact, 'escalate')) return { escalation: fact };
  if (isFact(fact, 'ruleEscalation')) return ruled(before, fact);
  if (isFact(fact, 'hold')) return { hold: fact };
  if (isFact(fact, 'resume')) return { hold: undefined };
  if (isFact(fact, 'freezeTarget')) return { targets: [...before.targets, fact] };
  if (isFact(fact, 'unmarkDuplicate')) return { end: undefined };
  if (isFact(fact, 'reopen')) {
    return before.end === undefined ? { approval: undefined, given: [] } : { end: undefined };
  }
  if (isFact(fact, 'share')) {
    return { sharedWith: [...without(before.sharedWith, fact.said.person), fact.said.person] };
  }
  if (isFact(fact, 'unshare')) return { sharedWith: without(before.sharedWith, fact.said.person) };
  if (isFact(fact, 'decline') || isFact(fact, 'markDuplicate')) return ended(fact);
  if (isFact(fact, 'withdraw') || isFact(fact, 'confirmVerdict')) return ended(fact);
  return {};
}

/** Enough once so many people have approved the same case; another case begins anew. */
function approved(before: Decisions, fact: Fact<'approve'>): Partial<Decisions> {
  const others = before.given.filter(
    ({ by, said }) => by !== fact.by && isSameCase(said.frozen, fact.said.frozen),
  );
  const given = [...others, fact];
  return given.length < (fact.said.needed ?? 1) ? { given } : passed(before, fact);
}

const passed = (
  { approvals }: Decisions,
  fact: Fact<'approve' | 'ruleEscalation'>,
): Partial<Decisions> => ({
  approval: fact,
  approvals: [...approvals, fact],
  given: [],
  escalation: undefined,
});

const ended = (fact: Fact<EndingCommand>): Partial<Decisions> => ({
  end: fact,
  hold: undefined,
  escalation: undefined,
  given: [],
});

function ruled(before: Decisions, fact: Fact<'ruleEscalation'>): Partial<Decisions> {
  switch (fact.said.ruling) {
    case 'approved':
      return passed(before, fact);
    case 'declined':
      return ended(fact);
    case 'returned':
      return { escalation: undefined };
  }
}

/**
 * The stage: what was decided, then what people have set. Nothing in the register makes a record approved,
 * declined or closed.
 */
export function stageOf(workStage: WorkStage, { end, hold, approval }: Decisions): Stage {
  if (end !== undefined) return endStages[end.said.type];
  if (hold !== undefined) return 'onHold';
  const isEarly = workStage === 'idea' || workStage === 'assessing';
  if (approval !== undefined) return isEarly ? 'approved' : workStage;
  return isEarly ? workStage : 'assessing';
}

const endStages = {
  decline: 'declined',
  ruleEscalation: 'declined',
  markDuplicate: 'duplicate',
  withdraw: 'withdrawn',
  confirmVerdict: 'closed',
} as const satisfies Record<EndingCommand, Stage>;

/** What is written into the stage register so that the record comes to stand at `stage`. */
export const workStageFor = (stage: Stage): WorkStage | undefined => {
  switch (stage) {
    case 'approved':
      return 'assessing';
    case 'idea':
    case 'assessing':
    case 'planned':
    case 'inProgress':
    case 'reviewing':
      return stage;
    default:
      return undefined;
  }
};

/** The originator asked to look at it again, and nobody has answered that. */
export const asksReopen = ({ end, reopenAsked, reopenRefused }: Decisions): boolean =>
  end !== undefined &&
  reopenAsked !== undefined &&
  reopenRefused === undefined &&
  reopenAsked.n > end.n;

/** Narrows a fact to what was said in it. */
export const isFact = <T extends CommandType>(fact: Fact, type: T): fact is Fact<T> =>
  fact.said.type === type;

const without = (persons: readonly string[], person: string): readonly string[] =>
  persons.filter((other) => other !== person);
