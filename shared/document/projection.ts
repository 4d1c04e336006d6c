/** What devices and the server say to each other about projections; apart from the work itself, which a start can do without. */
import type { Fact } from '../process/facts.ts';

/** Raised whenever the shape or meaning of a row changes: devices then project again by themselves. */
export const projectionVersion = 21;

/** What the server alone writes about a record. */
export type ImprovementFacts = {
  /** `CI-7`; '' until the server has committed the record's first update. */
  readonly ref: string;
  /** Decisions, in the order in which they were taken; absent = none. */
  readonly list?: readonly Fact[] | undefined;
};

export const noFacts: ImprovementFacts = { ref: '' };
