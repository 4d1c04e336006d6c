/** The methods side by side: where each would put a record, and how far that is from the published one. */
import { useCallback } from 'preact/hooks';
import { scoreBy } from '../../../shared/process/assess.ts';
import { type ScoringMethod, scoringMethods } from '../../../shared/domain/scoring-methods.ts';
import type { RegisterAsk } from '../../projection/register-query.ts';
import { pathTo } from '../../routes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useScoringModel } from '../assessment/use-scoring-model.ts';
import { useWords } from '../environment.ts';
import { numberOf } from '../improvement-words.ts';
import { backlog } from './backlog.ts';
import { useRanked } from './use-ranked.ts';
import './methods-table.css';

const shownRows = 50;
/** So far down a place under another method is told; beyond, it is only "behind". */
const comparedRows = 300;

export function MethodsTable() {
  const { t, format } = useWords();
  const model = useScoringModel();
  const placesByMethod = usePlaces();
  const rows = useRanked(backlog, shownRows)?.rows;
  if (rows === undefined) return null;
  const others = scoringMethods.filter((method) => method !== model.method);
  const ranked = rows.filter((row) => scoreBy(model.method, model, row).type === 'defined');
  if (ranked.length === 0) {
    return (
      <EmptyState
        title={t('prioritise.nothing')}
        hint={t('prioritise.nothingHint')}
        role="status"
      />
    );
  }
  return (
    <>
      <p class="methods-table__hint">{t('prioritise.methodsHint')}</p>
      {/* Wider than a phone: the table scrolls, not the page. */}
      <div class="methods-table" role="region" aria-label={t('prioritise.methods')} tabIndex={0}>
        <table class="methods-table__table">
          <thead>
            <tr>
              <th scope="col">{t('field.title')}</th>
              <th scope="col">{t(`method.${model.method}`)}</th>
              {others.map((method) => (
                <th key={method} scope="col">
                  {t(`method.${method}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ranked.map((row, at) => (
              <tr key={row.id}>
                <th scope="row">
                  <a href={pathTo.improvement(row.id)}>
                    {numberOf(row)} {row.title}
                  </a>
                </th>
                <td class="figures">{format.number(at + 1)}</td>
                {others.map((method) => (
                  <td key={method} class="figures">
                    {scoreBy(method, model, row).type === 'defined' ? (
                      <Place own={at + 1} other={placesByMethod[method]?.get(row.id)} />
                    ) : (
                      <span class="methods-table__none">{t('prioritise.notDefined')}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Place({ own, other }: { readonly own: number; readonly other: number | undefined }) {
  const { t, format } = useWords();
  if (other === undefined) return <>{t('prioritise.behind', { count: comparedRows })}</>;
  const up = own - other;
  return (
    <>
      {format.number(other)}
      {up !== 0 && (
        <span class={`methods-table__moved ${up > 0 ? 'methods-table__moved--up' : ''}`}>
          <span aria-hidden="true">{up > 0 ? ' ▲' : ' ▼'}</span>
          <span class="visually-hidden">
            {t(up > 0 ? 'prioritise.up' : 'prioritise.down', { count: Math.abs(up) })}
          </span>
          <span aria-hidden="true">{format.number(Math.abs(up))}</span>
        </span>
      )}
    </>
  );
}

type Places = { readonly [M in ScoringMethod]?: ReadonlyMap<string, number> };

function usePlaces(): Places {
  return Object.fromEntries([
    ['weighted', usePlacesBy('weighted')],
    ['wsjf', usePlacesBy('wsjf')],
    ['rice', usePlacesBy('rice')],
    ['ice', usePlacesBy('ice')],
    ['levels', usePlacesBy('levels')],
  ]);
}

function usePlacesBy(method: ScoringMethod): ReadonlyMap<string, number> {
  const change = useCallback(
    (ask: RegisterAsk): RegisterAsk => ({ ...ask, model: { ...ask.model, method } }),
    [method],
  );
  const rows = useRanked(backlog, comparedRows, change)?.rows ?? [];
  return new Map(rows.map(({ id }, at) => [id, at + 1]));
}
