/** Why something is erased: it stays in the history, and so must not repeat what goes. */
import type { TextKey } from '../../i18n/translate.ts';
import { erasureLimits } from '../../../shared/protocol/erasure-limits.ts';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../environment.ts';

type ErasureReasonProps = {
  readonly value: string;
  /** What goes. */
  readonly words: string;
  readonly isTried: boolean;
  readonly onInput: (reason: string) => void;
};

export function ErasureReason({ value, words, isTried, onInput }: ErasureReasonProps) {
  const { t } = useWords();
  const problem = isTried ? whyNot(value, words) : undefined;
  return (
    <Field
      label={t('erase.reason')}
      hint={t('erase.reasonHint')}
      problem={problem === undefined ? undefined : t(problem)}
    >
      {(control) => (
        <input
          {...control}
          class="field__input"
          type="text"
          maxLength={erasureLimits.reason}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** What keeps the reason from being told. */
export function whyNot(reason: string, words: string): TextKey | undefined {
  if (reason.trim() === '') return 'erase.reasonMissing';
  return words.trim() !== '' && reason.includes(words.trim()) ? 'erase.reasonTells' : undefined;
}
