/**
 * The priority of a record that nobody has scored yet, from what its fields say alone:
 * urgency × value ÷ cost, with high = 3, medium = 2, low = 1. From 1/3 (nothing urgent, at high cost) to 9.
 */
import type { Level } from '../domain/improvement.ts';

export const priorityFields = ['urgency', 'value', 'cost'] as const;
export type PriorityField = (typeof priorityFields)[number];

export type Priority =
  | ({ readonly type: 'defined'; readonly score: number } & {
      readonly [F in PriorityField]: number;
    })
  /** No number without all three: which are not set, in the order of {@link priorityFields}. */
  | { readonly type: 'notDefined'; readonly missing: readonly PriorityField[] };

export type Sized = { readonly [F in PriorityField]?: Level | '' };

export function priorityOf(sized: Sized): Priority {
  const urgency = weightOf(sized.urgency);
  const value = weightOf(sized.value);
  const cost = weightOf(sized.cost);
  if (urgency === undefined || value === undefined || cost === undefined) {
    return { type: 'notDefined', missing: priorityFields.filter((field) => !sized[field]) };
  }
  return { type: 'defined', score: (urgency * value) / cost, urgency, value, cost };
}

const weights: { readonly [L in Level]: number } = { high: 3, medium: 2, low: 1 };

const weightOf = (level: Level | '' | undefined): number | undefined =>
  level === undefined || level === '' ? undefined : weights[level];
