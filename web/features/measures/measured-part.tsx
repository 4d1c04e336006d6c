/** The measures that tell whether a record got there: each with its chart, its expectations and the way to a reading. */
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../environment.ts';
import type { StoryPartProps } from '../improvement/story-part.ts';
import { MeasurePicker } from './measure-picker.tsx';
import { MeasuredEntry } from './measured-entry.tsx';
import './measures.css';

export function MeasuredPart({ improvement, state }: StoryPartProps) {
  const { t } = useWords();
  const [isChoosing, setChoosing] = useState(false);
  const entries = state.items('measured');
  const isReadOnly = !state.isAllowed('editRecord');
  return (
    <div class="measured-part">
      {entries.length === 0 && <p class="measures__hint">{t('measured.none')}</p>}
      {entries.map((item) => (
        <MeasuredEntry
          key={item.id}
          improvement={improvement}
          state={state}
          item={item}
          isReadOnly={isReadOnly}
        />
      ))}
      {!isReadOnly && (
        <div class="measures__action">
          <Button icon="plus" onClick={() => setChoosing(true)}>
            {t('measured.choose')}
          </Button>
        </div>
      )}
      {isChoosing && (
        <MeasurePicker
          without={entries.map(({ values }) => values.measure)}
          suggestedName={state.fields.title.value}
          onChoose={(measure, title) => {
            improvement.addItem('measured', { measure, title: title.slice(0, 200) });
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}
