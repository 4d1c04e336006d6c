/** Finds another record by its number or words. */
import { useEffect, useId, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { ListedImprovement, RegisterView } from '../../services/register.ts';
import { Field } from '../../ui/field.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { numberOf } from '../improvement-words.ts';
import { findRecords } from '../shell/find-records.ts';
import './record-picker.css';

type RecordPickerProps = {
  readonly self: DocumentId;
  readonly label: string;
  readonly hint: string;
  readonly chosen: string;
  readonly problem: string | undefined;
  readonly onChoose: (id: DocumentId) => void;
};

export function RecordPicker({ self, label, hint, chosen, problem, onChoose }: RecordPickerProps) {
  const { t } = useWords();
  const name = useId();
  const [typed, setTyped] = useState('');
  const found = useFound(typed).filter((row) => row.id !== self && row.stage !== 'duplicate');
  return (
    <div class="record-picker">
      <Field label={label} hint={hint} problem={problem}>
        {(control) => (
          <input
            {...control}
            class="field__input"
            type="search"
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <div role="radiogroup" aria-label={label} class="record-picker__found">
        {found.map((row) => (
          <label key={row.id} class="record-picker__choice">
            <input
              type="radio"
              name={name}
              checked={row.id === chosen}
              onChange={() => onChoose(row.id)}
            />
            <span class="record-picker__number figures">{numberOf(row)}</span>
            <span class="record-picker__title">
              {row.title === '' ? t('register.untitled') : row.title}
            </span>
          </label>
        ))}
      </div>
      <p class="record-picker__hint" role="status">
        {found.length === 0 && t('decide.originalNone')}
      </p>
    </div>
  );
}

function useFound(typed: string): readonly ListedImprovement[] {
  const { services } = useEnvironment();
  const [rows, setRows] = useState<readonly ListedImprovement[]>([]);
  useEffect(() => {
    let left = false;
    const show = async (view: RegisterView) => {
      const found = await findRecords(view, typed);
      if (!left) setRows(found);
    };
    const stop = services.register.watch(typed, (view) => void show(view));
    return () => {
      left = true;
      stop();
    };
  }, [typed]);
  return rows;
}
