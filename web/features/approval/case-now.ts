/** What an open record would be approved for as it stands, and what has changed since it was. */
import type { CasePart } from '../../../shared/domain/case-parts.ts';
import {
  type ApprovalTerms,
  changesSinceApproval,
  type CaseNow,
  frozenOf,
} from '../../../shared/process/approval.ts';
import { likelyCostOf } from '../../../shared/process/business-case.ts';
import type { FrozenCase } from '../../../shared/process/commands.ts';
import type { ImprovementState } from '../../services/improvement.ts';

function caseNow({ fields, sets, items }: ImprovementState): CaseNow {
  const { cost, route, currency, fundingAsked } = fields;
  return {
    cost: cost.value,
    affectedItems: sets.affectedItems,
    objectives: sets.objectives,
    ...(route.value !== '' && { route: route.value }),
    ...likelyCostOf(items('figures').map(({ values }) => values)),
    ...(currency.value !== '' && { currency: currency.value }),
    ...(fundingAsked.value !== '' && { fundingAsked: fundingAsked.value }),
  };
}

export const frozenNow = (state: ImprovementState, terms: ApprovalTerms): FrozenCase =>
  frozenOf(caseNow(state), state.decisions, terms);

/** Nothing for a record that was never approved, or whose life has ended. */
export function changedParts(state: ImprovementState): readonly CasePart[] {
  const { decisions } = state;
  if (decisions.approval === undefined || decisions.end !== undefined) return [];
  return changesSinceApproval(caseNow(state), decisions);
}
