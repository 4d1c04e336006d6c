/** A measure as a chart takes it. */
import type { MeasureState } from '../../services/measures.ts';
import type { Intervention, Measured } from '../charts/chart-model.ts';

/** What a record expects of the measure, where it is shown for one. */
export type Expectation = {
  readonly baselineFrom: string;
  readonly baselineTo: string;
  readonly target: number | '';
  readonly intervention?: Intervention | undefined;
};

export function measuredOf(
  { values, scale, readings, items }: Pick<MeasureState, 'values' | 'scale' | 'readings' | 'items'>,
  title: string,
  expected?: Expectation,
): Measured {
  const hasOwnBaseline =
    expected !== undefined && expected.baselineFrom + expected.baselineTo !== '';
  const { baselineFrom, baselineTo } = hasOwnBaseline ? expected : values;
  const target = expected === undefined || expected.target === '' ? targetOf() : expected.target;
  const interventions = items.interventions
    .filter(({ isRemoved, values: said }) => !isRemoved && said.at !== '')
    .map(({ values: said }) => ({ at: said.at, label: said.title }));
  const own = expected?.intervention;
  return {
    title,
    unit: values.kind === 'qualitative' ? '' : values.unit,
    better: values.better === '' ? 'higher' : values.better,
    readings,
    baseline: { from: baselineFrom, to: baselineTo },
    rules: values.ruleset === '' ? 'wheeler' : values.ruleset,
    form: values.limitsForm === '' ? 'mean' : values.limitsForm,
    ...(target !== undefined && { target }),
    interventions: own === undefined ? interventions : [...interventions, own],
    ...(values.kind === 'qualitative' && {
      labelOf: (value: number) => scale[value - 1]?.title ?? String(value),
    }),
  };

  function targetOf(): number | undefined {
    if (values.kind !== 'qualitative') return values.target === '' ? undefined : values.target;
    const place = scale.findIndex(({ id }) => id === values.targetLabel);
    return place < 0 ? undefined : place + 1;
  }
}
