/** What was closed with success, the latest first; each leads to its thanks. */
import { type DocumentId, isUuid } from '../../../shared/domain/ids.ts';
import { everything } from '../../projection/register-query.ts';
import { pathToPage } from '../../page-paths.ts';
import { pathTo } from '../../routes.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StageMark } from '../../ui/stage-mark.tsx';
import { useWords } from '../environment.ts';
import { numberOf, stageShapes } from '../improvement-words.ts';
import { useRanked } from '../prioritise/use-ranked.ts';
import { ListPage } from '../shell/list-page.tsx';
import type { PageProps } from '../shell/pages.tsx';
import { SuccessPage } from './success-page.tsx';
import './celebrate-screen.css';

export const CelebrateScreen = ({ rest: [id = ''] }: PageProps) =>
  isUuid(id) ? <SuccessPage id={id as DocumentId} /> : <Successes />;

const successes = { ...everything, marks: ['success'], sort: 'updated' } as const;
/** Older ones are found in the register. */
const mostRecords = 200;

function Successes() {
  const { t } = useWords();
  const found = useRanked(successes, mostRecords);
  const rows = [...(found?.rows ?? [])].sort((a, b) => closedAt(b) - closedAt(a));
  return (
    <ListPage title={t('celebrate.title')} lead={t('celebrate.lead')}>
      {found !== undefined && rows.length === 0 && (
        <EmptyState title={t('celebrate.empty')} hint={t('celebrate.emptyHint')} role="status">
          <ButtonLink href={pathToPage.reviews}>{t('reviews.title')}</ButtonLink>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <section aria-label={t('celebrate.title')}>
          <p class="list-page__count" role="status">
            {t('celebrate.count', { count: found?.total ?? rows.length })}
          </p>
          <ul class="celebrate-screen__list">
            {rows.map((row) => (
              <li key={row.id} data-testid="success">
                <SuccessLine row={row} />
              </li>
            ))}
          </ul>
          {found !== undefined && found.total > rows.length && (
            <p class="list-page__count">
              <a href={pathTo.registerWith('is=success')}>{t('celebrate.all')}</a>
            </p>
          )}
        </section>
      )}
    </ListPage>
  );
}

const closedAt = ({ stageSince, updatedAt }: ListedImprovement): number => stageSince ?? updatedAt;

function SuccessLine({ row }: { readonly row: ListedImprovement }) {
  const { t, format } = useWords();
  const { verdict, thanks = 0 } = row;
  return (
    <a class="celebrate-screen__success" href={pathToPage.success(row.id)}>
      <StageMark shape={stageShapes.closed} />
      <span class="celebrate-screen__words">
        <span class="celebrate-screen__title">{row.title || t('register.untitled')}</span>
        <span class="celebrate-screen__about figures">
          <span>{numberOf(row)}</span>
          {verdict !== undefined && <span>{t(`verdict.${verdict}`)}</span>}
          <span>{format.date(closedAt(row))}</span>
          {thanks > 0 && <span>{t('celebrate.thanks', { count: thanks })}</span>}
        </span>
      </span>
    </a>
  );
}
