/** The library of lessons: what was learned in every record, found by words, kind, affected item, tag and team. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type DocumentId, isUuid } from '../../../shared/domain/ids.ts';
import { pathToPage } from '../../page-paths.ts';
import { everything } from '../../projection/register-query.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useRanked } from '../prioritise/use-ranked.ts';
import { ListPage } from '../shell/list-page.tsx';
import type { PageProps } from '../shell/pages.tsx';
import { useReadable } from '../use-readable.ts';
import { LessonFilters } from './lesson-filters.tsx';
import { LessonList } from './lesson-list.tsx';
import {
  formatLessonQuery,
  isFiltered,
  type LessonQuery,
  lessonsIn,
  parseLessonQuery,
} from './lesson-query.ts';
import { RecordReport } from './record-report.tsx';
import { ReportButtons } from './report-buttons.tsx';

export const LessonsScreen = ({ rest: [id = ''] }: PageProps) =>
  isUuid(id) ? <RecordReport id={id as DocumentId} /> : <Library />;

/** Of so many records, the newest of those that fit, lessons are read; words and filters find the others. */
const mostRecords = 500;
const shownAtFirst = 50;

function Library() {
  const { t } = useWords();
  const [query, ask] = useAddress();
  const { text, item, tag } = query;
  const asked = useMemo(
    () => ({
      ...everything,
      text,
      affectedItems: item === '' ? [] : [item],
      tags: tag === '' ? [] : [tag],
      marks: ['lessons'] as const,
    }),
    [text, item, tag],
  );
  const found = useRanked(asked, mostRecords);
  const lessons = lessonsIn(found?.rows ?? [], query);
  const [shown, setShown] = useState(shownAtFirst);
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    if (!isPrinting) return;
    print();
    setPrinting(false);
  }, [isPrinting]);

  const listed = isPrinting ? lessons : lessons.slice(0, shown);
  return (
    <ListPage
      title={t('lessons.title')}
      lead={t('lessons.lead')}
      actions={
        lessons.length > 0 && (
          <ReportButtons
            title={t('lessons.reportTitle')}
            lessons={lessons}
            onPrint={() => setPrinting(true)}
          />
        )
      }
    >
      <LessonFilters query={query} rows={found?.rows ?? []} onQuery={ask} />
      {found !== undefined && lessons.length === 0 && (
        <EmptyState
          title={t(isFiltered(query) ? 'lessons.nothing' : 'lessons.empty')}
          hint={t(isFiltered(query) ? 'lessons.nothingHint' : 'lessons.emptyHint')}
          role="status"
        />
      )}
      {lessons.length > 0 && (
        <section aria-label={t('field.lessons')}>
          <p class="list-page__count" role="status">
            {t('lessons.count', { count: lessons.length })}
          </p>
          <LessonList label={t('field.lessons')} lessons={listed} />
          {lessons.length > listed.length && (
            <div class="list-page__tools">
              <Button onClick={() => setShown(shown + shownAtFirst)}>{t('lessons.more')}</Button>
            </div>
          )}
          {found !== undefined && found.total > mostRecords && (
            <p class="list-page__count">{t('lessons.newest', { count: mostRecords })}</p>
          )}
        </section>
      )}
    </ListPage>
  );
}

function useAddress(): readonly [LessonQuery, (next: LessonQuery) => void] {
  const { navigation } = useEnvironment();
  const route = useReadable(navigation.route);
  const [search, setSearch] = useState(location.search);
  // Another address of the same page, by a link or by going back.
  useEffect(() => setSearch(location.search), [route]);
  const query = useMemo(() => parseLessonQuery(search), [search]);
  const ask = (next: LessonQuery) => {
    const asked = formatLessonQuery(next);
    navigation.replaceAddress(`${pathToPage.lessons}${asked === '' ? '' : `?${asked}`}`);
    setSearch(location.search);
  };
  return [query, ask];
}
