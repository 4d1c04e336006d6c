/** A submission on its way through a batch, with what is known of it before anybody looks inside. */
import type { RefusalCode } from '../../shared/protocol/refusals.ts';
import { wireLimits } from '../../shared/protocol/version.ts';
import type { Inspection } from '../store/store.ts';
import type { ItemVerdict, UpdateRefusal } from './admission.ts';
import type { Submission } from './commit-batch.ts';

/** `answer` is set by what is known already or by admission. */
export type Entry = {
  readonly submission: Submission;
  readonly document: Inspection['document'];
  readonly isUnknown: boolean;
  answer: ItemVerdict | NonNullable<Inspection['known']> | { readonly type: 'gone' } | undefined;
};

export function openEntry(
  submission: Submission,
  inspection: Inspection | undefined,
  { isRemoved, isDone }: { readonly isRemoved: boolean; readonly isDone: boolean },
): Entry {
  const document = inspection?.document;
  const gone = inspection?.isGone === true ? ({ type: 'gone' } as const) : undefined;
  const before = inspection?.known;
  // Who was no member then may be one again.
  const isReinstated = before?.type === 'refused' && before.code === 'revoked' && !isRemoved;
  const isOfferedAgain = before?.type === 'refused' && submission.isOfferedAgain === true;
  const known = isReinstated || isOfferedAgain ? undefined : before;
  const answer =
    gone ?? known ?? refuseUnjudged(submission, document?.epoch ?? 0, { isRemoved, isDone });
  return { submission, document, isUnknown: inspection?.isUnknown ?? true, answer };
}

/** What needs no look inside the update to be refused. */
function refuseUnjudged(
  submission: Submission,
  epoch: number,
  { isRemoved, isDone }: { readonly isRemoved: boolean; readonly isDone: boolean },
): UpdateRefusal | undefined {
  const { docEpoch, parts } = submission;
  const refuse = (code: RefusalCode, message: string): UpdateRefusal => ({
    type: 'refused',
    code,
    message,
    joined: undefined,
    ranges: [],
  });
  if (docEpoch !== undefined && docEpoch !== epoch) {
    return refuse('rebase', `The document is at epoch ${epoch}.`);
  }
  if (isRemoved) return refuse('revoked', 'Its author is no longer a member.');
  if (isDone) return refuse('doneAlready', 'Another device of its author has made it again.');
  return parts.some((part) => part.length > wireLimits.updateBytes)
    ? refuse('tooLarge', `An update has at most ${wireLimits.updateBytes} bytes.`)
    : undefined;
}
