/** The reason of a decision, as its author writes it. */
import { reasonLength } from '../../../shared/process/commands.ts';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../environment.ts';

type ReasonFieldProps = {
  readonly isNeeded: boolean;
  readonly problem: string | undefined;
  readonly value: string;
  readonly onInput: (reason: string) => void;
};

export function ReasonField({ isNeeded, problem, value, onInput }: ReasonFieldProps) {
  const { t } = useWords();
  return (
    <Field
      label={t(isNeeded ? 'decide.reason' : 'decide.reasonOptional')}
      hint={t('decide.reasonHint')}
      problem={problem}
    >
      {(control) => (
        <textarea
          {...control}
          class="field__input"
          rows={3}
          maxLength={reasonLength}
          required={isNeeded}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
