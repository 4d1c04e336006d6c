/**
 * What an approval is given for, who may give it, and what afterwards asks for a new one: a change of the target,
 * a higher cost band, an amount more than a tenth higher, other affected items, objectives or another route.
 * Typing in texts does not.
 */
import type { ImprovementRow, Level, Someone } from '../domain/improvement.ts';
import { type CasePart, caseParts } from '../domain/case-parts.ts';
import type { WorkspaceItems } from '../domain/workspace.ts';
import type { FrozenCase } from './commands.ts';
import type { Decisions } from './facts.ts';

/** An amount may grow by this share before it has to be approved again. */
const growthAllowed = 0.1;

/** What of a record an approval is about, as rows and open records have it. */
export type CaseNow = Pick<
  ImprovementRow,
  'cost' | 'affectedItems' | 'route' | 'costAmount' | 'currency' | 'fundingAsked' | 'objectives'
>;

/** The record's case in this moment, as an approval would freeze it. */
export const frozenOf = (record: CaseNow, { targets }: Pick<Decisions, 'targets'>): FrozenCase => ({
  cost: record.cost,
  costAmount: record.costAmount ?? null,
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
      return hasGrown(before.costAmount, now.costAmount);
    case 'fundingAsked':
      return hasGrown(amountOf(before.fundingAsked), amountOf(now.fundingAsked));
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
const hasGrown = (before: number | null, now: number | null): boolean =>
  now !== null && now > (before ?? 0) * (1 + growthAllowed);

const amountOf = (digits: string): number | null => (digits === '' ? null : Number(digits));

const hasAmount = ({ costAmount, fundingAsked }: FrozenCase): boolean =>
  costAmount !== null || fundingAsked !== '';

/** What asks for a new approval in an approved record; nothing where none was given, or it froze nothing. */
export function changesSinceApproval(
  record: CaseNow,
  decisions: Pick<Decisions, 'approval' | 'targets'>,
): readonly CasePart[] {
  const frozen = decisions.approval?.said.frozen;
  return frozen === undefined ? [] : changesSince(frozen, frozenOf(record, decisions));
}

export type ApprovalRule = {
  /** Who may approve; empty = every approver. */
  readonly people: readonly string[];
  /** So many of them have to. */
  readonly needed: number;
};

const anyApprover: ApprovalRule = { people: [], needed: 1 };

/** Where nobody has said how dear it is, the rule for the dearest holds: silence must not be a way around it. */
const rulesTried: { readonly [S in Level | '']: readonly Level[] } = {
  high: ['high'],
  medium: ['medium'],
  low: ['low'],
  '': ['high', 'medium', 'low'],
};

/** The rule that the workspace has for a record of that cost. */
export function approvalRuleFor(
  rules: WorkspaceItems['approvalRules'],
  cost: Level | '',
): ApprovalRule {
  const standing = rules.filter(({ isRemoved }) => !isRemoved).map(({ values }) => values);
  for (const size of rulesTried[cost]) {
    const ofSize = standing.filter((rule) => rule.size === size);
    if (ofSize.length === 0) continue;
    const people = [...new Set(ofSize.map(({ person }) => person).filter((id) => id !== ''))];
    const asked = Math.max(1, ...ofSize.map(({ needed }) => (needed === '' ? 1 : needed)));
    return { people, needed: people.length === 0 ? asked : Math.min(asked, people.length) };
  }
  return anyApprover;
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
