/** The backlog in its order: what is contested or disputed first, then every record with its score and why. */
import { useState } from 'preact/hooks';
import { assess, scoreBy } from '../../../shared/process/assess.ts';
import { criteriaOf } from '../../../shared/process/scoring-model.ts';
import { formatQuery } from '../../projection/query-address.ts';
import { pathTo } from '../../routes.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { criterionName, scoreText } from '../assessment/criterion-words.ts';
import { useScoringModel } from '../assessment/use-scoring-model.ts';
import { useWords } from '../environment.ts';
import { numberOf } from '../improvement-words.ts';
import { backlog, contested, disputed } from './backlog.ts';
import { type Ranked, useRanked } from './use-ranked.ts';
import './ranked-list.css';

const pageRows = 50;
/** Of what needs a word first: more than a board gets through in a sitting. */
const firstRows = 5;

export function RankedList() {
  const { t } = useWords();
  const [limit, setLimit] = useState(pageRows);
  const all = useRanked(backlog, limit);
  const apart = useRanked(contested, firstRows);
  const asked = useRanked(disputed, firstRows);
  if (all === undefined) return null;
  if (all.total === 0) {
    return (
      <EmptyState title={t('prioritise.empty')} hint={t('prioritise.emptyHint')} role="status" />
    );
  }
  return (
    <>
      <First title={t('prioritise.disputed')} found={asked} search={formatQuery(disputed)} />
      <First title={t('prioritise.contested')} found={apart} search={formatQuery(contested)} />
      <ol class="ranked-list" aria-label={t('prioritise.ranking')}>
        {all.rows.map((row, at) => (
          <li key={row.id}>
            <RankedRow row={row} place={at + 1} />
          </li>
        ))}
      </ol>
      {all.total > limit && (
        <div>
          <Button onClick={() => setLimit(limit + pageRows)}>
            {t('prioritise.more', { count: all.total - limit })}
          </Button>
        </div>
      )}
    </>
  );
}

type FirstProps = {
  readonly title: string;
  readonly found: Ranked | undefined;
  readonly search: string;
};

function First({ title, found, search }: FirstProps) {
  const { t } = useWords();
  if (found === undefined || found.total === 0) return null;
  return (
    <section class="ranked-list__first" aria-label={title}>
      <h2 class="ranked-list__heading">{title}</h2>
      <ul class="ranked-list">
        {found.rows.map((row) => (
          <li key={row.id}>
            <RankedRow row={row} place={undefined} />
          </li>
        ))}
      </ul>
      {found.total > found.rows.length && (
        <a class="ranked-list__all" href={pathTo.registerWith(search)}>
          {t('prioritise.all', { count: found.total })}
        </a>
      )}
    </section>
  );
}

type RankedRowProps = {
  readonly row: ListedImprovement;
  /** undefined: outside of the ranking. */
  readonly place: number | undefined;
};

function RankedRow({ row, place }: RankedRowProps) {
  const { t, format } = useWords();
  const model = useScoringModel();
  const scored = scoreBy(model.method, model, row);
  const isContested = row.scores !== undefined && assess(model, row.scores).isContested;
  return (
    <a class="ranked-list__row" href={pathTo.improvement(row.id)} data-testid="ranked-row">
      <span class="ranked-list__place figures">
        {place !== undefined && scored.type === 'defined' ? format.number(place) : '–'}
      </span>
      <span class="ranked-list__what">
        <span class="ranked-list__name">
          {row.title === '' ? t('register.untitled') : row.title}
        </span>
        <span class="ranked-list__about figures">
          {numberOf(row)} · {t(`stage.${row.stage}`)}
          {isContested && <> · {t('find.assessment.contested')}</>}
          {row.isEscalated === true && <> · {t('find.mark.escalated')}</>}
        </span>
        <Reasons row={row} />
      </span>
      <span class="ranked-list__score figures">
        {scored.type === 'defined' ? scoreText(model.method, scored.score, format) : ''}
      </span>
    </a>
  );
}

/** The means that the score is made of, or what is missing for one. */
function Reasons({ row }: { readonly row: ListedImprovement }) {
  const { t, format } = useWords();
  const model = useScoringModel();
  const scored = scoreBy(model.method, model, row);
  const nameOf = (id: string): string => {
    if (model.method === 'levels') return t(`field.${id as 'urgency'}`);
    const criterion = criteriaOf(model).find((one) => one.id === id);
    return criterion === undefined ? t('criterion.removed') : criterionName(criterion, t);
  };
  const text =
    scored.type === 'defined'
      ? scored.parts
          .map(({ criterion, mean }) => `${nameOf(criterion)} ${format.number(round(mean))}`)
          .join(' · ')
      : scored.reason === 'missing' && row.scores === undefined
        ? t('prioritise.notScored')
        : t('assess.notDefined', { missing: format.list(scored.missing.map(nameOf)) });
  return <span class="ranked-list__why figures">{text}</span>;
}

const round = (value: number): number => Math.round(value * 10) / 10;
