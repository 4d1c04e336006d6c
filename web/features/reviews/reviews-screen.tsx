/** What is to be looked at: reviews that are due, showcases, criteria, and what is asked of this person. */
import { useState } from 'preact/hooks';
import { formatQuery } from '../../projection/query-address.ts';
import { everything } from '../../projection/register-query.ts';
import { pathTo } from '../../routes.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../environment.ts';
import { ReviewNotice } from '../practice/review-notice.tsx';
import { useRanked } from '../prioritise/use-ranked.ts';
import { ListPage } from '../shell/list-page.tsx';
import { AskedSection } from './asked-section.tsx';
import { ReviewList } from './review-list.tsx';
import { RoundsSection } from './rounds-section.tsx';
import { useAskedPulses } from './use-asked-pulses.ts';
import { useReviews, type Whose } from './use-reviews.ts';
import { useRound } from './use-round.ts';

const withoutLesson = { ...everything, marks: ['withoutLesson'] } as const;

/** As the way here asked for. */
const whoseAtFirst = (): Whose =>
  new URLSearchParams(location.search).get('of') === 'mine' ? 'mine' : 'all';

export function ReviewsScreen() {
  const { t } = useWords();
  const [whose, setWhose] = useState<Whose>(whoseAtFirst);
  const reviews = useReviews(whose);
  const silent = useRanked(withoutLesson, 0);
  const asked = useAskedPulses();
  const round = useRound();
  const { due, ahead } = reviews ?? { due: [], ahead: [] };
  const isQuiet =
    due.length + ahead.length + asked.length === 0 && (round === undefined || round.isAnswered);
  return (
    <ListPage
      title={t('reviews.title')}
      lead={t('reviews.lead')}
      actions={
        <Segments
          label={t('reviews.whose')}
          labelHidden
          options={(['all', 'mine'] as const).map((value) => ({
            value,
            label: t(`reviews.${value}`),
          }))}
          value={whose}
          onChoose={setWhose}
        />
      }
    >
      <ReviewNotice />
      <AskedSection records={asked} round={round} />
      {reviews !== undefined && isQuiet && (
        <EmptyState title={t('reviews.empty')} hint={t('reviews.emptyHint')} role="status" />
      )}
      <ReviewList title={t('reviews.due')} reviews={due} isDue />
      <ReviewList title={t('reviews.ahead')} reviews={ahead} isDue={false} />
      {silent !== undefined && silent.total > 0 && (
        <Notice tone="calm" icon="redo" text={t('reviews.withoutLesson', { count: silent.total })}>
          <ButtonLink href={pathTo.registerWith(formatQuery(withoutLesson))}>
            {t('reviews.show')}
          </ButtonLink>
        </Notice>
      )}
      <RoundsSection />
    </ListPage>
  );
}
