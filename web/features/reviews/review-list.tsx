/** Reviews with their days: what is looked at, in which record, since when it waits. */
import { useState } from 'preact/hooks';
import type { DueReview } from '../../../shared/process/due-reviews.ts';
import { pathTo } from '../../routes.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { numberOf } from '../improvement-words.ts';
import { useDayText } from '../items/day-control.tsx';
import './review-list.css';

export type ListedReview = DueReview<ListedImprovement>;

type ReviewListProps = {
  readonly title: string;
  readonly reviews: readonly ListedReview[];
  readonly isDue: boolean;
};

const signs: { readonly [W in ListedReview['what']]: IconName } = {
  result: 'check',
  showcase: 'eye',
  criterion: 'target',
  hold: 'history',
  end: 'history',
};

/** Where in a record a review is written down. */
const chapters: { readonly [W in ListedReview['what']]: string } = {
  result: 'story-6',
  showcase: 'story-5',
  criterion: 'story-3',
  hold: '',
  end: 'story-5',
};

const shownAtFirst = 50;

/** Nothing where there are none. */
export function ReviewList({ title, reviews, isDue }: ReviewListProps) {
  const { t } = useWords();
  const dayText = useDayText();
  const [shown, setShown] = useState(shownAtFirst);
  if (reviews.length === 0) return null;
  return (
    <Section title={title}>
      <ul>
        {reviews.slice(0, shown).map(({ row, what, on, title: named }) => {
          const place = chapters[what];
          return (
            <li key={`${row.id} ${what} ${on} ${named}`} data-testid="review">
              <a
                class="review-list__review"
                href={`${pathTo.improvement(row.id)}${place === '' ? '' : `?at=${place}`}`}
              >
                <Icon name={signs[what]} />
                <span class="review-list__words">
                  <span>
                    {named === '' ? t(`reviews.${what}`) : `${t(`reviews.${what}`)}: ${named}`}
                  </span>
                  <span class="review-list__record">
                    <span class="figures">{numberOf(row)}</span> {row.title}
                  </span>
                </span>
                <span class={`review-list__day figures ${isDue ? 'review-list__day--due' : ''}`}>
                  {what === 'result' ? t('reviews.since', { day: dayText(on) }) : dayText(on)}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
      {reviews.length > shown && (
        <div class="review-list__more">
          <Button onClick={() => setShown(shown + shownAtFirst)}>{t('lessons.more')}</Button>
        </div>
      )}
    </Section>
  );
}
