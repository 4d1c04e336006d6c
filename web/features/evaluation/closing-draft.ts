/** A closing while it is being written: what is missing in it, and the request that it makes. */
import type { Verdict } from '../../../shared/domain/verdicts.ts';
import type { CommandRequest, Unexpected } from '../../../shared/process/commands.ts';
import type { ProposedVerdict } from '../../../shared/process/verdict.ts';
import type { TextKey } from '../../i18n/translate.ts';
import { parseAmount } from '../business-case/amounts.ts';

export type ClosingDraft = {
  readonly verdict: Verdict | '';
  readonly reason: string;
  /** As typed; an empty line is left out. */
  readonly unexpected: readonly Unexpected[];
  readonly cost: string;
  readonly benefit: string;
  readonly days: string;
};

export type ClosingProblem = {
  readonly field: 'verdict' | 'reason' | 'cost' | 'benefit' | 'days';
  readonly text: TextKey;
};

type ClosingRequest = Extract<CommandRequest, { readonly type: 'confirmVerdict' }>;

/** A verdict other than the proposed one is explained, and so is one that nothing was measured for. */
export const isReasonNeeded = (verdict: Verdict | '', { verdict: proposed }: ProposedVerdict) =>
  verdict === 'notMeasurable' || (verdict !== '' && verdict !== proposed);

export function closingRequest(
  draft: ClosingDraft,
  proposed: ProposedVerdict,
): ClosingRequest | ClosingProblem {
  const { verdict } = draft;
  const reason = draft.reason.trim();
  const [cost, benefit] = [parseAmount(draft.cost), parseAmount(draft.benefit)];
  const days = draft.days.trim();
  if (verdict === '') return { field: 'verdict', text: 'decide.verdictMissing' };
  if (reason === '' && isReasonNeeded(verdict, proposed)) {
    return { field: 'reason', text: 'closing.reasonMissing' };
  }
  if (cost === undefined) return { field: 'cost', text: 'closing.amountProblem' };
  if (benefit === undefined) return { field: 'benefit', text: 'closing.amountProblem' };
  if (!/^\d{0,5}$/.test(days)) return { field: 'days', text: 'closing.daysProblem' };
  const unexpected = draft.unexpected
    .map(({ text, magnitude }) => ({ text: text.trim(), magnitude }))
    .filter(({ text }) => text !== '');
  return {
    type: 'confirmVerdict',
    verdict,
    proposed: proposed.verdict,
    ...(reason !== '' && { reason }),
    ...meansOf(proposed),
    ...(unexpected.length > 0 && { unexpected }),
    ...(cost !== '' && { actualCost: Number(cost) }),
    ...(benefit !== '' && { actualBenefit: Number(benefit) }),
    ...(days !== '' && { actualDays: Number(days) }),
  };
}

function meansOf(proposed: ProposedVerdict): Pick<ClosingRequest, 'was' | 'came'> {
  if (proposed.type !== 'measured') return {};
  const { limits, came } = proposed.figures;
  return { was: limits.centre, came };
}
