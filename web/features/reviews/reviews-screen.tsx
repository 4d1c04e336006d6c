/** What is to be looked at: reviews that are due, showcases, criteria, and what is asked of this person. */
import { useState } from 'preact/hooks';
import type { Someone } from '../../../shared/domain/improvement.ts';
import { reviewsOf, splitByDay } from '../../../shared/process/due-reviews.ts';
import { formatQuery } from '../../projection/query-address.ts';
import { everything } from '../../projection/register-query.ts';
import { pathTo } from '../../routes.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { isMe } from '../improvement-words.ts';
import { localDay } from '../local-day.ts';
import { ReviewNotice } from '../practice/review-notice.tsx';
import { useRanked } from '../prioritise/use-ranked.ts';
import { ListPage } from '../shell/list-page.tsx';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { AskedSection } from './asked-section.tsx';
import { ReviewList } from './review-list.tsx';
import { RoundsSection } from './rounds-section.tsx';
import { useAskedPulses } from './use-asked-pulses.ts';
import { useRound } from './use-round.ts';

const toReview = { ...everything, marks: ['review'] } as const;
const withoutLesson = { ...everything, marks: ['withoutLesson'] } as const;
/** More than anybody reviews; the newest of them. */
const mostRecords = 1_000;

export function ReviewsScreen() {
  const { t } = useWords();
  const [whose, setWhose] = useState<'all' | 'mine'>('all');
  const isClose = useIsClose();
  const found = useRanked(toReview, mostRecords);
  const silent = useRanked(withoutLesson, 0);
  const asked = useAskedPulses();
  const round = useRound();
  const today = localDay(useNow());
  const rows = (found?.rows ?? []).filter((row) => whose === 'all' || isClose(row));
  const { due, ahead } = splitByDay(reviewsOf(rows, localDay), today);
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
      {found !== undefined && isQuiet && (
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
