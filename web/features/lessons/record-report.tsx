/** The lessons of one record as a report, with every word of them. */
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { RowLesson } from '../../../shared/domain/row-outcome.ts';
import { pathTo } from '../../routes.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useWords } from '../environment.ts';
import { numberOf } from '../improvement-words.ts';
import { OpenedRecord } from '../improvement/opened-record.tsx';
import { ListPage } from '../shell/list-page.tsx';
import { useReadable } from '../use-readable.ts';
import { LessonList } from './lesson-list.tsx';
import { ReportButtons } from './report-buttons.tsx';

export const RecordReport = ({ id }: { readonly id: DocumentId }) => (
  <OpenedRecord id={id}>
    {(improvement, row) => <Report improvement={improvement} row={row} />}
  </OpenedRecord>
);

type ReportProps = {
  readonly improvement: OpenImprovement;
  readonly row: ListedImprovement | undefined;
};

function Report({ improvement, row }: ReportProps) {
  const { t } = useWords();
  const state = useReadable(improvement.state);
  const lessons = state.items('lessons').map(({ id, values }) => ({
    ...(Object.fromEntries(
      Object.entries({ id, ...values }).filter(([, value]) => value !== ''),
    ) as RowLesson),
    record: undefined,
  }));
  const name = state.fields.title.value || t('register.untitled');
  const numbered = row === undefined ? name : `${numberOf(row)} ${name}`;
  const title = t('lessons.of', { record: numbered });
  return (
    <ListPage
      title={title}
      lead={t('lessons.count', { count: lessons.length })}
      actions={
        <>
          <ButtonLink href={pathTo.improvement(improvement.id)}>{t('case.toRecord')}</ButtonLink>
          <ReportButtons title={title} lessons={lessons} onPrint={() => print()} />
        </>
      }
    >
      {lessons.length === 0 ? (
        <EmptyState title={t('lessons.emptyOf')} hint={t('lessons.none')} />
      ) : (
        <LessonList label={t('field.lessons')} lessons={lessons} />
      )}
    </ListPage>
  );
}
