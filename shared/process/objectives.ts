/** Objectives as a tree, and how far each has come: by what is measured, not by what is done (ITIL 4, continual improvement). */
import { normaliseResult } from '../statistics/normalise.ts';
import type { SettingsItem } from '../domain/workspace.ts';

export type Objective = SettingsItem<'objectives'>;

export type ObjectiveNode = {
  readonly objective: Objective;
  /** 0 at the root. */
  readonly depth: number;
};

/**
 * In the order in which a tree is read, each behind the one that it serves. Total: whose parent is not there, or
 * was taken out, stands at the root, and of a circle the first one does; nothing is left out.
 */
export function objectiveTree(all: readonly Objective[]): readonly ObjectiveNode[] {
  const objectives = all.filter(({ isRemoved }) => !isRemoved);
  const children = new Map<string, Objective[]>();
  const ids = new Set(objectives.map(({ id }) => id));
  for (const objective of objectives) {
    const { parent } = objective.values;
    const key = ids.has(parent) && parent !== objective.id ? parent : '';
    children.set(key, [...(children.get(key) ?? []), objective]);
  }
  const nodes: ObjectiveNode[] = [];
  const seen = new Set<string>();
  const visit = (objective: Objective, depth: number) => {
    if (seen.has(objective.id)) return;
    seen.add(objective.id);
    nodes.push({ objective, depth });
    for (const child of children.get(objective.id) ?? []) visit(child, depth + 1);
  };
  for (const root of children.get('') ?? []) visit(root, 0);
  for (const objective of objectives) visit(objective, 0);
  return nodes;
}

/** Those that `id` may serve without a circle: neither itself nor what serves it. */
export function possibleParents(all: readonly Objective[], id: string): readonly Objective[] {
  const byId = new Map(all.map((objective) => [objective.id, objective]));
  const servesIt = (from: Objective): boolean => {
    const seen = new Set<string>();
    let at: Objective | undefined = from;
    while (at !== undefined && !seen.has(at.id)) {
      if (at.id === id) return true;
      seen.add(at.id);
      at = byId.get(at.values.parent);
    }
    return false;
  };
  return all.filter((objective) => !objective.isRemoved && !servesIt(objective));
}

export type ObjectiveProgress =
  | { readonly type: 'measured'; /** 0 … 1. */ readonly share: number }
  /** Why there is no figure. */
  | { readonly type: 'undefined'; readonly why: 'noBaseline' | 'noTarget' | 'noReading' | 'same' };

/** KPI normalisation (ITIL 4 Measurement and Reporting), with where it started as the threshold. */
export function objectiveProgress({
  baseline,
  current,
  target,
}: Objective['values']): ObjectiveProgress {
  if (target === '') return { type: 'undefined', why: 'noTarget' };
  if (baseline === '') return { type: 'undefined', why: 'noBaseline' };
  if (current === '') return { type: 'undefined', why: 'noReading' };
  const result = normaliseResult(current, target, baseline);
  return result.ok
    ? { type: 'measured', share: result.value.value }
    : { type: 'undefined', why: 'same' };
}
