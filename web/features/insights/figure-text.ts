/** Figures in words: what a value is written as, and what stands behind it. */
import { type FigureName, figureNames } from '../../../shared/process/kpis/figures.ts';
import type { TextKey, Translate } from '../../i18n/translate.ts';
import { parseFigure } from '../../projection/insights-address.ts';
import { periodText } from './period-text.ts';

type Kind = 'share' | 'return' | 'index' | 'mean' | 'count';

const kinds: { readonly [F in FigureName]?: Kind } = {
  satisfaction: 'mean',
  ideasPerHundred: 'mean',
  lessonsPerClosed: 'mean',
  returnAchieved: 'return',
  returnPlanned: 'return',
  harm: 'count',
  productivity: 'index',
  opportunities: 'count',
};

const options: { readonly [K in Kind | 'points']: Intl.NumberFormatOptions } = {
  share: { style: 'percent', maximumFractionDigits: 0 },
  return: { style: 'percent', maximumFractionDigits: 0 },
  index: { minimumFractionDigits: 2, maximumFractionDigits: 3 },
  mean: { maximumFractionDigits: 1 },
  count: { maximumFractionDigits: 0 },
  points: { maximumFractionDigits: 1 },
};

const kindOf = (name: FigureName): Kind => kinds[name] ?? 'share';

export const figureValue = (name: FigureName, value: number, language: string): string =>
  formatOf(kindOf(name), language).format(value);

/** Made once for each kind and language: making one takes longer than all that it writes. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(kind: Kind | 'points', language: string): Intl.NumberFormat {
  const key = `${kind} ${language}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(language, options[kind]);
  formats.set(key, known);
  return known;
}

/** How far two values are apart, without a sign; of shares in points. */
function figureDifference(
  name: FigureName,
  difference: number,
  language: string,
  t: Translate,
): string {
  const kind = kindOf(name);
  const by = Math.abs(difference);
  if (kind !== 'share' && kind !== 'return') return figureValue(name, by, language);
  const points = formatOf('points', language).format(by * 100);
  return t('insights.points', { by: points });
}

/** A filter of the register that shows the records behind a figure. */
export function figureText(
  figure: string,
  { t, language }: { readonly t: Translate; readonly language: string },
): string {
  const parsed = parseFigure(figure);
  if (parsed === undefined) return t('insights.behindUnknown');
  const { name, period, filter } = parsed;
  const known = figureNames.find((one) => one === name.split('.')[0]);
  const other = name === 'tooLarge' || name === 'inWork' ? (`insights.part.${name}` as const) : '';
  const key: TextKey | '' = known === undefined ? other : `insights.figure.${known}`;
  if (key === '') return t('insights.behindUnknown');
  const source = filter.source === '' ? '' : t(`source.${filter.source}`);
  const parts = [t(key), filter.item, filter.team, source].filter((part) => part !== '');
  return t('insights.behind', {
    figure: parts.join(' · '),
    period: periodText(period, language, t),
  });
}

/** How a value compares with the period before, `earlier`. */
export function changeText(
  name: FigureName,
  { value, before }: { readonly value: number; readonly before: number | undefined },
  earlier: string,
  language: string,
  t: Translate,
): string {
  if (before === undefined) return t('insights.noBefore', { period: earlier });
  const by = figureDifference(name, value - before, language, t);
  if (by === figureDifference(name, 0, language, t)) return t('insights.same', { period: earlier });
  return t(value > before ? 'insights.up' : 'insights.down', { by, period: earlier });
}
