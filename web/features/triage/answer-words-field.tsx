/** What is asked or given as a reason with an answer. */
import { limits } from '../../../shared/domain/improvement.ts';
import { reasonLength } from '../../../shared/process/commands.ts';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../environment.ts';

/** The answers that are words, and how long these may be. */
export const lengthOf = {
  askBack: limits.commentLength,
  decline: reasonLength,
  reopen: reasonLength,
  leave: reasonLength,
} as const;

export type SaidAnswer = keyof typeof lengthOf;

export const isSaid = (answer: string): answer is SaidAnswer => answer in lengthOf;

type AnswerWordsProps = {
  readonly answer: SaidAnswer;
  readonly isMissing: boolean;
  readonly text: string;
  readonly onInput: (text: string) => void;
};

export function AnswerWords({ answer, isMissing, text, onInput }: AnswerWordsProps) {
  const { t } = useWords();
  const isQuestion = answer === 'askBack';
  const isTooLong = text.trim().length > lengthOf[answer];
  const problem = isTooLong
    ? t('triage.questionTooLong', { count: lengthOf[answer] })
    : isMissing
      ? t(isQuestion ? 'triage.questionMissing' : 'decide.reasonMissing')
      : undefined;
  return (
    <Field
      label={t(isQuestion ? 'triage.question' : 'decide.reason')}
      hint={t(isQuestion ? 'triage.questionHint' : 'decide.reasonHint')}
      problem={problem}
    >
      {(control) => (
        <textarea
          {...control}
          class="field__input"
          rows={4}
          autofocus
          value={text}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
