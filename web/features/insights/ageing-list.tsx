/** What is in work, oldest first, each a way to its record. */
import type { Insights } from '../../../shared/process/kpis/insights.ts';
import type { InsightsAddress } from '../../projection/insights-address.ts';
import type { InsightsAnswer } from '../../projection/search-messages.ts';
import { pathTo } from '../../routes.ts';
import { useWords } from '../environment.ts';
import { numberOf } from '../improvement-words.ts';
import { pathBehind } from './figure-links.tsx';
import './ageing-list.css';

type AgeingListProps = {
  readonly ageing: Insights['ageing'];
  readonly named: InsightsAnswer['named'];
  readonly address: InsightsAddress;
};

const shownLines = 10;

export function AgeingList({ ageing: { count, oldest }, named, address }: AgeingListProps) {
  const { t } = useWords();
  const rows = new Map(named.map((row) => [row.id, row]));
  const most = oldest[0]?.days ?? 1;
  return (
    <section class="chart-or-table">
      <h3 class="chart-or-table__title">{t('insights.ageing')}</h3>
      <p class="chart-or-table__hint">
        {count === 0 ? t('insights.ageingNone') : t('insights.ageingHint', { count })}
      </p>
      <ol class="ageing-list">
        {oldest.slice(0, shownLines).map(({ id, stage, days, isLate }) => {
          const row = rows.get(id);
          return (
            <li class="ageing-list__line" key={id}>
              <a class="ageing-list__link" href={pathTo.improvement(id)}>
                <span class="ageing-list__title">
                  {row === undefined ? '' : `${numberOf(row)} ${row.title}`}
                </span>
                <span class="ageing-list__note figures">
                  {t(`stage.${stage}`)} · {t('insights.age', { count: days })}
                  {isLate && <strong class="ageing-list__late"> · {t('insights.late')}</strong>}
                </span>
                <span
                  class={`ageing-list__bar ${isLate ? 'ageing-list__bar--late' : ''}`}
                  style={{ width: `${Math.max(2, (days * 100) / most)}%` }}
                />
              </a>
            </li>
          );
        })}
      </ol>
      {count > shownLines && (
        <p>
          <a class="figure-links__link" href={pathBehind('inWork', address)}>
            {t('insights.allInWork')}
          </a>
        </p>
      )}
    </section>
  );
}
