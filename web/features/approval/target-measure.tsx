/** Which measure of the library a target is about; its readings say what it is now. */
import { useEffect } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { meanOf } from '../../../shared/statistics/averages.ts';
import { before, within } from '../../../shared/statistics/reading.ts';
import type { MeasureState } from '../../services/measures.ts';
import { useWords } from '../environment.ts';
import { OptionField } from '../improvement/option-field.tsx';
import { useMeasureState } from '../measures/use-measure-state.ts';
import { useMeasures } from '../measures/use-measures.ts';
import type { TargetDraft } from './target-draft.ts';

type TargetMeasureProps = {
  readonly draft: TargetDraft;
  readonly onChange: (change: Partial<TargetDraft>) => void;
};

export function TargetMeasure({ draft, onChange }: TargetMeasureProps) {
  const { t, language } = useWords();
  const library = useMeasures();
  const { measureId } = draft;
  const measure = useMeasureState(measureId === '' ? undefined : (measureId as DocumentId));
  useEffect(() => {
    if (typeof measure === 'string') return;
    const { baselineFrom, baselineTo } = measure.values;
    const mean = draft.baseline === '' ? baselineOf(measure) : undefined;
    const shown = { useGrouping: false, maximumFractionDigits: 3 };
    onChange({
      baselineFrom,
      baselineTo,
      ...(mean !== undefined && { baseline: mean.toLocaleString(language, shown) }),
    });
  }, [measure]);
  // A target is a number: of a scale of words there is none.
  const offered = (library?.rows ?? []).filter(
    ({ id, archived, kind }) => id === measureId || (archived !== 'yes' && kind !== 'qualitative'),
  );
  if (offered.length === 0) return null;
  return (
    <OptionField
      label={t('target.library')}
      problem={undefined}
      options={offered.map(({ id, name }) => ({ value: id as string, label: name }))}
      value={measureId}
      onChoose={(id) => {
        const row = offered.find((one) => one.id === id);
        if (row === undefined) onChange({ measureId: '', ...unmeasured });
        else {
          const rules = row.ruleset === '' ? 'wheeler' : row.ruleset;
          onChange({
            ...unmeasured,
            measureId: id,
            measure: row.name,
            unit: row.unit,
            rules,
            baseline: '',
          });
        }
      }}
    />
  );
}

const unmeasured = { rules: '', baselineFrom: '', baselineTo: '' };

/** The mean of the period that a person chose, else of what came before the first change, else of all readings. */
function baselineOf({ values, readings, items }: MeasureState): number | undefined {
  const period = { from: values.baselineFrom, to: values.baselineTo };
  const [changedOn] = items.interventions
    .filter((item) => !item.isRemoved && item.values.at !== '')
    .map((item) => item.values.at)
    .toSorted();
  const isChosen = period.from !== '' || period.to !== '';
  const earlier = changedOn === undefined ? [] : before(readings, changedOn);
  const chosen = isChosen ? within(readings, period) : earlier.length > 1 ? earlier : readings;
  return chosen.length === 0 ? undefined : meanOf(chosen.map(({ value }) => value));
}
