/** Which services, products and practices deliver, which don't, and which try what is too large. */
import type { DeliveryLine } from '../../../shared/process/kpis/delivery.ts';
import type { Insights } from '../../../shared/process/kpis/insights.ts';
import type { InsightsAddress } from '../../projection/insights-address.ts';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { pathBehind } from './figure-links.tsx';

type DeliveriesPartProps = { readonly insights: Insights; readonly address: InsightsAddress };

export function DeliveriesPart({ insights, address }: DeliveriesPartProps) {
  const { t, format } = useWords();
  const { deliveries, tooLarge } = insights;
  const behind = (name: string, item: string) =>
    pathBehind(name, { ...address, filter: { ...address.filter, item } });
  const cell = (line: DeliveryLine, count: number, name: string) =>
    count === 0 || line.item === '' ? (
      format.number(count)
    ) : (
      <a href={behind(name, line.item)}>{format.number(count)}</a>
    );
  return (
    <Section title={t('insights.deliveries')}>
      <p class="insights__hint">
        {t('insights.deliveriesHint')}
        {tooLarge > 0 && (
          <>
            {' '}
            <a href={pathBehind('tooLarge', address)}>
              {t('insights.tooLarge', { count: tooLarge })}
            </a>
          </>
        )}
      </p>
      <div class="insights-table" role="group" aria-label={t('insights.deliveries')} tabIndex={0}>
        <table class="insights-table__table figures">
          <thead>
            <tr>
              <th scope="col">{t('insights.item')}</th>
              <th scope="col">{t('insights.came')}</th>
              <th scope="col">{t('insights.inWork')}</th>
              <th scope="col">{t('insights.part.tooLarge')}</th>
              <th scope="col">{t('insights.achievedOfClosed')}</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((line) => (
              <tr key={line.item}>
                <th scope="row">
                  {line.item === '' ? t('insights.noItem') : line.item}
                  <span class="insights-table__note">
                    {t(`insights.judgement.${line.judgement}`)}
                  </span>
                </th>
                <td>{cell(line, line.registered, 'opportunities.counted')}</td>
                <td>{cell(line, line.inWork, 'inWork')}</td>
                <td>{cell(line, line.tooLarge, 'tooLarge')}</td>
                <td class="insights-table__fraction">
                  {format.number(line.achieved)} / {cell(line, line.closed, 'lookedBack.among')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
