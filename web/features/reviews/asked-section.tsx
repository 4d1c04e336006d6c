/** What is asked of this person: how satisfied they are with a result, and with improving as a whole. */
import { isPulseValue } from '../../../shared/process/pulse.ts';
import { pathTo } from '../../routes.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { numberOf } from '../improvement-words.ts';
import { PulseQuestion } from './pulse-question.tsx';
import { useAnswerPulse } from './use-asked-pulses.ts';
import { useAnswerRound, type Round } from './use-round.ts';
import './asked-section.css';

type AskedSectionProps = {
  readonly records: readonly ListedImprovement[];
  readonly round: Round | undefined;
};

/** Nothing where nothing is asked. */
export function AskedSection({ records, round }: AskedSectionProps) {
  const { t } = useWords();
  const answerRecord = useAnswerPulse();
  const answerRound = useAnswerRound();
  const isRoundOpen = round !== undefined && !round.isAnswered;
  if (records.length === 0 && !isRoundOpen) return null;
  return (
    <Section title={t('reviews.asked')}>
      <ul>
        {isRoundOpen && (
          <li class="asked-section__question">
            <PulseQuestion
              question={t('reviews.howSatisfiedAll')}
              value={undefined}
              onAnswer={(value) => {
                if (isPulseValue(value)) void answerRound(round.round, value);
              }}
            />
          </li>
        )}
        {records.map((row) => (
          <li class="asked-section__question" key={row.id}>
            <a class="asked-section__record" href={pathTo.improvement(row.id)}>
              <span class="figures">{numberOf(row)}</span> {row.title}
            </a>
            <PulseQuestion
              question={t('reviews.howSatisfied')}
              value={undefined}
              onAnswer={(value) => {
                if (isPulseValue(value)) void answerRecord(row, value);
              }}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
