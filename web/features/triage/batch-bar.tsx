/** What can be answered to all chosen ideas at once. */
import { useState } from 'preact/hooks';
import type { ListedImprovement } from '../../services/register.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../environment.ts';
import { FormSheet } from '../form-sheet.tsx';
import { AnswerWords, lengthOf } from './answer-words-field.tsx';
import { useTriageBatch } from './use-triage-batch.ts';
import './batch-bar.css';

type BatchBarProps = {
  readonly rows: readonly ListedImprovement[];
  readonly onDone: () => void;
};

export function BatchBar({ rows, onDone }: BatchBarProps) {
  const { t } = useWords();
  const batch = useTriageBatch();
  const [asked, setAsked] = useState<'askBack' | 'decline'>();
  const run = async (answer: Parameters<typeof batch.run>[0], said: string) => {
    setAsked(undefined);
    await batch.run(answer, rows, said);
    onDone();
  };
  if (batch.progress !== undefined) {
    const { done, total } = batch.progress;
    return (
      <p class="batch-bar figures" role="status">
        {t('triage.batchProgress', { done, total })}
      </p>
    );
  }
  if (rows.length === 0) return null;
  return (
    <div class="batch-bar" role="group" aria-label={t('triage.chosen', { count: rows.length })}>
      <p class="batch-bar__count figures" role="status">
        {t('triage.chosen', { count: rows.length })}
      </p>
      <Button kind="primary" onClick={() => void run('accept', '')}>
        {t('triage.accept')}
      </Button>
      <Button onClick={() => setAsked('askBack')}>{t('triage.askBack')}</Button>
      <Button onClick={() => setAsked('decline')}>{t('triage.decline')}</Button>
      <Button kind="quiet" onClick={onDone}>
        {t('triage.chooseNone')}
      </Button>
      {asked !== undefined && (
        <BatchSheet
          answer={asked}
          count={rows.length}
          onSay={(said) => void run(asked, said)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}

type BatchSheetProps = {
  readonly answer: 'askBack' | 'decline';
  readonly count: number;
  readonly onSay: (said: string) => void;
  readonly onClose: () => void;
};

function BatchSheet({ answer, count, onSay, onClose }: BatchSheetProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const said = text.trim();
  const isReady = said !== '' && said.length <= lengthOf[answer];
  return (
    <FormSheet
      title={t(`triage.${answer}`)}
      hint={t('triage.batchHint', { count })}
      answer={t(`triage.${answer}`)}
      onAnswer={() => {
        setTried(true);
        if (isReady) onSay(said);
      }}
      onClose={onClose}
    >
      <AnswerWords answer={answer} isMissing={isTried && !isReady} text={text} onInput={setText} />
    </FormSheet>
  );
}
