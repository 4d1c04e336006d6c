/** Which routine a record follows: either, or none; what was written in the other is kept. */
import type { Routine } from '../../../shared/domain/record-values.ts';
import { kataFields, routines } from '../../../shared/domain/record-values.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../environment.ts';
import { FieldConflict } from '../improvement/field-conflict.tsx';
import './routines.css';

export type RoutineProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
};

export function ChooseRoutine({ improvement, state }: RoutineProps) {
  const { t } = useWords();
  const { routine } = state.fields;
  const set = (value: Routine | '') => setRoutine(improvement, value);
  const isOtherKept = routines.some(
    (one) => one !== routine.value && isBegun({ improvement, state }, one),
  );
  return (
    <div class="routines__choice">
      <fieldset class="routines__plain" disabled={!state.isAllowed('editRecord')}>
        <Segments
          label={t('field.routine')}
          labelHidden
          options={(['none', ...routines] as const).map((value) => ({
            value,
            label: t(`routine.${value}`),
          }))}
          value={routine.value === '' ? 'none' : routine.value}
          onChoose={(value) => set(value === 'none' ? '' : value)}
        />
        <FieldConflict field="routine" read={routine} onKeep={set} />
      </fieldset>
      <p class="routines__hint">
        {t(`routine.hint.${routine.value === '' ? 'none' : routine.value}`)}
        {isOtherKept && ` ${t('routine.kept')}`}
      </p>
    </div>
  );
}

export const setRoutine = (improvement: OpenImprovement, value: Routine | ''): void =>
  improvement.change({ type: 'setField', field: 'routine', value });

/** Whether anything is written in it. */
function isBegun({ improvement, state }: RoutineProps, routine: Routine): boolean {
  if (routine === 'ooda') return state.items('loops').length > 0;
  const lists = ['obstacles', 'experiments', 'coachings'] as const;
  return (
    kataFields.some((field) => improvement.text(field).toString().trim() !== '') ||
    lists.some((list) => state.items(list).length > 0)
  );
}
