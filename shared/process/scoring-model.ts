/**
 * The published scoring model: criteria, scales, weights, method. What is said here is how a workspace begins;
 * what it says otherwise is in its own document, under the same ids.
 */
import type { ScoringMethod } from '../domain/scoring-methods.ts';
import { scoringMethods } from '../domain/scoring-methods.ts';
import type { SettingsItem, WorkspaceSettings } from '../domain/workspace.ts';

export type Scale =
  /** Whole numbers from `least` to `most`; `isOpen`: any number from `least` on. */
  | { readonly type: 'range'; readonly least: number; readonly most: number }
  | { readonly type: 'open'; readonly least: number }
  | { readonly type: 'steps'; readonly values: readonly number[] };

export type Criterion = {
  /** Of an entry of the workspace's list, or of a built-in one by name. */
  readonly id: string;
  readonly scale: Scale;
  readonly better: 'higher' | 'lower';
  /** Of a weighted score; the other methods have none. */
  readonly weight: number;
  /** In people's own words; '' = a built-in one, which screens name in their language. */
  readonly title: string;
  readonly explanation: string;
  readonly lowLabel: string;
  readonly highLabel: string;
};

export type ScoringModel = {
  readonly method: ScoringMethod;
  /** Of the weighted score. */
  readonly criteria: readonly Criterion[];
  /** The spread from which a record is contested: of a normalised criterion, 0 to 1. */
  readonly contestedAt: number;
  /** As many must have scored before a spread says anything. */
  readonly assessorsNeeded: number;
};

const words = { title: '', explanation: '', lowLabel: '', highLabel: '' } as const;

const builtIn = (id: string, scale: Scale, better: Criterion['better'] = 'higher'): Criterion => ({
  id,
  scale,
  better,
  weight: 1,
  ...words,
});

const fiveSteps: Scale = { type: 'range', least: 1, most: 5 };

/** Entries of the list may say otherwise under these ids, which are UUIDs because the list's are. */
export const builtInCriteria = {
  benefit: '00000000-0000-7000-8000-00000000c001',
  urgency: '00000000-0000-7000-8000-00000000c002',
  riskReduction: '00000000-0000-7000-8000-00000000c003',
  reach: '00000000-0000-7000-8000-00000000c004',
  cost: '00000000-0000-7000-8000-00000000c005',
  effort: '00000000-0000-7000-8000-00000000c006',
} as const;

const weightedCriteria: readonly Criterion[] = [
  { ...builtIn(builtInCriteria.benefit, fiveSteps), weight: 3 },
  { ...builtIn(builtInCriteria.urgency, fiveSteps), weight: 2 },
  builtIn(builtInCriteria.riskReduction, fiveSteps),
  builtIn(builtInCriteria.reach, fiveSteps),
  { ...builtIn(builtInCriteria.cost, fiveSteps, 'lower'), weight: 2 },
  builtIn(builtInCriteria.effort, fiveSteps, 'lower'),
];

/** Relative sizes, as in planning poker. */
const fibonacci: Scale = { type: 'steps', values: [1, 2, 3, 5, 8, 13, 20] };
const tenSteps: Scale = { type: 'range', least: 1, most: 10 };

/** What each method but the weighted one asks, always the same. */
export const methodCriteria = {
  wsjf: [
    builtIn('wsjf.value', fibonacci),
    builtIn('wsjf.time', fibonacci),
    builtIn('wsjf.risk', fibonacci),
    builtIn('wsjf.size', fibonacci, 'lower'),
  ],
  rice: [
    builtIn('rice.reach', { type: 'open', least: 0 }),
    builtIn('rice.impact', { type: 'steps', values: [0.25, 0.5, 1, 2, 3] }),
    builtIn('rice.confidence', { type: 'steps', values: [50, 80, 100] }),
    builtIn('rice.effort', { type: 'open', least: 0.5 }, 'lower'),
  ],
  ice: [
    builtIn('ice.impact', tenSteps),
    builtIn('ice.confidence', tenSteps),
    builtIn('ice.ease', tenSteps),
  ],
  levels: [],
} as const satisfies { readonly [M in Exclude<ScoringMethod, 'weighted'>]: readonly Criterion[] };

export const firstModel: ScoringModel = {
  method: 'weighted',
  criteria: weightedCriteria,
  contestedAt: 0.5,
  assessorsNeeded: 2,
};

/** What assessors are asked under the model's own method. */
export const criteriaOf = (model: ScoringModel, method = model.method): readonly Criterion[] =>
  method === 'weighted' ? model.criteria : methodCriteria[method];

/** The model that a workspace has published, with the first one's answers where it says nothing. */
export function modelFrom({ values, items }: WorkspaceSettings): ScoringModel {
  const { contestedAt, assessorsNeeded } = values;
  return {
    method: scoringMethods.find((method) => method === values.scoringMethod) ?? firstModel.method,
    criteria: criteriaFrom(items.criteria),
    contestedAt: contestedAt === '' ? firstModel.contestedAt : contestedAt,
    assessorsNeeded: assessorsNeeded === '' ? firstModel.assessorsNeeded : assessorsNeeded,
  };
}

/** The built-in criteria as the workspace has changed them, then its own; those taken out are left out. */
export function criteriaFrom(items: readonly SettingsItem<'criteria'>[]): readonly Criterion[] {
  const itemsById = new Map(items.map((item) => [item.id, item]));
  const ids = new Set(weightedCriteria.map(({ id }) => id));
  const changed = weightedCriteria.flatMap((criterion) => {
    const item = itemsById.get(criterion.id);
    if (item === undefined) return [criterion];
    return item.isRemoved ? [] : [withItem(criterion, item)];
  });
  const own = items
    .filter(({ id, isRemoved, values }) => !ids.has(id) && !isRemoved && values.title !== '')
    .map((item) => withItem(builtIn(item.id, fiveSteps), item));
  return [...changed, ...own];
}

function withItem(criterion: Criterion, { values }: SettingsItem<'criteria'>): Criterion {
  const least = values.least === '' ? 1 : values.least;
  const most = values.most === '' ? 5 : values.most;
  return {
    id: criterion.id,
    // A scale without room between its ends orders nothing.
    scale: least < most ? { type: 'range', least, most } : criterion.scale,
    better: values.better === '' ? criterion.better : values.better,
    weight: values.weight === '' ? criterion.weight : values.weight,
    title: values.title,
    explanation: values.explanation,
    lowLabel: values.lowLabel,
    highLabel: values.highLabel,
  };
}

/** Whether a score may be given; what is not on the scale is refused where it is typed. */
export function isOnScale(scale: Scale, value: number): boolean {
  switch (scale.type) {
    case 'range':
      return Number.isInteger(value) && value >= scale.least && value <= scale.most;
    case 'open':
      return Number.isFinite(value) && value >= scale.least;
    case 'steps':
      return scale.values.includes(value);
  }
}

/** 0 at the worse end of the scale and 1 at the better one; undefined where it has no end. */
export function normalise({ scale, better }: Criterion, value: number): number | undefined {
  if (scale.type === 'open') return undefined;
  const ends =
    scale.type === 'range'
      ? [scale.least, scale.most]
      : [Math.min(...scale.values), Math.max(...scale.values)];
  const [least = 0, most = 1] = ends;
  const share = Math.max(0, Math.min(1, (value - least) / (most - least)));
  return better === 'higher' ? share : 1 - share;
}
