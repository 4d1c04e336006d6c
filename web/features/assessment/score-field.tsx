/** One criterion to score: steps to tap, or a number where the scale has no end. */
import { useState } from 'preact/hooks';
import { type Criterion, isOnScale } from '../../../shared/process/scoring-model.ts';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../environment.ts';
import { criterionHint, criterionName } from './criterion-words.ts';
import './score-field.css';

type ScoreFieldProps = {
  readonly criterion: Criterion;
  readonly value: number | undefined;
  /** null takes it back. */
  readonly onScore: (value: number | null) => void;
};

/** A scale of more steps than a thumb can tell apart is typed. */
const tappedSteps = 10;

export function ScoreField(props: ScoreFieldProps) {
  const { criterion, value, onScore } = props;
  const { t, format } = useWords();
  const name = criterionName(criterion, t);
  const steps = stepsOf(criterion);
  if (steps === undefined || steps.length > tappedSteps) return <TypedScore {...props} />;
  const { lowLabel, highLabel } = criterion;
  return (
    <div class="score-field">
      {/* The buttons below carry the name, too. */}
      <p class="score-field__name" aria-hidden="true">
        {name}
      </p>
      <p class="score-field__hint">{criterionHint(criterion, t)}</p>
      <div class="score-field__control">
        <Segments
          label={name}
          labelHidden
          options={steps.map((step) => ({ value: String(step), label: format.number(step) }))}
          value={value === undefined ? '' : String(value)}
          onChoose={(chosen) => onScore(Number(chosen))}
        />
        {value !== undefined && (
          <IconButton
            icon="close"
            label={t('record.clearField', { field: name })}
            onClick={() => onScore(null)}
          />
        )}
      </div>
      {(lowLabel !== '' || highLabel !== '') && (
        <p class="score-field__ends">
          <span>{lowLabel}</span>
          <span>{highLabel}</span>
        </p>
      )}
    </div>
  );
}

/** Kept when the field is left, and refused where it is typed. */
function TypedScore({ criterion, value, onScore }: ScoreFieldProps) {
  const { t, format } = useWords();
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const keep = () => {
    if (typed === undefined) return;
    if (typed.trim() === '') {
      onScore(null);
    } else if (isOnScale(criterion.scale, Number(typed))) {
      onScore(Number(typed));
    } else {
      return setProblem(problemOf());
    }
    setProblem(undefined);
    setTyped(undefined);
  };
  const problemOf = () => {
    const { scale } = criterion;
    const least = format.number(scale.type === 'steps' ? Math.min(...scale.values) : scale.least);
    return scale.type === 'range'
      ? t('assess.outOfRange', { least, most: format.number(scale.most) })
      : t('assess.tooLittle', { least });
  };
  return (
    <div class="score-field">
      <Field
        label={criterionName(criterion, t)}
        hint={criterionHint(criterion, t)}
        problem={problem}
      >
        {(control) => (
          <input
            {...control}
            class="field__input score-field__number figures"
            type="number"
            inputMode="decimal"
            step="any"
            value={typed ?? value ?? ''}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onBlur={keep}
            onKeyDown={(event) => event.key === 'Enter' && keep()}
          />
        )}
      </Field>
    </div>
  );
}

/** undefined: there is no end to them. */
function stepsOf({ scale }: Criterion): readonly number[] | undefined {
  switch (scale.type) {
    case 'steps':
      return scale.values;
    case 'range':
      return Array.from({ length: scale.most - scale.least + 1 }, (_, i) => scale.least + i);
    case 'open':
      return undefined;
  }
}
