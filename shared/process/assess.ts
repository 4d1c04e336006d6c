/**
 * What the scores of several people come to: means, spread, contested or not, and the score by each method with
 * its arithmetic. Means per criterion over assessors first, then the method. A formula without its inputs is
 * "not defined" and says why; it is never 0 and never NaN.
 */
import type { Level } from '../domain/improvement.ts';
import type { ScoringMethod } from '../domain/scoring-methods.ts';
import { priorityFields, priorityOf } from './priority.ts';
import { type Criterion, criteriaOf, normalise, type ScoringModel } from './scoring-model.ts';

/** By criterion: what each assessor gave. */
export type ScoresByCriterion = { readonly [criterion: string]: readonly number[] };

export type CriterionSummary = {
  readonly criterion: Criterion;
  /** Assessors who scored it. */
  readonly count: number;
  readonly mean: number;
  readonly least: number;
  readonly most: number;
  /** Largest less smallest, on the normalised scale; undefined where the scale has no end. */
  readonly spread: number | undefined;
};

export type Assessment = {
  /** Of the criteria that somebody scored, in the model's order. */
  readonly summaries: readonly CriterionSummary[];
  /** The largest of any criterion; 0 = all agree, or one alone has scored. */
  readonly spread: number;
  readonly isContested: boolean;
};

export function assess(model: ScoringModel, scores: ScoresByCriterion): Assessment {
  const summaries = criteriaOf(model).flatMap((criterion) => {
    const summary = summarize(criterion, scores[criterion.id] ?? []);
    return summary === undefined ? [] : [summary];
  });
  const telling = summaries.filter(({ count }) => count >= Math.max(2, model.assessorsNeeded));
  const spread = Math.max(0, ...telling.map((summary) => summary.spread ?? 0));
  // Thirds of a scale add up to a little less than they should.
  return { summaries, spread, isContested: spread + 1e-9 >= model.contestedAt && spread > 0 };
}

function summarize(criterion: Criterion, values: readonly number[]): CriterionSummary | undefined {
  if (values.length === 0) return undefined;
  const least = Math.min(...values);
  const most = Math.max(...values);
  const [low, high] = [normalise(criterion, least), normalise(criterion, most)];
  return {
    criterion,
    count: values.length,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    least,
    most,
    spread: low === undefined || high === undefined ? undefined : Math.abs(high - low),
  };
}

/** One number of the arithmetic. */
export type ScorePart = {
  readonly criterion: string;
  readonly mean: number;
  /** Of a weighted score. */
  readonly normalised?: number;
  readonly weight?: number;
};

export type MethodScore =
  | { readonly type: 'defined'; readonly score: number; readonly parts: readonly ScorePart[] }
  /** `missing`: criteria (or fields of the record) that nobody has scored; `weights`: they come to 0. */
  | {
      readonly type: 'notDefined';
      readonly reason: 'missing' | 'weights';
      readonly missing: readonly string[];
    };

export type Scored = {
  readonly scores?: ScoresByCriterion | undefined;
  readonly urgency: Level | '';
  readonly value?: Level | '' | undefined;
  readonly cost: Level | '';
};

/** Whatever the method, more is better. */
export function scoreBy(method: ScoringMethod, model: ScoringModel, record: Scored): MethodScore {
  if (method === 'levels') return scoreByLevels(record);
  const criteria = criteriaOf(model, method).filter(
    ({ weight }) => method !== 'weighted' || weight > 0,
  );
  if (criteria.length === 0) return { type: 'notDefined', reason: 'weights', missing: [] };
  const summaries = criteria.map((criterion) =>
    summarize(criterion, record.scores?.[criterion.id] ?? []),
  );
  const missing = criteria.filter((_, i) => summaries[i] === undefined).map(({ id }) => id);
  if (missing.length > 0) return { type: 'notDefined', reason: 'missing', missing };
  const parts = summaries.flatMap((summary) => (summary === undefined ? [] : [partOf(summary)]));
  const scored =
    method === 'weighted' ? parts.map((part, i) => withWeight(part, criteria[i])) : parts;
  return { type: 'defined', score: formulas[method](scored), parts: scored };
}

const partOf = ({ criterion, mean }: CriterionSummary): ScorePart => ({
  criterion: criterion.id,
  mean,
});

const withWeight = (part: ScorePart, criterion: Criterion | undefined): ScorePart =>
  criterion === undefined
    ? part
    : { ...part, normalised: normalise(criterion, part.mean) ?? 0, weight: criterion.weight };

/** Each part in the order of its method's criteria. */
const formulas: {
  readonly [M in Exclude<ScoringMethod, 'levels'>]: (parts: readonly ScorePart[]) => number;
} = {
  /** Σ weight × normalised ÷ Σ weight: 0 to 1. */
  weighted: (parts) =>
    sum(parts.map(({ weight = 0, normalised = 0 }) => weight * normalised)) /
    sum(parts.map(({ weight = 0 }) => weight)),
  /** Weighted shortest job first (SAFe): cost of delay ÷ job size. */
  wsjf: (parts) => {
    const [value = 0, time = 0, risk = 0, size = 1] = means(parts);
    return (value + time + risk) / size;
  },
  /** Reach × impact × confidence ÷ effort (Intercom); confidence in per cent, effort in person-months. */
  rice: (parts) => {
    const [reach = 0, impact = 0, confidence = 0, effort = 1] = means(parts);
    return (reach * impact * (confidence / 100)) / effort;
  },
  /** Impact × confidence × ease, each 1 to 10. */
  ice: (parts) => means(parts).reduce((product, mean) => product * mean, 1),
};

const means = (parts: readonly ScorePart[]): readonly number[] => parts.map(({ mean }) => mean);
const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

function scoreByLevels({ urgency, value = '', cost }: Scored): MethodScore {
  const priority = priorityOf({ urgency, value, cost });
  if (priority.type === 'notDefined') {
    return { type: 'notDefined', reason: 'missing', missing: priority.missing };
  }
  const parts = priorityFields.map((field) => ({ criterion: field, mean: priority[field] }));
  return { type: 'defined', score: priority.score, parts };
}

/** Criteria that the person has not scored yet, of those that the model asks. */
export const criteriaLeft = (
  model: ScoringModel,
  scored: ReadonlySet<string>,
): readonly Criterion[] => criteriaOf(model).filter(({ id }) => !scored.has(id));
