/** How grave a risk is: likelihood × impact, 3 for high to 1 for low; from 6 on it is high, from 3 on medium. */
import { type Level, levels } from '../domain/improvement.ts';

export type RiskGrade = Level;

/** undefined while one of the two is not said. */
export function riskGrade(likelihood: Level | '', impact: Level | ''): RiskGrade | undefined {
  if (likelihood === '' || impact === '') return undefined;
  const product = weight(likelihood) * weight(impact);
  return product >= 6 ? 'high' : product >= 3 ? 'medium' : 'low';
}

type Realisable = { readonly impact: Level | ''; readonly realisedOn: string };

/** What came true, 3 for a high impact to 1 for a low one; one whose impact nobody said counts 1. */
export const realisedWeight = (risks: readonly Realisable[]): number =>
  risks
    .filter(({ realisedOn }) => realisedOn !== '')
    .reduce((sum, { impact }) => sum + (impact === '' ? 1 : weight(impact)), 0);

const weight = (level: Level): number => levels.length - levels.indexOf(level);
