/** A meeting of the board: one record after the other, large, and at the end what was decided, to be printed. */
import { useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { numberOf } from '../improvement-words.ts';
import { useArrivalFocus } from '../shell/use-screen.ts';
import { DecisionCard, type DecisionAnswer } from './decision-card.tsx';
import './meeting.css';

type MeetingProps = {
  /** What waited when the meeting began; it stays the agenda whatever becomes of it. */
  readonly agenda: readonly ListedImprovement[];
  readonly onEnd: () => void;
};

export function Meeting({ agenda, onEnd }: MeetingProps) {
  const { t } = useWords();
  const heading = useArrivalFocus<HTMLHeadingElement>();
  const [at, setAt] = useState(0);
  const [answers, setAnswers] = useState<ReadonlyMap<DocumentId, DecisionAnswer>>(new Map());
  const row = agenda[at];
  if (row === undefined) return <Outcomes agenda={agenda} answers={answers} onEnd={onEnd} />;
  return (
    <div class="meeting" data-testid="meeting">
      <header class="meeting__header">
        <h1 class="meeting__title" ref={heading} tabIndex={-1}>
          {t('decisions.meeting')}
        </h1>
        <IconButton
          icon="back"
          label={t('decisions.previous')}
          disabled={at === 0}
          onClick={() => setAt(at - 1)}
        />
        <p class="figures">{t('decisions.at', { at: at + 1, total: agenda.length })}</p>
        <IconButton icon="forward" label={t('decisions.next')} onClick={() => setAt(at + 1)} />
        <Button kind="quiet" onClick={() => setAt(agenda.length)}>
          {t('decisions.endMeeting')}
        </Button>
      </header>
      <DecisionCard
        key={row.id}
        row={row}
        onAnswered={(answer) => {
          setAnswers(new Map([...answers, [row.id, answer]]));
          setAt(at + 1);
        }}
      />
    </div>
  );
}

type OutcomesProps = MeetingProps & { readonly answers: ReadonlyMap<DocumentId, DecisionAnswer> };

function Outcomes({ agenda, answers, onEnd }: OutcomesProps) {
  const { nowMs } = useEnvironment();
  const { t, format } = useWords();
  const words = (answer: DecisionAnswer | undefined): string => {
    if (answer === undefined) return t('decisions.leftOpen');
    return answer === 'askBack' ? t('decisions.asked') : t(`command.${answer}`);
  };
  return (
    <div class="meeting" data-testid="outcomes">
      <h1 class="meeting__title">{t('decisions.outcomes')}</h1>
      <p>{t('decisions.outcomesOf', { day: format.date(nowMs()) })}</p>
      <ol class="meeting__outcomes">
        {agenda.map((row) => (
          <li key={row.id}>
            <span class="figures">{numberOf(row)}</span>
            <span>{row.title === '' ? t('register.untitled') : row.title}</span>
            <strong>{words(answers.get(row.id))}</strong>
          </li>
        ))}
      </ol>
      <div class="meeting__actions">
        <Button kind="primary" onClick={onEnd}>
          {t('decisions.back')}
        </Button>
        <Button onClick={() => print()}>{t('decisions.print')}</Button>
      </div>
    </div>
  );
}
