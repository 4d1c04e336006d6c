/** What scores say of a row: whether it is contested, whom it waits for, where it stands in the order. */
import type { ImprovementRow } from '../../shared/domain/improvement.ts';
import { assess, scoreBy } from '../../shared/process/assess.ts';
import type { ScoringModel } from '../../shared/process/scoring-model.ts';
import type { AssessmentState } from './register-query.ts';

export type ScoredRow = Pick<
  ImprovementRow,
  'stage' | 'urgency' | 'cost' | 'value' | 'scores' | 'assessors'
>;

export function isAssessedAs(
  row: ScoredRow,
  wanted: AssessmentState,
  { model, myIds }: { readonly model: ScoringModel; readonly myIds: readonly string[] },
): boolean {
  switch (wanted) {
    case 'contested':
      return row.scores !== undefined && assess(model, row.scores).isContested;
    case 'mine':
      return row.stage === 'assessing' && !(row.assessors ?? []).some((id) => myIds.includes(id));
    case 'unscored':
      return row.scores === undefined;
  }
}

/** By the model's own method; what has no score stands below everything. */
export function rankingScore(row: ScoredRow, model: ScoringModel): number {
  const scored = scoreBy(model.method, model, row);
  return scored.type === 'defined' ? scored.score : Number.NEGATIVE_INFINITY;
}
