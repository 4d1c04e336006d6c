/** How a measure, its values and its rhythm read. */
import type { MeasureRow, MeasureValues, ScaleLabel } from '../../../shared/domain/measure.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useWords } from '../environment.ts';

type Valued = Pick<MeasureRow, 'kind' | 'unit'> & { readonly scale: readonly ScaleLabel[] };

/** A value with its unit, or what the scale calls it. */
export function useMeasureValue(): (measure: Valued, value: number) => string {
  const { language } = useWords();
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
  return ({ kind, unit, scale }, value) => {
    if (kind === 'qualitative') return scale[value - 1]?.title ?? numbers.format(value);
    return [numbers.format(value), unit].filter(Boolean).join(' ');
  };
}

export const nameOfMeasure = ({ name }: Pick<MeasureValues, 'name'>, t: Translate): string =>
  name === '' ? t('measures.unnamed') : name;

/** "Every 2 weeks"; '' where nobody has said. */
export function rhythmText(
  { every, period }: Pick<MeasureValues, 'every' | 'period'>,
  t: Translate,
): string {
  if (every === '') return '';
  const unit = period === '' ? 'day' : period;
  return every === 1 ? t(`measures.each.${unit}`) : t(`measures.every.${unit}`, { count: every });
}
