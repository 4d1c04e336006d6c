/** A target while it is being written: what is wrong with it, and the request that it makes. */
import { isDay } from '../../../shared/domain/day.ts';
import type { CommandRequest } from '../../../shared/process/commands.ts';
import type { TextKey } from '../../i18n/translate.ts';

export type TargetDraft = {
  /** Of the library; '' = of none. */
  readonly measureId: string;
  readonly measure: string;
  readonly unit: string;
  readonly baseline: string;
  readonly target: string;
  readonly dueOn: string;
  /** By which the measure tells signals from noise when the target is frozen; '' = not known. */
  readonly rules: string;
  /** The measure's baseline as it is then; '' = an open end. */
  readonly baselineFrom: string;
  readonly baselineTo: string;
};

/** Those that are typed. */
export type TargetField = Exclude<
  keyof TargetDraft,
  'measureId' | 'rules' | 'baselineFrom' | 'baselineTo'
>;

export type TargetProblem = { readonly field: TargetField; readonly text: TextKey };

type TargetRequest = Extract<CommandRequest, { readonly type: 'freezeTarget' }>;

/** `today`: a day as in day.ts, by this device's calendar. */
export function targetRequest(draft: TargetDraft, today: string): TargetRequest | TargetProblem {
  const measure = draft.measure.trim();
  const unit = draft.unit.trim();
  const baseline = draft.baseline.trim() === '' ? null : numberIn(draft.baseline);
  const target = numberIn(draft.target);
  if (measure === '') return { field: 'measure', text: 'target.measureMissing' };
  if (baseline === undefined) return { field: 'baseline', text: 'target.numberProblem' };
  if (target === undefined) return { field: 'target', text: 'target.numberProblem' };
  if (target === baseline) return { field: 'target', text: 'target.sameAsBaseline' };
  if (!isDay(draft.dueOn)) return { field: 'dueOn', text: 'target.dayMissing' };
  if (draft.dueOn <= today) return { field: 'dueOn', text: 'target.dayPast' };
  return {
    type: 'freezeTarget',
    measure,
    ...(draft.measureId !== '' && { measureId: draft.measureId }),
    ...(unit !== '' && { unit }),
    baseline,
    target,
    dueOn: draft.dueOn,
    rules: draft.rules,
    ...(draft.baselineFrom !== '' && { baselineFrom: draft.baselineFrom }),
    ...(draft.baselineTo !== '' && { baselineTo: draft.baselineTo }),
  };
}

/** Below nought, too; a comma or a point before what is less than one. */
function numberIn(typed: string): number | undefined {
  const text = typed.trim().replace(/^[−–]/u, '-').replace(',', '.');
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
}
