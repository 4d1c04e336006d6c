/** What the figures say of a record: the measure that its target names, and the verdict that they propose. */
import { useMemo } from 'preact/hooks';
import type { Item } from '../../../shared/document/collections.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { rulesets } from '../../../shared/domain/measure.ts';
import type { Fact } from '../../../shared/process/facts.ts';
import { betterOf, type ProposedVerdict, proposeVerdict } from '../../../shared/process/verdict.ts';
import { dayOf, type Period } from '../../../shared/statistics/reading.ts';
import type { ImprovementState } from '../../services/improvement.ts';
import type { Measured } from '../charts/chart-model.ts';
import { measuredOf } from '../charts/measured-of.ts';
import { useMeasureState } from '../measures/use-measure-state.ts';

export type Evaluation = {
  readonly proposed: ProposedVerdict;
  readonly measured: Measured;
};

/** undefined while the measure is being opened. */
export function useEvaluation(state: ImprovementState): Evaluation | undefined {
  const target = state.decisions.targets.at(-1)?.said;
  const entry = measuredBy(state.items('measured'), target);
  const id = entry?.measure ?? target?.measureId ?? '';
  const measure = useMeasureState(id === '' ? undefined : (id as DocumentId));
  return useMemo(() => {
    if (measure === 'opening') return undefined;
    const baseline = { from: entry?.baselineFrom ?? '', to: entry?.baselineTo ?? '' };
    const found =
      measure === 'missing'
        ? nothingMeasured(target)
        : measuredOf(measure, { baseline, target: target?.target });
    const measured = { ...found, baseline: frozenPeriod(target) ?? found.baseline };
    const proposed = proposeVerdict({
      readings: measure === 'missing' ? undefined : measured.readings,
      better: measured.better,
      target,
      interventionOn: entry?.interventionOn || onlyChange(measured),
      baseline: measured.baseline,
      // As it was frozen; the measure's own may have changed since.
      rules: rulesets.find((name) => name === target?.rules) ?? measured.rules,
      form: measured.form,
    });
    const better = target === undefined ? measured.better : betterOf(target, measured.better);
    return { proposed, measured: { ...measured, better } };
  }, [measure, target, entry]);
}

type Target = Fact<'freezeTarget'>['said'];

/** The baseline as it was frozen with its measure: what is said of it later moves no limit. */
const frozenPeriod = (target: Target | undefined): Period | undefined =>
  target?.measureId === undefined
    ? undefined
    : { from: target.baselineFrom ?? '', to: target.baselineTo ?? '' };

/** The measure that the target was frozen for; a record with a single one has no other to mean. */
function measuredBy(items: readonly Item<'measured'>[], target: Target | undefined) {
  const entries = items.map(({ values }) => values).filter(({ measure }) => measure !== '');
  if (target?.measureId !== undefined) {
    return entries.find(({ measure }) => measure === target.measureId);
  }
  const named = entries.find(({ title }) => title === target?.measure);
  return named ?? (entries.length === 1 ? entries[0] : undefined);
}

/** Where the record does not say it, the one change that is noted at the measure; of several it could be any. */
const onlyChange = ({ interventions }: Measured): string =>
  interventions.length === 1 ? dayOf(interventions[0]?.at ?? '') : '';

const nothingMeasured = (target: Target | undefined): Measured => ({
  title: target?.measure ?? '',
  unit: target?.unit ?? '',
  better: 'higher',
  readings: [],
  baseline: { from: '', to: '' },
  rules: 'wheeler',
  form: 'mean',
  target: target?.target,
  interventions: [],
});
