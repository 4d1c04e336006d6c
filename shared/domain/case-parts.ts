/** What an approval is given for; apart from what every screen starts with. */

export const caseParts = [
  'cost',
  'costAmount',
  'fundingAsked',
  'currency',
  'affectedItems',
  'objectives',
  'route',
  'target',
] as const;
export type CasePart = (typeof caseParts)[number];
