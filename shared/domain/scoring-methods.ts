/** The methods by which a backlog can be ranked. */

export const scoringMethods = ['weighted', 'wsjf', 'rice', 'ice', 'levels'] as const;
export type ScoringMethod = (typeof scoringMethods)[number];
