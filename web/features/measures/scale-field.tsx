/** The words of a scale, from the least: each can be renamed, readings keep what they say; one can be added or taken out. */
import type { MeasureState, OpenMeasure } from '../../services/measures.ts';
import { Button } from '../../ui/button.tsx';
import { CommittedInput } from '../../ui/committed-input.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useWords } from '../environment.ts';

type ScaleFieldProps = { readonly measure: OpenMeasure; readonly state: MeasureState };

export function ScaleField({ measure, state }: ScaleFieldProps) {
  const { t } = useWords();
  const labels = state.items.scale.filter(({ isRemoved }) => !isRemoved);
  const change = (item: string, values: { readonly title?: string; readonly removed?: 'yes' }) =>
    measure.change({ type: 'setItem', collection: 'scale', item, change: values });
  return (
    <fieldset class="scale-field">
      <legend class="field__label">{t('field.scale')}</legend>
      {labels.map(({ id, values: { title } }, place) => (
        <div key={id} class="scale-field__line">
          <CommittedInput
            label={t('measures.label', { place: place + 1 })}
            value={title}
            onCommit={(next) => {
              if (next === '' || next.length > 200) return t('measures.labelMissing');
              const isTaken = labels.some(
                (other) => other.id !== id && other.values.title === next,
              );
              if (isTaken) return t('measures.labelTwice');
              change(id, { title: next });
              return undefined;
            }}
          />
          {labels.length > 2 && (
            <IconButton
              icon="close"
              label={t('measures.removeOf', { when: title })}
              onClick={() => change(id, { removed: 'yes' })}
            />
          )}
        </div>
      ))}
      <div>
        <Button
          kind="quiet"
          icon="plus"
          onClick={() => {
            const title = t('measures.newLabel', { place: labels.length + 1 });
            measure.addItem('scale', { title });
          }}
        >
          {t('measures.addLabel')}
        </Button>
      </div>
    </fieldset>
  );
}
