/** Refused edits that their person makes again: on one of several devices that are apart, and not on each. */
import type { Uid, WorkspaceId } from '../../shared/domain/ids.ts';
import type { AppliedAgain, Store } from '../store/store.ts';
import type { Submission } from './commit-batch.ts';
import type { Entry } from './open-entry.ts';

/** Whether another device of the same person has made all of it again, in this batch or before. */
export async function findDone(
  store: Pick<Store, 'readApplied'>,
  workspace: WorkspaceId,
  submissions: readonly Submission[],
): Promise<(submission: Submission) => boolean> {
  const again = submissions.filter(({ applies = [] }) => applies.length > 0);
  if (again.length === 0) return () => false;
  const applied = [...(await store.readApplied(workspace, again.flatMap(itemsOf)))];
  const done = new Set<Submission>();
  for (const submission of again) {
    const items = itemsOf(submission);
    const isDone = items.every(({ person, device, uid }) =>
      applied.some((one) => one.person === person && one.uid === uid && one.device !== device),
    );
    if (isDone) done.add(submission);
    else applied.push(...items);
  }
  return (submission) => done.has(submission);
}

const itemsOf = ({ author, applies = [] }: Submission): readonly AppliedAgain[] =>
  applies.map((uid: Uid) => ({ person: author.person, device: author.device, uid }));

/** What is committed now, or was before under the same uid: a room may have been faster than the push. */
export const appliedIn = ({ submission, answer }: Entry): readonly AppliedAgain[] =>
  answer?.type === 'ok' || answer?.type === 'committed' || answer?.type === 'dup'
    ? itemsOf(submission)
    : [];
