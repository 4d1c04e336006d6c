/** Asks for what an answer needs: the question, the reason, the other record, the person. */
import { useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Field } from '../../ui/field.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { FormSheet } from '../form-sheet.tsx';
import { RecordPicker } from '../improvement/record-picker.tsx';
import { AnswerWords, isSaid, lengthOf, type SaidAnswer } from './answer-words-field.tsx';
import { useReadable } from '../use-readable.ts';
import type { TriageAnswers } from './use-triage-answers.ts';

/** The answers that need something said or chosen. */
export type AskedAnswer = SaidAnswer | 'duplicate' | 'route';

type TriageSheetProps = {
  readonly row: ListedImprovement;
  readonly answer: AskedAnswer;
  readonly answers: TriageAnswers;
  readonly onClose: () => void;
};

export function TriageSheet({ row, answer, answers, onClose }: TriageSheetProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const [isTried, setTried] = useState(false);
  const said = text.trim();
  const isReady = isSaid(answer) ? said !== '' && said.length <= lengthOf[answer] : chosen !== '';

  const submit = async () => {
    setTried(true);
    if (!isReady) return;
    onClose();
    switch (answer) {
      case 'askBack':
        return answers.askBack(row, said);
      case 'decline':
        return answers.decline(row, said);
      case 'reopen':
        return answers.reopen(row, said);
      case 'leave':
        return answers.leave(row, said);
      case 'duplicate':
        return answers.merge(row, chosen as DocumentId);
      case 'route':
        return answers.route(row, chosen as Someone);
    }
  };

  const missing = isTried && !isReady;
  return (
    <FormSheet
      title={t(`triage.${answer}`)}
      answer={t(`triage.${answer}`)}
      onAnswer={() => void submit()}
      onClose={onClose}
    >
      {answer === 'duplicate' && (
        <RecordPicker
          label={t('decide.original')}
          hint={t('decide.originalHint')}
          self={row.id}
          chosen={chosen}
          problem={missing ? t('decide.originalMissing') : undefined}
          onChoose={setChosen}
        />
      )}
      {answer === 'route' && <Person problem={missing} chosen={chosen} onChoose={setChosen} />}
      {isSaid(answer) && (
        <AnswerWords answer={answer} isMissing={missing} text={text} onInput={setText} />
      )}
    </FormSheet>
  );
}

type PersonProps = {
  readonly problem: boolean;
  readonly chosen: string;
  readonly onChoose: (person: string) => void;
};

function Person({ problem, chosen, onChoose }: PersonProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people).filter(({ isRemoved }) => !isRemoved);
  return (
    <Field
      label={t('triage.routeTo')}
      hint={t('triage.routeHint')}
      problem={problem ? t('triage.routeMissing') : undefined}
    >
      {(control) => (
        <select
          {...control}
          class="field__input"
          autofocus
          value={chosen}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          <option value="">–</option>
          {people.map(({ id, displayName }) => (
            <option key={id} value={id}>
              {displayName}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
