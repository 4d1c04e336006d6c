/** Chooses a measure of the library, or begins one and chooses that. */
import { useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useWords } from '../environment.ts';
import { nameOfMeasure, useMeasureValue } from './measure-words.ts';
import { holdsWords, MeasureSearch } from './measure-search.tsx';
import { NewMeasureSheet } from './new-measure-sheet.tsx';
import { useMeasures } from './use-measures.ts';
import './measures.css';

type MeasurePickerProps = {
  /** Chosen before. */
  readonly without: readonly string[];
  /** For a new one. */
  readonly suggestedName: string;
  readonly onChoose: (measure: DocumentId, name: string) => void;
  readonly onClose: () => void;
};

export function MeasurePicker(props: MeasurePickerProps) {
  const { without, suggestedName, onChoose, onClose } = props;
  const { t } = useWords();
  const value = useMeasureValue();
  const library = useMeasures();
  const [words, setWords] = useState('');
  const [isNew, setNew] = useState(false);
  if (library === undefined) return null;
  const { service, rows } = library;
  const offered = rows
    .filter(({ id, archived }) => archived !== 'yes' && !without.includes(id))
    .filter((row) => holdsWords(row, words))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  if (isNew) {
    return (
      <NewMeasureSheet
        service={service}
        name={suggestedName.slice(0, 120)}
        onBegun={onChoose}
        onClose={onClose}
      />
    );
  }
  return (
    <Sheet title={t('measured.choose')} closeLabel={t('app.close')} onClose={onClose}>
      <div class="measure-settings">
        <p class="measures__hint">{t('measured.chooseHint')}</p>
        <MeasureSearch count={rows.length} words={words} onSearch={setWords} />
        <ul class="measure-picker" aria-label={t('measures.title')}>
          {offered.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                class="measure-picker__choice"
                onClick={() => onChoose(row.id, row.name)}
              >
                <span>{nameOfMeasure(row, t)}</span>
                <span class="measure-line__meta figures">
                  {row.latest === undefined
                    ? t('measures.noReading')
                    : value(row, row.latest.value)}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {service.isAllowed('beginMeasure') && (
          <div>
            <Button icon="plus" onClick={() => setNew(true)}>
              {t('measures.new')}
            </Button>
          </div>
        )}
      </div>
    </Sheet>
  );
}
