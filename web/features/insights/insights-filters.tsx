/** Which period is looked at, and which part of the register. */
import { useState } from 'preact/hooks';
import type { Insights } from '../../../shared/process/kpis/insights.ts';
import {
  periodBeside,
  type PeriodKind,
  periodKinds,
  periodOn,
} from '../../../shared/process/kpis/period.ts';
import { sources } from '../../../shared/domain/record-values.ts';
import type { InsightsAddress } from '../../projection/insights-address.ts';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useMedia, widths } from '../use-media.ts';
import { periodText } from './period-text.ts';

type InsightsFiltersProps = {
  readonly address: InsightsAddress;
  readonly ask: (change: Partial<InsightsAddress>) => void;
  readonly choices: Insights['choices'] | undefined;
};

export function InsightsFilters({ address, ask, choices }: InsightsFiltersProps) {
  const { nowMs } = useEnvironment();
  const { t, language } = useWords();
  const { period, filter } = address;
  const today = Math.floor(nowMs() / 86_400_000);
  // A phone has the figures first; what is filtered is seen everywhere.
  const isDesk = useMedia(widths.desk);
  const [wasFiltered] = useState(() => Object.values(filter).some(Boolean));
  const turnTo = (kind: PeriodKind) =>
    // Of a longer period the part that is nearest to today.
    ask({ period: periodOn(kind, Math.max(period.from, Math.min(period.to, today))) });
  const select = (name: keyof typeof filter) => (value: string) =>
    ask({ filter: { ...filter, [name]: value } });
  return (
    <form
      class="insights-filters"
      aria-label={t('insights.filters')}
      onSubmit={(event) => event.preventDefault()}
    >
      <div class="insights-filters__period">
        <Segments
          label={t('insights.length')}
          labelHidden
          options={periodKinds.map((value) => ({ value, label: t(`insights.length.${value}`) }))}
          value={period.kind}
          onChoose={turnTo}
        />
        <div class="insights-filters__turn">
          <IconButton
            icon="back"
            label={t('insights.earlier')}
            onClick={() => ask({ period: periodBeside(period, -1) })}
          />
          <output class="insights-filters__name">{periodText(period, language, t)}</output>
          <IconButton
            icon="forward"
            label={t('insights.later')}
            disabled={period.to >= today}
            onClick={() => ask({ period: periodBeside(period, 1) })}
          />
        </div>
      </div>
      {period.to >= today && <p class="insights-filters__runs">{t('insights.runs')}</p>}
      <details class="insights-filters__more" open={isDesk || wasFiltered}>
        <summary>{t('insights.filters')}</summary>
        <div class="insights-filters__selects">
          <Choice
            label={t('insights.item')}
            value={filter.item}
            options={choices?.items ?? []}
            onChoose={select('item')}
          />
          <Choice
            label={t('field.team')}
            value={filter.team}
            options={choices?.teams ?? []}
            onChoose={select('team')}
          />
          <Choice
            label={t('field.source')}
            value={filter.source}
            options={sources}
            text={(source) => t(`source.${source as (typeof sources)[number]}`)}
            onChoose={select('source')}
          />
        </div>
      </details>
    </form>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly text?: (option: string) => string;
  readonly onChoose: (value: string) => void;
};

function Choice({ label, value, options, text = (option) => option, onChoose }: ChoiceProps) {
  const { t } = useWords();
  const known = options.filter((option) => option !== '');
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          class="field__input insights-filters__select"
          value={value}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          <option value="">{t('insights.all')}</option>
          {[...new Set(value === '' ? known : [value, ...known])].map((option) => (
            <option key={option} value={option}>
              {text(option)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
