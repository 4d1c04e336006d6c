/** The register as one period sees it: what came, what ended, what stood open at its end. Every figure counts from this. */
import type { PulseRound } from '../../domain/workspace.ts';
import { isInWork, isOpen, type KpiRecord, registeredOn, stepOn } from './kpi-record.ts';
import type { Period } from './period.ts';

/** What rows do not say. */
export type KpiContext = {
  /** Unix ms. */
  readonly nowMs: number;
  /** The ids that each member goes by. */
  readonly people: readonly (readonly string[])[];
  /** Teams that the catalogue names. */
  readonly teams: readonly string[];
  /** Working days within which a first answer is due. */
  readonly answerDays: number;
  /** What everybody said when they were asked how satisfied they are. */
  readonly rounds: readonly PulseRound[];
  /** Whether what was declined or withdrawn counts as done in the productivity index. */
  readonly countsRefused: boolean;
};

export type Slice = {
  readonly period: Period;
  readonly context: KpiContext;
  /** Began in the period, but for duplicates. */
  readonly registered: readonly KpiRecord[];
  /** Open at its end. */
  readonly open: readonly KpiRecord[];
  /** Both. */
  readonly fresh: readonly KpiRecord[];
  /** Came to be closed in it, whenever they began, and stayed so to its end. */
  readonly closed: readonly KpiRecord[];
  /** The same of what was declined or withdrawn. */
  readonly refused: readonly KpiRecord[];
  /** Being assessed or in work at its end, or ended in it. */
  readonly active: readonly KpiRecord[];
  /** Whose work was reviewed in it, or which were closed. */
  readonly reviewed: readonly KpiRecord[];
};

export function sliceOf(records: readonly KpiRecord[], period: Period, context: KpiContext): Slice {
  const registered: KpiRecord[] = [];
  const open: KpiRecord[] = [];
  const fresh: KpiRecord[] = [];
  const closed: KpiRecord[] = [];
  const refused: KpiRecord[] = [];
  const active: KpiRecord[] = [];
  const reviewed: KpiRecord[] = [];
  for (const record of records) {
    const step = stepOn(record, period.to);
    if (step === undefined) continue;
    const { stage, day } = step;
    const isNew = registeredOn(record) >= period.from;
    const cameNow = day >= period.from;
    if (isNew && stage !== 'duplicate') registered.push(record);
    if (isOpen(stage)) {
      open.push(record);
      if (isNew) fresh.push(record);
    }
    if (cameNow && stage === 'closed') closed.push(record);
    if (cameNow && (stage === 'declined' || stage === 'withdrawn')) refused.push(record);
    if (stage === 'assessing' || isInWork(stage) || (cameNow && stage === 'closed')) {
      active.push(record);
    }
    if (cameNow && (stage === 'reviewing' || stage === 'closed')) reviewed.push(record);
  }
  return { period, context, registered, open, fresh, closed, refused, active, reviewed };
}
