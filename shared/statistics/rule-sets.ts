/** The named sets of rules that tell a signal from noise on an XmR chart; a workspace or a measure picks one. */
import type { Ruleset } from '../domain/measure.ts';

export type RuleName =
  | 'outside'
  | 'threeOfFourNearLimit'
  | 'eightOneSide'
  | 'sevenOneSide'
  | 'sevenTrend'
  | 'twoOfThreeOuterThird'
  | 'nineOneSide'
  | 'sixTrend'
  | 'fourteenAlternating'
  | 'twoOfThreeBeyondTwo'
  | 'fourOfFiveBeyondOne'
  | 'fifteenWithinOne'
  | 'eightBeyondOne';

/**
 * Wheeler, Understanding Variation; NHS England, Making Data Count; Nelson, Journal of Quality Technology 16 (1984)
 * 237. Each in the order in which its source has them.
 */
export const ruleSets: { readonly [S in Ruleset]: readonly RuleName[] } = {
  wheeler: ['outside', 'threeOfFourNearLimit', 'eightOneSide'],
  nhs: ['outside', 'sevenOneSide', 'sevenTrend', 'twoOfThreeOuterThird'],
  nelson: [
    'outside',
    'nineOneSide',
    'sixTrend',
    'fourteenAlternating',
    'twoOfThreeBeyondTwo',
    'fourOfFiveBeyondOne',
    'fifteenWithinOne',
    'eightBeyondOne',
  ],
};
