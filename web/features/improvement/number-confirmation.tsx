/** The record's number, typed by whoever really means this record. */
import { Field } from '../../ui/field.tsx';
import { useWords } from '../environment.ts';

type NumberConfirmationProps = {
  readonly number: string;
  readonly value: string;
  readonly isTried: boolean;
  readonly onInput: (value: string) => void;
};

export const isConfirmed = (typed: string, number: string): boolean =>
  typed.trim().toUpperCase() === number;

export function NumberConfirmation({ number, value, isTried, onInput }: NumberConfirmationProps) {
  const { t } = useWords();
  const isMissing = isTried && !isConfirmed(value, number);
  return (
    <Field
      label={t('purge.confirm', { number })}
      problem={isMissing ? t('purge.confirmMissing', { number }) : undefined}
    >
      {(control) => (
        <input
          {...control}
          class="field__input"
          autocomplete="off"
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
