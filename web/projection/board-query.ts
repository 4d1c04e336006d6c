/** A query of the register as columns of a board: the same records, each in one column or beside the board. */
import { type Stage, stages } from '../../shared/domain/improvement.ts';
import { everything, type RegisterQuery } from './register-query.ts';

/** In the order of the process; what rests stands behind it, folded. */
export const boardStages = [
  'idea',
  'assessing',
  'approved',
  'planned',
  'inProgress',
  'reviewing',
  'onHold',
] as const satisfies readonly Stage[];
export type BoardStage = (typeof boardStages)[number];

export const isBoardStage = (stage: Stage): stage is BoardStage =>
  (boardStages as readonly Stage[]).includes(stage);

/** What ended, or never began: on the list alone. */
const besideStages = stages.filter((stage) => !isBoardStage(stage));

const wanted = (query: RegisterQuery, some: readonly Stage[]): readonly Stage[] =>
  query.stages.length === 0 ? some : some.filter((stage) => query.stages.includes(stage));

/** The columns that the query leaves, in order. */
export const columnsOf = (query: RegisterQuery): readonly BoardStage[] =>
  wanted(query, boardStages).filter(isBoardStage);

export const columnQuery = (query: RegisterQuery, stage: BoardStage): RegisterQuery => ({
  ...query,
  stages: [stage],
  group: '',
});

/** The records of the list that no column shows; undefined: the query asks for none. */
export function besideQuery(query: RegisterQuery): RegisterQuery | undefined {
  const left = wanted(query, besideStages);
  return left.length === 0 ? undefined : { ...query, stages: left, group: '' };
}

/** All that stand in a column, whatever is filtered: what its limit counts. */
export const heldQuery = (stage: BoardStage): RegisterQuery => ({ ...everything, stages: [stage] });
