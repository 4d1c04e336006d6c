/**
 * What an approval is given for, who may give it, and what afterwards asks for a new one: a change of the target,
 * a higher cost band, an amount that grew by more than is allowed, other affected items, objectives or another route.
 * Typing in texts does not.
 */
import type { ImprovementRow, Level, Someone } from '../domain/improvement.ts';
import { type CasePart, caseParts } from '../domain/case-parts.ts';
import type { WorkspaceValues } from '../domain/workspace.ts';
import type { ApprovalRule } from './approval-rules.ts';
import { horizonMonths, costOver } from './business-case.ts';
import type { FrozenCase } from './commands.ts';
import type { Decisions } from './facts.ts';

/** What an organisation agrees on for approvals; a frozen case carries the terms that it was approved under. */
export type ApprovalTerms = {
  /** Over which the cost is counted. */
  readonly horizonMonths: number;
  /** An amount may grow by so much before it has to be approved again. */
  readonly growthPercent: number;
};

/** Where nobody has agreed on others. */
export const firstTerms: ApprovalTerms = { horizonMonths, growthPercent: 10 };

type AgreedTerms = { readonly [T in keyof ApprovalTerms]?: WorkspaceValues[T] | undefined };

/** The terms that hold: of a workspace, or of what was approved. */
export const termsIn = (agreed: AgreedTerms = {}): ApprovalTerms => ({
  horizonMonths: agreed.horizonMonths || firstTerms.horizonMonths,
  growthPercent:
    agreed.growthPercent === undefined || agreed.growthPercent === ''
      ? firstTerms.growthPercent
      : agreed.growthPercent,
});

/** What of a record an approval is about, as rows and open records have it. */
export type CaseNow = Pick<
  ImprovementRow,
  | 'cost'
  | 'affectedItems'
  | 'route'
  | 'costAmount'
  | 'monthlyCost'
  | 'currency'
  | 'fundingAsked'
  | 'objectives'
>;

/** The record's case in this moment, as an approval under these terms would freeze it. */
export const frozenOf = (
  record: CaseNow,
  { targets }: Pick<Decisions, 'targets'>,
  terms: ApprovalTerms,
): FrozenCase => ({
  ...terms,
  cost: record.cost,
  costAmount: costOver(record, terms.horizonMonths),
  currency: record.currency ?? '',
  fundingAsked: record.fundingAsked ?? '',
  affectedItems: [...record.affectedItems].sort(),
  objectives: [...(record.objectives ?? [])].sort(),
  route: record.route ?? '',
  target: targets.at(-1)?.n ?? 0,
});

/** The parts that ask for a new approval, where `before` was approved and `now` is the case. */
export const changesSince = (before: FrozenCase, now: FrozenCase): readonly CasePart[] =>
  caseParts.filter((part) => isChanged(part, before, now));

function isChanged(part: CasePart, before: FrozenCase, now: FrozenCase): boolean {
  switch (part) {
    case 'cost':
      return bands.indexOf(now.cost) > bands.indexOf(before.cost);
    case 'costAmount':
      return hasGrown(before.costAmount, now.costAmount, before);
    case 'fundingAsked':
      return hasGrown(amountOf(before.fundingAsked), amountOf(now.fundingAsked), before);
    case 'currency':
      return hasAmount(before) && hasAmount(now) && before.currency !== now.currency;
    case 'affectedItems':
    case 'objectives':
      return before[part].join('\n') !== now[part].join('\n');
    case 'route':
    case 'target':
      return before[part] !== now[part];
  }
}

/** From the band that nobody has named to the dearest. */
const bands: readonly (Level | '')[] = ['', 'low', 'medium', 'high'];

/** An amount that was not there when it was approved has grown, too. */
const hasGrown = (before: number | null, now: number | null, agreed: AgreedTerms): boolean =>
  now !== null && now > (before ?? 0) * (1 + termsIn(agreed).growthPercent / 100);

const amountOf = (digits: string): number | null => (digits === '' ? null : Number(digits));

const hasAmount = ({ costAmount, fundingAsked }: FrozenCase): boolean =>
  costAmount !== null || fundingAsked !== '';

/** What asks for a new approval in an approved record; nothing where none was given, or it froze nothing. */
export function changesSinceApproval(
  record: CaseNow,
  decisions: Pick<Decisions, 'approval' | 'targets'>,
): readonly CasePart[] {
  const frozen = decisions.approval?.said.frozen;
  if (frozen === undefined) return [];
  // Counted as it was then: another horizon alone makes nothing dearer.
  return changesSince(frozen, frozenOf(record, decisions, termsIn(frozen)));
}

/** What somebody is to the approval of a record. */
export type ApprovalStanding = {
  /** One of those whom the rule names. */
  readonly isNamed: boolean;
  /** They have approved the case as it is, and others are still to do so. */
  readonly hasGiven: boolean;
};

export const approvalStandingOf = (
  { people }: ApprovalRule,
  { given }: Pick<Decisions, 'given'>,
  now: FrozenCase,
  isMe: (someone: Someone) => boolean,
): ApprovalStanding => ({
  isNamed: people.length === 0 || people.some((id) => isMe(id as Someone)),
  hasGiven: given.some(({ by, said }) => isMe(by) && isSameCase(said.frozen, now)),
});

/** Whether two approvals were given for the same thing. */
export const isSameCase = (before: FrozenCase | undefined, now: FrozenCase | undefined): boolean =>
  before === undefined || now === undefined || changesSince(before, now).length === 0;
