/** One success to be shown around: what it was before and is now, who made it so, what was learned, and thanks. */
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { RowLesson } from '../../../shared/domain/row-outcome.ts';
import { isFact } from '../../../shared/process/facts.ts';
import { pathToPage } from '../../page-paths.ts';
import { pathTo } from '../../routes.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { fullName } from '../full-name.ts';
import { numberOf } from '../improvement-words.ts';
import { firstLineOf } from '../improvement/story-part.ts';
import { OpenedRecord } from '../improvement/opened-record.tsx';
import { LessonList } from '../lessons/lesson-list.tsx';
import { ListPage } from '../shell/list-page.tsx';
import { useReadable } from '../use-readable.ts';
import { BeforeAfter } from './before-after.tsx';
import { SayThanks } from './say-thanks.tsx';
import { TookPart } from './took-part.tsx';
import './success-page.css';

export const SuccessPage = ({ id }: { readonly id: DocumentId }) => (
  <OpenedRecord id={id}>
    {(improvement, row) => <Success improvement={improvement} row={row} />}
  </OpenedRecord>
);

type SuccessProps = {
  readonly improvement: OpenImprovement;
  readonly row: ListedImprovement | undefined;
};

/** How a record was closed; undefined while it is not. */
const closingOf = ({ decisions: { end } }: ImprovementState) =>
  end !== undefined && isFact(end, 'confirmVerdict') ? end : undefined;

function Success({ improvement, row }: SuccessProps) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const state = useReadable(improvement.state);
  const closing = closingOf(state);
  const name = state.fields.title.value || t('register.untitled');
  const numbered = row === undefined ? name : `${numberOf(row)} ${name}`;
  if (closing === undefined) {
    return (
      <EmptyState level={1} title={t('celebrate.open')} hint={t('celebrate.openHint')}>
        <ButtonLink href={pathTo.improvement(improvement.id)}>{t('case.toRecord')}</ButtonLink>
      </EmptyState>
    );
  }
  const { verdict, reason } = closing.said;
  const value =
    firstLineOf(improvement.text('valueForConsumer')) ??
    firstLineOf(improvement.text('valueForProvider'));
  const lessons = state.items('lessons').map(({ id, values }) => ({
    ...(Object.fromEntries(
      Object.entries({ id, ...values }).filter(([, text]) => text !== ''),
    ) as RowLesson),
    record: undefined,
  }));
  return (
    <ListPage
      title={numbered}
      lead={t('celebrate.closed', {
        verdict: t(`verdict.${verdict}`),
        day: format.date(closing.at),
        name: fullName(people, closing.by, t),
      })}
      actions={
        <>
          <ButtonLink href={pathToPage.celebrate}>{t('celebrate.title')}</ButtonLink>
          <ButtonLink href={pathTo.improvement(improvement.id)}>{t('case.toRecord')}</ButtonLink>
          <Button onClick={() => print()}>{t('lessons.print')}</Button>
        </>
      }
    >
      {reason !== undefined && <p class="success-page__reason">{reason}</p>}
      <BeforeAfter state={state} closing={closing} />
      {value !== undefined && <p class="success-page__value">{value}</p>}
      <TookPart state={state} />
      {lessons.length > 0 && (
        <Section title={t('lessons.title')}>
          <LessonList label={t('field.lessons')} lessons={lessons} />
        </Section>
      )}
      <SayThanks improvement={improvement} state={state} />
    </ListPage>
  );
}
