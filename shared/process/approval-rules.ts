/**
 * Who has to approve a record, and how many of them. The rule goes by size: the cost band, which an amount from a
 * threshold on or the route may raise, never lower.
 */
import { type Level, levels } from '../domain/improvement.ts';
import type { WorkspaceItems } from '../domain/workspace.ts';
import type { FrozenCase } from './commands.ts';

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

/** What of a case says how large it is. */
export type Sized = Pick<FrozenCase, 'cost'> &
  Partial<Pick<FrozenCase, 'costAmount' | 'fundingAsked' | 'currency' | 'route'>>;

/** The rule that the workspace has for a record of that size. */
export function approvalRuleFor(
  rules: WorkspaceItems['approvalRules'],
  sized: Sized,
): ApprovalRule {
  const standing = rules.filter(({ isRemoved }) => !isRemoved).map(({ values }) => values);
  const raisers = standing.filter(isRaiser);
  for (const size of rulesTried[sizeOf(raisers, sized)]) {
    const ofSize = standing.filter((rule) => rule.size === size && !isRaiser(rule));
    if (ofSize.length === 0) continue;
    const people = [...new Set(ofSize.map(({ person }) => person).filter((id) => id !== ''))];
    const asked = Math.max(1, ...ofSize.map(({ needed }) => (needed === '' ? 1 : needed)));
    return { people, needed: people.length === 0 ? asked : Math.min(asked, people.length) };
  }
  return anyApprover;
}

type Rule = WorkspaceItems['approvalRules'][number]['values'];

/** An entry that names an amount or a route says what counts as large, and nobody who approves it. */
export const isRaiser = ({ fromAmount, route }: Rule): boolean =>
  Number(fromAmount) > 0 || Boolean(route);

/** The largest size that the cost band or a rule gives it; a band that nobody has named stays unnamed. */
export function sizeOf(raisers: readonly Rule[], sized: Sized): Level | '' {
  if (sized.cost === '') return '';
  const sizes = raisers.filter((rule) => isMet(rule, sized)).map(({ size }) => size);
  return levels.find((level) => level === sized.cost || sizes.includes(level)) ?? sized.cost;
}

/** Both, where an entry names an amount and a route. */
const isMet = (rule: Rule, sized: Sized): boolean =>
  (!rule.route || rule.route === sized.route) && reaches(rule, sized);

/**
 * The dearer of what it costs and what was asked for counts. A threshold holds for its own currency, and for
 * amounts of which nobody has said the currency.
 */
function reaches({ fromAmount, currency: of }: Rule, sized: Sized): boolean {
  const least = Number(fromAmount);
  if (!(least > 0)) return true;
  const { currency = '', costAmount, fundingAsked = '' } = sized;
  if (of && currency !== '' && of !== currency) return false;
  return Math.max(costAmount ?? 0, Number(fundingAsked)) >= least;
}
