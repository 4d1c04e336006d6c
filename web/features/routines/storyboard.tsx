/** The storyboard of a kata: side by side as on the wall at a desk, one part after the other on a phone. */
import { kataFields } from '../../../shared/domain/record-values.ts';
import { useWords } from '../environment.ts';
import { FieldConflict } from '../improvement/field-conflict.tsx';
import { CollaborativeText } from '../improvement/collaborative-text.tsx';
import { DayField } from '../record-details/day-field.tsx';
import type { RoutineProps } from './choose-routine.tsx';
import { ExperimentList } from './experiment-list.tsx';
import { ObstacleList } from './obstacle-list.tsx';
import './storyboard.css';

export function Storyboard({ improvement, state }: RoutineProps) {
  const { t } = useWords();
  const isReadOnly = !state.isAllowed('editRecord');
  return (
    <section class="storyboard" aria-label={t('kata.screen')}>
      {kataFields.map((field) => (
        <div key={field} class="storyboard__cell" style={{ gridArea: field }}>
          <CollaborativeText
            texts={improvement}
            field={field}
            hint={t(`kata.hint.${field}`)}
            readOnly={isReadOnly}
          />
          {field === 'kataTarget' && <AchieveBy improvement={improvement} state={state} />}
        </div>
      ))}
      <div class="storyboard__cell" style={{ gridArea: 'obstacles' }}>
        <ObstacleList improvement={improvement} state={state} />
      </div>
      <div class="storyboard__cell" style={{ gridArea: 'experiments' }}>
        <ExperimentList improvement={improvement} state={state} />
      </div>
    </section>
  );
}

function AchieveBy({ improvement, state }: RoutineProps) {
  const { t } = useWords();
  const { kataAchieveBy } = state.fields;
  const set = (value: string) =>
    improvement.change({ type: 'setField', field: 'kataAchieveBy', value });
  return (
    <div class="storyboard__day">
      <span class="storyboard__label" aria-hidden="true">
        {t('field.kataAchieveBy')}
      </span>
      <fieldset class="routines__plain" disabled={!state.isAllowed('editRecord')}>
        <DayField
          label={t('field.kataAchieveBy')}
          value={kataAchieveBy.value}
          notBeforeMs={state.createdAt}
          onChange={set}
        />
        <FieldConflict field="kataAchieveBy" read={kataAchieveBy} onKeep={set} />
      </fieldset>
    </div>
  );
}
