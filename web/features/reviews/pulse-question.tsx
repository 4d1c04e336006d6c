/** The one question of satisfaction: 1 to 5, and what others said. */
import {
  isPulseValue,
  pulseOf,
  type PulseValue,
  pulseValues,
} from '../../../shared/process/pulse.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../environment.ts';
import './pulse-question.css';

type PulseQuestionProps = {
  readonly question: string;
  /** One's own answer. */
  readonly value: number | undefined;
  readonly onAnswer: (value: PulseValue | null) => void;
};

export function PulseQuestion({ question, value, onAnswer }: PulseQuestionProps) {
  const { t } = useWords();
  return (
    <div class="pulse-question" data-testid="pulse-question">
      <Segments
        label={question}
        options={pulseValues.map((one) => ({ value: String(one), label: String(one) }))}
        value={value === undefined ? '' : String(value)}
        onChoose={(chosen) => {
          const answer = Number(chosen);
          if (isPulseValue(answer)) onAnswer(answer);
        }}
      />
      <p class="pulse-question__ends">{t('reviews.ends')}</p>
      {value !== undefined && (
        <Button kind="quiet" icon="undo" onClick={() => onAnswer(null)}>
          {t('reviews.takeBack')}
        </Button>
      )}
    </div>
  );
}

/** "4.2 of 5 · 12 answers"; nothing while nobody has answered. */
export function PulseFigure({ values }: { readonly values: readonly number[] }) {
  const words = useWords();
  const text = pulseText(values, words);
  return text === undefined ? null : <p class="pulse-question__figure figures">{text}</p>;
}

export function pulseText(
  values: readonly number[],
  { t, format }: Pick<ReturnType<typeof useWords>, 't' | 'format'>,
): string | undefined {
  const pulse = pulseOf(values);
  return (
    pulse &&
    t('reviews.figure', {
      mean: format.number(Math.round(pulse.mean * 10) / 10),
      count: pulse.count,
    })
  );
}
