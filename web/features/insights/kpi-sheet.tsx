/** How a key figure comes about: definition, formula, fraction, the records behind it, and its course. */
import type { FigureName } from '../../../shared/process/kpis/figures.ts';
import type { Insights } from '../../../shared/process/kpis/insights.ts';
import { kpis } from '../../../shared/process/kpis/kpis.ts';
import { periodsUpTo } from '../../../shared/process/kpis/period.ts';
import type { InsightsAddress } from '../../projection/insights-address.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { useWords } from '../environment.ts';
import { figureValue } from './figure-text.ts';
import { FigureLinks } from './figure-links.tsx';
import { periodText } from './period-text.ts';
import './kpi-sheet.css';

type KpiSheetProps = {
  readonly kpi: keyof typeof kpis;
  readonly insights: Insights;
  readonly address: InsightsAddress;
  readonly ask: (change: Partial<InsightsAddress>) => void;
  readonly onClose: () => void;
};

export function KpiSheet({ kpi, insights, address, ask, onClose }: KpiSheetProps) {
  const { t } = useWords();
  const names: readonly FigureName[] = kpis[kpi];
  return (
    <Sheet title={t(`insights.kpi.${kpi}`)} closeLabel={t('app.close')} onClose={onClose}>
      <div class="kpi-sheet">
        {names.map((name) => (
          <FigurePart key={name} name={name} insights={insights} address={address} />
        ))}
        {kpi === 'productivity' && (
          <label class="kpi-sheet__setting">
            <input
              type="checkbox"
              checked={address.countsRefused}
              onChange={(event) => ask({ countsRefused: event.currentTarget.checked })}
            />
            <span>{t('insights.countsRefused')}</span>
          </label>
        )}
        <Course names={names} insights={insights} />
      </div>
    </Sheet>
  );
}

type FigurePartProps = Pick<KpiSheetProps, 'insights' | 'address'> & { readonly name: FigureName };

function FigurePart({ name, insights, address }: FigurePartProps) {
  const { t, format, language } = useWords();
  const { value, reason, top, bottom, counts } = insights.figures[name];
  const isFraction = name !== 'opportunities' && name !== 'harm';
  return (
    <section class="kpi-sheet__figure">
      <h3 class="kpi-sheet__name">
        <span>{t(`insights.figure.${name}`)}</span>
        <span class="figures">
          {value === undefined ? t('insights.notDefined') : figureValue(name, value, language)}
        </span>
      </h3>
      <p>{t(`insights.what.${name}`)}</p>
      <p class="kpi-sheet__formula">
        {t(`insights.formula.${name}`)}
        {value !== undefined && isFraction && (
          <span class="figures">
            {' = '}
            {format.number(Math.round(top * 10) / 10)} ÷ {format.number(bottom)}
          </span>
        )}
      </p>
      {reason !== undefined && <p class="kpi-sheet__reason">{t(`insights.none.${reason}`)}</p>}
      <FigureLinks name={name} counts={counts} address={address} />
    </section>
  );
}

/** The same as the bars of the card, for those who read rather than look. */
function Course({
  names,
  insights,
}: {
  readonly names: readonly FigureName[];
  readonly insights: Insights;
}) {
  const { t, language } = useWords();
  const [leading] = names;
  const length = leading === undefined ? 0 : insights.figures[leading].trend.length;
  const periods = periodsUpTo(insights.period, length);
  return (
    <div class="insights-table" role="group" aria-label={t('insights.trend')} tabIndex={0}>
      <table class="insights-table__table figures">
        <caption class="insights-table__caption">{t('insights.trend')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('insights.period')}</th>
            {names.map((name) => (
              <th scope="col" key={name}>
                {t(`insights.figure.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods
            .map((period, at) => (
              <tr key={period.name}>
                <th scope="row">{periodText(period, language, t)}</th>
                {names.map((name) => {
                  const value = insights.figures[name].trend[at];
                  return (
                    <td key={name}>
                      {value === undefined ? '–' : figureValue(name, value, language)}
                    </td>
                  );
                })}
              </tr>
            ))
            .toReversed()}
        </tbody>
      </table>
    </div>
  );
}
