/** What was done that should move a measure: its day and a few words, marked on the chart. */
import { useState } from 'preact/hooks';
import { isDay } from '../../../shared/domain/day.ts';
import type { MeasureState, OpenMeasure } from '../../services/measures.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { FormSheet } from '../form-sheet.tsx';
import { useDayText } from '../items/day-control.tsx';
import { localDay } from '../local-day.ts';
import './measures.css';

type InterventionsPartProps = {
  readonly measure: OpenMeasure;
  readonly state: MeasureState;
  readonly isReadOnly: boolean;
};

export function InterventionsPart({ measure, state, isReadOnly }: InterventionsPartProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const dayText = useDayText();
  const [isAdding, setAdding] = useState(false);
  const standing = state.items.interventions
    .filter(({ isRemoved }) => !isRemoved)
    .toSorted((a, b) => (a.values.at < b.values.at ? -1 : 1));
  if (isReadOnly && standing.length === 0) return null;
  const remove = (item: string) => {
    measure.change({
      type: 'setItem',
      collection: 'interventions',
      item,
      change: { removed: 'yes' },
    });
    showToast({
      text: t('measures.interventionRemoved'),
      action: { label: t('record.undo'), onClick: measure.undo.undo },
    });
  };
  return (
    <Section title={t('field.interventions')}>
      {standing.length === 0 && <p class="measures__hint">{t('measures.noInterventions')}</p>}
      <ul>
        {standing.map(({ id, values: { title, at } }) => (
          <li key={id} class="reading-list__line">
            <span class="reading-list__words">
              <span>{title}</span>
              <span class="reading-list__meta">{dayText(at)}</span>
            </span>
            {!isReadOnly && (
              <IconButton
                icon="close"
                label={t('measures.removeOf', { when: title })}
                onClick={() => remove(id)}
              />
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && (
        <div class="measures__action">
          <Button icon="plus" onClick={() => setAdding(true)}>
            {t('measures.addIntervention')}
          </Button>
        </div>
      )}
      {isAdding && <InterventionSheet measure={measure} onClose={() => setAdding(false)} />}
    </Section>
  );
}

type InterventionSheetProps = { readonly measure: OpenMeasure; readonly onClose: () => void };

function InterventionSheet({ measure, onClose }: InterventionSheetProps) {
  const { nowMs } = useEnvironment();
  const { t } = useWords();
  const [title, setTitle] = useState('');
  const [at, setAt] = useState(localDay(nowMs()));
  const [isTried, setTried] = useState(false);
  const add = () => {
    setTried(true);
    if (title.trim() === '' || !isDay(at)) return;
    measure.addItem('interventions', { title: title.trim().slice(0, 200), at });
    onClose();
  };
  return (
    <FormSheet
      title={t('measures.addIntervention')}
      hint={t('measures.interventionHint')}
      answer={t('measures.keep')}
      onAnswer={add}
      onClose={onClose}
    >
      <Field
        label={t('measures.what')}
        problem={isTried && title.trim() === '' ? t('measures.whatMissing') : undefined}
      >
        {(control) => (
          <input
            {...control}
            class="field__input"
            type="text"
            autofocus
            value={title}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        label={t('measures.day')}
        problem={isTried && !isDay(at) ? t('measures.refused.notAMoment') : undefined}
      >
        {(control) => (
          <input
            {...control}
            class="field__input"
            type="date"
            value={at}
            onInput={(event) => setAt(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormSheet>
  );
}
