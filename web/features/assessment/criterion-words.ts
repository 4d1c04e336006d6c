/** What criteria are called: a workspace's own in its words, built-in ones in the reader's language. */
import type { ScoringMethod } from '../../../shared/domain/scoring-methods.ts';
import { builtInCriteria, type Criterion } from '../../../shared/process/scoring-model.ts';
import type { Format } from '../../i18n/format.ts';
import type { TextKey, Translate } from '../../i18n/translate.ts';

const builtInKeys: ReadonlyMap<string, string> = new Map([
  ...Object.entries(builtInCriteria).map(([name, id]): [string, string] => [id, name]),
  ...['wsjf.value', 'wsjf.time', 'wsjf.risk', 'wsjf.size'].map(same),
  ...['rice.reach', 'rice.impact', 'rice.confidence', 'rice.effort'].map(same),
  ...['ice.impact', 'ice.confidence', 'ice.ease'].map(same),
]);

function same(id: string): [string, string] {
  return [id, id];
}

export function criterionName(
  { id, title }: Pick<Criterion, 'id' | 'title'>,
  t: Translate,
): string {
  const key = builtInKeys.get(id);
  if (title !== '') return title;
  return key === undefined ? t('criterion.removed') : t(`criterion.${key}` as TextKey);
}

/** What it asks, in a sentence. */
export function criterionHint({ id, explanation }: Criterion, t: Translate): string {
  const key = builtInKeys.get(id);
  if (explanation !== '') return explanation;
  return key === undefined ? '' : t(`criterion.hint.${key}` as TextKey);
}

/** A weighted score is a share of what can be had; the others are numbers of their own. */
export const scoreText = (method: ScoringMethod, score: number, format: Format): string =>
  method === 'weighted'
    ? format.number(Math.round(score * 100))
    : format.number(Math.round(score * 10) / 10);
