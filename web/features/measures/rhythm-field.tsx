/** How often a measure is taken: never by itself, or every so many days, weeks or months. */
import type { MeasureValues, Period } from '../../../shared/domain/measure.ts';
import { useWords } from '../environment.ts';
import { rhythmText } from './measure-words.ts';
import { PlainSelect } from '../improvement/plain-select.tsx';
import './measures.css';

type RhythmFieldProps = {
  readonly values: Pick<MeasureValues, 'every' | 'period'>;
  readonly onChange: (rhythm: Pick<MeasureValues, 'every' | 'period'>) => void;
};

const rhythms: readonly { readonly every: number; readonly period: Period }[] = [
  { every: 1, period: 'day' },
  { every: 1, period: 'week' },
  { every: 2, period: 'week' },
  { every: 1, period: 'month' },
  { every: 3, period: 'month' },
  { every: 6, period: 'month' },
  { every: 12, period: 'month' },
];

export function RhythmField({ values, onChange }: RhythmFieldProps) {
  const { t } = useWords();
  const { every, period } = values;
  const chosen = every === '' ? '' : `${every} ${period || 'day'}`;
  const offered = rhythms.map((rhythm) => `${rhythm.every} ${rhythm.period}`);
  const all = chosen === '' || offered.includes(chosen) ? offered : [...offered, chosen];
  return (
    <div class="measures__choice">
      <span class="field__label">{t('field.every')}</span>
      <PlainSelect
        label={t('field.every')}
        options={[
          { value: '', label: t('measures.whenever') },
          ...all.map((rhythm) => {
            const [count, unit] = rhythm.split(' ');
            return {
              value: rhythm,
              label: rhythmText({ every: Number(count), period: unit as Period }, t),
            };
          }),
        ]}
        value={chosen}
        onChoose={(rhythm) => {
          const [count, unit] = rhythm.split(' ');
          if (unit === undefined) onChange({ every: '', period: '' });
          else onChange({ every: Number(count), period: unit as Period });
        }}
      />
    </div>
  );
}
