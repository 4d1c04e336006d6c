/** In Me: the reviews that are due of what this person is close to, the longest overdue first. */
import { pathToPage } from '../../page-paths.ts';
import { useWords } from '../environment.ts';
import { ReviewList } from './review-list.tsx';
import { useReviews } from './use-reviews.ts';
import './reviews-due.css';

const shownAtMost = 5;

/** Nothing for whoever has none. */
export function ReviewsDue() {
  const { t } = useWords();
  const due = useReviews('mine')?.due ?? [];
  if (due.length === 0) return null;
  return (
    <div>
      <ReviewList title={t('reviews.dueOfMine')} reviews={due.slice(0, shownAtMost)} isDue />
      {due.length > shownAtMost && (
        <a class="reviews-due__all" href={`${pathToPage.reviews}?of=mine`}>
          {t('reviews.allDue', { count: due.length })}
        </a>
      )}
    </div>
  );
}
