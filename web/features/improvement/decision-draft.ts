/** A decision while it is being written: what is in the fields, what is missing, and the request it makes. */
import type { CommandRequest, CommandType, Ruling } from '../../../shared/process/commands.ts';
import type { TextKey } from '../../i18n/translate.ts';
import { reasonOf } from './decision-words.ts';

export type Draft = {
  readonly reason: string;
  readonly reviewOn: string;
  readonly of: string;
  readonly ruling: Ruling | '';
};

export type DraftField = keyof Draft;

export const draftWith = (reason: string): Draft => ({
  reason,
  reviewOn: '',
  of: '',
  ruling: '',
});

/** The first thing that is missing, and the sentence that says so. */
export function findMissing(
  type: CommandType,
  draft: Draft,
): { readonly field: DraftField; readonly text: TextKey } | undefined {
  if (type === 'ruleEscalation' && draft.ruling === '') {
    return { field: 'ruling', text: 'decide.rulingMissing' };
  }
  if (type === 'markDuplicate' && draft.of === '') {
    return { field: 'of', text: 'decide.originalMissing' };
  }
  if (reasonOf(type) === 'needed' && draft.reason.trim() === '') {
    return { field: 'reason', text: 'decide.reasonMissing' };
  }
  if (type === 'hold' && draft.reviewOn === '') {
    return { field: 'reviewOn', text: 'decide.reviewOnMissing' };
  }
  return undefined;
}

/** undefined while something is missing. */
export function requestOf(type: CommandType, draft: Draft): CommandRequest | undefined {
  if (findMissing(type, draft) !== undefined) return undefined;
  const reason = draft.reason.trim();
  const maySay = reason === '' ? {} : { reason };
  switch (type) {
    case 'approve':
    case 'withdraw':
    case 'acknowledge':
      return { type, ...maySay };
    case 'decline':
    case 'escalate':
    case 'reopen':
    case 'askReopen':
    case 'refuseReopen':
    case 'purge':
      return { type, reason };
    case 'hold':
      return { type, reason, reviewOn: draft.reviewOn };
    case 'resume':
    case 'unmarkDuplicate':
      return { type };
    case 'markDuplicate':
      return { type, of: draft.of };
    case 'ruleEscalation':
      return draft.ruling === '' ? undefined : { type, ruling: draft.ruling, reason };
    // These have sheets of their own.
    case 'confirmVerdict':
    case 'freezeTarget':
    case 'share':
    case 'unshare':
      return undefined;
  }
}
