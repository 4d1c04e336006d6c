/** How signals read: which rule, which side, from when to when. */
import type { RuleName } from '../../../shared/statistics/rule-sets.ts';
import type { RuleHit } from '../../../shared/statistics/rules.ts';
import type { Reading } from '../../../shared/statistics/reading.ts';
import { useWords } from '../environment.ts';
import { useMomentText } from './value-text.ts';

export type SignalWords = {
  readonly rule: (hit: RuleHit) => string;
  /** With the days of its first and last point. */
  readonly full: (hit: RuleHit, readings: readonly Reading[]) => string;
};

export function useSignalWords(): SignalWords {
  const { t } = useWords();
  const moment = useMomentText();
  const rule = ({ rule: name, side }: RuleHit): string => {
    if (isTrend(name)) return t(`charts.rule.${name}`, { way: t(`charts.way.${wayOf(side)}`) });
    if (isOfBothSides(name)) return t(`charts.rule.${name}`);
    return t(`charts.rule.${name}`, { where: t(`charts.where.${wayOf(side)}`) });
  };
  return {
    rule,
    full: (hit, readings) => {
      const [from, to] = [hit.points[0], hit.points.at(-1)].map((place) =>
        moment(readings[place ?? 0]?.at ?? ''),
      );
      return from === to
        ? t('charts.signalOn', { rule: rule(hit), day: from ?? '' })
        : t('charts.signalFrom', { rule: rule(hit), from: from ?? '', to: to ?? '' });
    },
  };
}

type Trend = Extract<RuleName, 'sevenTrend' | 'sixTrend'>;
type OfBothSides = Extract<RuleName, 'fourteenAlternating' | 'fifteenWithinOne' | 'eightBeyondOne'>;

const isTrend = (name: RuleName): name is Trend => name === 'sevenTrend' || name === 'sixTrend';

const isOfBothSides = (name: RuleName): name is OfBothSides =>
  name === 'fourteenAlternating' || name === 'fifteenWithinOne' || name === 'eightBeyondOne';

const wayOf = (side: RuleHit['side']): 'high' | 'low' => (side === 'low' ? 'low' : 'high');
