/** How grave a risk is: likelihood × impact, 3 for high to 1 for low; from 6 on it is high, from 3 on medium. */
import { type Level, levels } from '../domain/improvement.ts';

export type RiskGrade = Level;

/** undefined while one of the two is not said. */
export function riskGrade(likelihood: Level | '', impact: Level | ''): RiskGrade | undefined {
  if (likelihood === '' || impact === '') return undefined;
  const product = weight(likelihood) * weight(impact);
  return product >= 6 ? 'high' : product >= 3 ? 'medium' : 'low';
}

const weight = (level: Level): number => levels.length - levels.indexOf(level);
