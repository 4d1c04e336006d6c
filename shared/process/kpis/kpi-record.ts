/** What the figures of the practice need of a record; made from its row, on a device and on the server alike. */
import { dayNumberOfDay } from '../../domain/day-number.ts';
import type { DocumentId } from '../../domain/ids.ts';
import { type ImprovementRow, type Level, levels, type Stage } from '../../domain/improvement.ts';
import type { Source } from '../../domain/record-values.ts';
import type { Verdict } from '../../domain/verdicts.ts';
import { type StageStep, unpackStages } from '../stage-history.ts';

export type KpiRecord = {
  readonly id: DocumentId;
  readonly createdAt: number;
  readonly createdBy: string;
  /** From its beginning to where it stands. */
  readonly steps: readonly StageStep[];
  readonly source: Source | '';
  readonly team: string;
  readonly items: readonly string[];
  readonly owner: string;
  /** Who scored it or has an open task in it. */
  readonly helpers: readonly string[];
  /** As `answers.ts` reads them. */
  readonly replies: readonly Reply[];
  readonly decidedAt: number | undefined;
  readonly waitedMs: number;
  readonly isWaiting: boolean;
  /** Somebody still has to say what becomes of it. */
  readonly isOwed: boolean;
  readonly hasObjective: boolean;
  readonly hasTarget: boolean;
  readonly verdict: Verdict | '';
  /** The day on which it was to be done. */
  readonly plannedDay: number | undefined;
  /** High in cost or in effort. */
  readonly isLarge: boolean;
  /** Planned positives: 3 for high to 0 for nothing said. */
  readonly value: number;
  /** What came unexpected and bad, and risks that came true, in the same unit. */
  readonly negatives: number;
  readonly currency: string;
  readonly plannedCost: number | undefined;
  readonly plannedBenefit: number | undefined;
  readonly actualCost: number | undefined;
  readonly actualBenefit: number | undefined;
  readonly criteriaMet: number;
  readonly criteria: number;
  /** Iterations that are over. */
  readonly confirmed: number;
  readonly unconfirmed: number;
  readonly lessons: number;
  /** 1 to 5: how satisfied each was who said so. */
  readonly pulses: readonly number[];
};

type Reply = NonNullable<ImprovementRow['replies']>[number];

/** undefined: it is private, and counts nowhere until it is submitted. */
export function kpiRecordOf(row: ImprovementRow): KpiRecord | undefined {
  if (row.visibility === 'private') return undefined;
  const { openTasks = [], assessors = [] } = row;
  return {
    id: row.id,
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    steps: unpackStages(row.createdAt, row.stageDays ?? []),
    source: row.source ?? '',
    team: row.team ?? '',
    items: row.affectedItems,
    owner: row.owner,
    helpers: [...new Set([...assessors, ...openTasks.map(({ owner }) => owner)])],
    replies: row.replies ?? [],
    decidedAt: row.decidedAt,
    waitedMs: row.waitedMs ?? 0,
    isWaiting: row.isWaiting === true,
    isOwed: row.triageId !== undefined,
    hasObjective: row.objectives !== undefined,
    hasTarget: row.targetDueOn !== undefined,
    verdict: row.verdict ?? '',
    plannedDay: dayNumberOfDay(row.targetDueOn ?? row.dueOn ?? ''),
    isLarge: row.cost === 'high' || row.effort === 'high',
    value: row.value === undefined ? 0 : weightOf(row.value),
    negatives: (row.setbacks ?? 0) + (row.realisedRisks ?? 0),
    currency: row.currency ?? '',
    plannedCost: row.costAmount,
    plannedBenefit: row.benefitAmount,
    actualCost: row.actualCost,
    actualBenefit: row.actualBenefit,
    criteriaMet: row.criteria?.met ?? 0,
    criteria: row.criteria?.all ?? 0,
    confirmed: row.iterations?.confirmed ?? 0,
    unconfirmed: row.iterations?.unconfirmed ?? 0,
    lessons: row.lessons?.count ?? 0,
    pulses: row.pulses ?? [],
  };
}

const weightOf = (level: Level): number => levels.length - levels.indexOf(level);

/** Where it stood at the end of a day; undefined: it was not there yet. */
export const stageOn = (record: KpiRecord, day: number): Stage | undefined =>
  stepOn(record, day)?.stage;

/** The step that brought it to where it stood at the end of a day. */
export function stepOn({ steps }: KpiRecord, day: number): StageStep | undefined {
  for (let at = steps.length - 1; at >= 0; at--) {
    const step = steps[at];
    if (step !== undefined && step.day <= day) return step;
  }
  return undefined;
}

/** The first day on which it stood in the register. */
export const registeredOn = ({ steps }: KpiRecord): number => steps[0]?.day ?? 0;

export const isOpen = (stage: Stage | undefined): boolean =>
  stage !== undefined && !ended.has(stage);

const ended: ReadonlySet<Stage> = new Set(['closed', 'declined', 'duplicate', 'withdrawn']);

/** Approved and not finished. */
export const isInWork = (stage: Stage | undefined): boolean =>
  stage !== undefined && work.has(stage);

const work: ReadonlySet<Stage> = new Set(['approved', 'planned', 'inProgress', 'reviewing']);

/** The day on which work began, as one saw it at the end of `by`: in progress, or planned where nobody said so, or approved. */
export function begunOn({ steps }: KpiRecord, by: number): number | undefined {
  const first = (stage: Stage) => steps.find((step) => step.stage === stage && step.day <= by)?.day;
  return first('inProgress') ?? first('planned') ?? first('approved') ?? first('reviewing');
}
