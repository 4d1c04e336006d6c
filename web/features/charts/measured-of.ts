/** An open measure as its chart takes it. */
import type { ReadMeasure } from '../../../shared/document/measure-document.ts';
import type { Period } from '../../../shared/statistics/reading.ts';
import type { Intervention, Measured } from './chart-model.ts';

type Of = {
  /** A record's own, where it has one; else the measure's. */
  readonly baseline?: Period | undefined;
  readonly target?: number | undefined;
  /** Of the record, besides those of the measure. */
  readonly interventions?: readonly Intervention[];
};

export function measuredOf(measure: ReadMeasure, of: Of = {}): Measured {
  const { values, readings, scale, items } = measure;
  const isWorded = values.kind === 'qualitative';
  const own = items.interventions
    .filter(({ isRemoved }) => !isRemoved)
    .map(({ values: { at, title } }) => ({ at, label: title }))
    .filter(({ at }) => at !== '');
  const others = of.interventions ?? [];
  const isOpen = of.baseline === undefined || (of.baseline.from === '' && of.baseline.to === '');
  return {
    title: values.name,
    unit: isWorded ? '' : values.unit,
    better: values.better === '' ? 'higher' : values.better,
    readings,
    baseline: isOpen ? { from: values.baselineFrom, to: values.baselineTo } : of.baseline,
    rules: values.ruleset === '' ? 'wheeler' : values.ruleset,
    form: values.limitsForm === '' ? 'mean' : values.limitsForm,
    target: of.target ?? targetOf(measure),
    // The same change may be told by the measure and by the record.
    interventions: [...own, ...others.filter(({ at }) => own.every((one) => one.at !== at))],
    ...(isWorded && { labelOf: (value) => scale[value - 1]?.title }),
  };
}

function targetOf({ values, scale }: ReadMeasure): number | undefined {
  if (values.kind !== 'qualitative') return values.target === '' ? undefined : values.target;
  const place = scale.findIndex(({ id }) => id === values.targetLabel);
  return place === -1 ? undefined : place + 1;
}
