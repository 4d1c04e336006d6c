/** The eight key figures, each as a card: what it comes to, how it has moved, and a way to how it comes about. */
import { useState } from 'preact/hooks';
import type { FigureName } from '../../../shared/process/kpis/figures.ts';
import type { Insights } from '../../../shared/process/kpis/insights.ts';
import { kpis } from '../../../shared/process/kpis/kpis.ts';
import { periodBeside } from '../../../shared/process/kpis/period.ts';
import type { InsightsAddress } from '../../projection/insights-address.ts';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { changeText, figureValue } from './figure-text.ts';
import { KpiSheet } from './kpi-sheet.tsx';
import { periodText } from './period-text.ts';
import { TrendBars } from './trend-bars.tsx';
import './kpi-grid.css';

type Kpi = keyof typeof kpis;

type KpiGridProps = {
  readonly insights: Insights;
  readonly address: InsightsAddress;
  readonly ask: (change: Partial<InsightsAddress>) => void;
};

export function KpiGrid({ insights, address, ask }: KpiGridProps) {
  const { t } = useWords();
  const [opened, setOpened] = useState<Kpi>();
  return (
    <Section title={t('insights.kpis')}>
      <ul class="kpi-grid">
        {(Object.keys(kpis) as Kpi[]).map((kpi) => (
          <li key={kpi}>
            <Card kpi={kpi} insights={insights} onOpen={() => setOpened(kpi)} />
          </li>
        ))}
      </ul>
      {opened !== undefined && (
        <KpiSheet
          kpi={opened}
          insights={insights}
          address={address}
          ask={ask}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Section>
  );
}

type CardProps = {
  readonly kpi: Kpi;
  readonly insights: Insights;
  readonly onOpen: () => void;
};

function Card({ kpi, insights: { figures, period }, onOpen }: CardProps) {
  const { t, language } = useWords();
  const [leading, ...others] = kpis[kpi] as readonly [FigureName, ...FigureName[]];
  const { value, reason, before, trend } = figures[leading];
  const earlier = periodText(periodBeside(period, -1), language, t);
  return (
    <button type="button" class="kpi-card" onClick={onOpen} data-testid={`kpi-${kpi}`}>
      <span class="kpi-card__name">{t(`insights.kpi.${kpi}`)}</span>
      {value === undefined ? (
        <>
          <span class="kpi-card__value kpi-card__value--none">{t('insights.notDefined')}</span>
          <span class="kpi-card__note">{reason !== undefined && t(`insights.none.${reason}`)}</span>
        </>
      ) : (
        <>
          <span class="kpi-card__line">
            <span class="kpi-card__value figures">{figureValue(leading, value, language)}</span>
            <TrendBars values={trend} />
          </span>
          <span class="kpi-card__note">
            {t(`insights.figure.${leading}`)}
            {' · '}
            {changeText(leading, { value, before }, earlier, language, t)}
          </span>
        </>
      )}
      {others.length > 0 && (
        <span class="kpi-card__others">
          {others.map((name) => {
            const other = figures[name].value;
            return (
              <span class="kpi-card__other" key={name}>
                <span>{t(`insights.figure.${name}`)}</span>
                <span class="figures">
                  {other === undefined ? '–' : figureValue(name, other, language)}
                </span>
              </span>
            );
          })}
        </span>
      )}
    </button>
  );
}
