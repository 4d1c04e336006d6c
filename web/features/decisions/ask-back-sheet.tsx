/** A question to whoever had the idea, before it can be decided. */
import { useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/improvement.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { Field } from '../../ui/field.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { FormSheet } from '../form-sheet.tsx';

type AskBackSheetProps = {
  readonly improvement: OpenImprovement;
  readonly onAsked: () => void;
  readonly onClose: () => void;
};

export function AskBackSheet({ improvement, onAsked, onClose }: AskBackSheetProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const [question, setQuestion] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = question.trim() === '';

  const submit = () => {
    setTried(true);
    if (isMissing) return;
    improvement.comment(question.trim());
    improvement.change({ type: 'setField', field: 'waitingForRequester', value: 'yes' });
    onAsked();
    onClose();
    // What was said stays said.
    showToast({ text: t('decisions.asked') });
  };

  return (
    <FormSheet
      title={t('decisions.askBack')}
      hint={t('decisions.askBackHint')}
      answer={t('decisions.askBack')}
      onAnswer={submit}
      onClose={onClose}
    >
      <Field
        label={t('decisions.question')}
        problem={isTried && isMissing ? t('decisions.questionMissing') : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            class="field__input"
            rows={3}
            maxLength={limits.commentLength}
            value={question}
            onInput={(event) => setQuestion(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormSheet>
  );
}
