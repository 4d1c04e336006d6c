/** A question to whoever had the idea, before it can be decided. */
import { useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/improvement.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import '../improvement/decision-sheet.css';

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
    <Sheet title={t('decisions.askBack')} closeLabel={t('app.close')} onClose={onClose}>
      <form
        class="decision-sheet"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p class="decision-sheet__hint">{t('decisions.askBackHint')}</p>
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
        <div class="decision-sheet__actions">
          <Button kind="primary" type="submit">
            {t('decisions.askBack')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('decide.cancel')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
