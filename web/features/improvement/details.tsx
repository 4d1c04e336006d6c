/** The details of a record: one line each, what it is on the left, its value on the right. */
import type { ComponentChildren } from 'preact';
import type { FieldValue, RegisterField } from '../../../shared/domain/improvement.ts';
import type { HistoryField } from '../../../shared/protocol/history.ts';
import type { ImprovementState, OpenImprovement } from '../../services.ts';
import { StageMark } from '../../ui/stage-mark.tsx';
import { useWords } from '../environment.ts';
import { FieldName } from '../history/field-history.tsx';
import { stageShapes } from '../improvement-words.ts';
import { FieldConflict } from './field-conflict.tsx';
import { LevelField } from './level-field.tsx';
import { OwnerField } from './owner-field.tsx';
import { SetField } from './set-field.tsx';
import './details.css';

type DetailsProps = { readonly improvement: OpenImprovement; readonly state: ImprovementState };

export function Details({ improvement, state }: DetailsProps) {
  const { t } = useWords();
  const { fields, sets } = state;
  const mayEdit = state.isAllowed('editRecord');
  const set =
    <F extends RegisterField>(field: F) =>
    (value: FieldValue[F]) =>
      improvement.change({ type: 'setField', field, value });

  return (
    <section class="details" aria-label={t('record.details')}>
      <Line field="stage" isOpen={state.isAllowed('moveStage')}>
        <p class="details__stage">
          <StageMark shape={stageShapes[state.stage]} />
          {t(`stage.${state.stage}`)}
        </p>
        <FieldConflict field="stage" read={fields.stage} onKeep={set('stage')} />
      </Line>
      <Line field="owner" isOpen={state.isAllowed('assign')}>
        <OwnerField owner={fields.owner.value} onChoose={set('owner')} />
        <FieldConflict field="owner" read={fields.owner} onKeep={set('owner')} />
      </Line>
      {(['urgency', 'cost'] as const).map((field) => (
        <Line key={field} field={field} isOpen={mayEdit}>
          <LevelField
            label={t(`field.${field}`)}
            value={fields[field].value}
            onChoose={set(field)}
          />
          <FieldConflict field={field} read={fields[field]} onKeep={set(field)} />
        </Line>
      ))}
      {(['affectedItems', 'tags'] as const).map((field) => (
        <Line key={field} field={field} isOpen={mayEdit}>
          <SetField improvement={improvement} field={field} entries={sets[field]} />
        </Line>
      ))}
    </section>
  );
}

type LineProps = {
  readonly field: HistoryField;
  /** False: for others to change. */
  readonly isOpen: boolean;
  readonly children: ComponentChildren;
};

/** The name is the way to the field's history; each control carries its own name. */
const Line = ({ field, isOpen, children }: LineProps) => (
  <div class="details__line">
    <div class="details__label">
      <FieldName field={field} />
    </div>
    <fieldset class="details__value" disabled={!isOpen}>
      {children}
    </fieldset>
  </div>
);
