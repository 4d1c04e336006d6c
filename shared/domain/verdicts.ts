/** What people say at the end of an improvement: whether they got there. */

export const verdicts = [
  'achieved',
  'partlyAchieved',
  'notAchieved',
  'worse',
  'notMeasurable',
] as const;
export type Verdict = (typeof verdicts)[number];
