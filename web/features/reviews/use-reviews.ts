/** Reviews that are due or come up, of all records or of those that this person is close to. */
import type { Someone } from '../../../shared/domain/improvement.ts';
import { reviewsOf, splitByDay } from '../../../shared/process/due-reviews.ts';
import { everything } from '../../projection/register-query.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { useEnvironment } from '../environment.ts';
import { isMe } from '../improvement-words.ts';
import { localDay } from '../local-day.ts';
import { useRanked } from '../prioritise/use-ranked.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import type { ListedReview } from './review-list.tsx';

export type Whose = 'all' | 'mine';

const toReview = { ...everything, marks: ['review'] } as const;
/** More than anybody reviews; the newest of them. */
const mostRecords = 500;

type Reviews = { readonly due: readonly ListedReview[]; readonly ahead: readonly ListedReview[] };

/** undefined until the first answer. */
export function useReviews(whose: Whose): Reviews | undefined {
  const isClose = useIsClose();
  const found = useRanked(toReview, mostRecords);
  const today = localDay(useNow());
  if (found === undefined) return undefined;
  const rows = found.rows.filter((row) => whose === 'all' || isClose(row));
  return splitByDay(reviewsOf(rows, localDay), today);
}

/** Whether this person had the idea, owns it, or has a stake in it. */
function useIsClose(): (row: ListedImprovement) => boolean {
  const { services } = useEnvironment();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  return ({ createdBy, owner, stakeholders = [] }) =>
    ([createdBy, owner, ...stakeholders] as readonly (Someone | '')[]).some(
      (someone) => someone !== '' && isMe(people, me, someone),
    );
}
