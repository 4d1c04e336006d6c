/** The details of a record: one line each, what it is on the left, its value on the right. */
import type { FieldValue, RegisterField } from '../../../shared/domain/improvement.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { StageMark } from '../../ui/stage-mark.tsx';
import { useWords } from '../environment.ts';
import { stageShapes } from '../improvement-words.ts';
import { DetailLine } from './detail-line.tsx';
import { FieldConflict } from './field-conflict.tsx';
import { LevelField } from './level-field.tsx';
import { PersonField } from './person-field.tsx';
import { PriorityLine } from './priority-line.tsx';
import { MoreDetails } from './record-parts.ts';
import { SetField } from './set-field.tsx';
import './details.css';

type DetailsProps = { readonly improvement: OpenImprovement; readonly state: ImprovementState };

export function Details({ improvement, state }: DetailsProps) {
  const { t } = useWords();
  const { fields, sets } = state;
  const isReadOnly = !state.isAllowed('editRecord');
  const set =
    <F extends RegisterField>(field: F) =>
    (value: FieldValue[F]) =>
      improvement.change({ type: 'setField', field, value });

  return (
    <div class="details">
      <DetailLine field="stage" isReadOnly={!state.isAllowed('moveStage')}>
        <p class="details__stage">
          <StageMark shape={stageShapes[state.stage]} />
          {t(`stage.${state.stage}`)}
        </p>
        <FieldConflict field="stage" read={fields.stage} onKeep={set('stage')} />
      </DetailLine>
      <DetailLine field="owner" isReadOnly={!state.isAllowed('assign')}>
        <PersonField label={t('field.owner')} value={fields.owner.value} onChoose={set('owner')} />
        <FieldConflict field="owner" read={fields.owner} onKeep={set('owner')} />
      </DetailLine>
      {(['urgency', 'value', 'cost'] as const).map((field) => (
        <DetailLine key={field} field={field} isReadOnly={isReadOnly}>
          <LevelField
            label={t(`field.${field}`)}
            value={fields[field].value}
            onChoose={set(field)}
          />
          <FieldConflict field={field} read={fields[field]} onKeep={set(field)} />
        </DetailLine>
      ))}
      <PriorityLine fields={fields} />
      {(['affectedItems', 'tags'] as const).map((field) => (
        <DetailLine key={field} field={field} isReadOnly={isReadOnly}>
          <SetField improvement={improvement} field={field} entries={sets[field]} />
        </DetailLine>
      ))}
      <MoreDetails improvement={improvement} state={state} />
    </div>
  );
}
