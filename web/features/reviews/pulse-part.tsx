/** In a record that is reviewed: how satisfied its requester and stakeholders are with what came of it. */
import type { Someone } from '../../../shared/domain/improvement.ts';
import { recordPulse } from '../../../shared/process/pulse.ts';
import { useEnvironment, useWords } from '../environment.ts';
import type { StoryPartProps } from '../improvement/story-part.ts';
import { isMe, nameOf } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';
import { PulseFigure, PulseQuestion } from './pulse-question.tsx';
import './pulse-part.css';

export function PulsePart({ improvement, state }: StoryPartProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const mine = (someone: Someone) => isMe(people, me, someone);
  const asked = [state.createdBy, ...state.sets.stakeholders] as readonly (Someone | '')[];
  const isAsked = asked.some((someone) => someone !== '' && mine(someone));
  const own = state.pulses.find(({ by }) => mine(by))?.value;
  const others = state.pulses.filter(({ by }) => !mine(by));
  return (
    <div class="pulse-part">
      {state.isAllowed('comment') && (isAsked || own !== undefined) && (
        <PulseQuestion
          question={t('reviews.howSatisfied')}
          value={own}
          onAnswer={(value) => improvement.change({ type: 'score', criterion: recordPulse, value })}
        />
      )}
      <PulseFigure values={state.pulses.map(({ value }) => value)} />
      {others.length > 0 && (
        <ul class="pulse-part__others">
          {others.map(({ by, value }) => (
            <li key={by}>
              {nameOf(people, me, by, t)} <span class="figures">{value}</span>
            </li>
          ))}
        </ul>
      )}
      <p class="pulse-part__hint">
        {t(state.pulses.length === 0 && !isAsked ? 'reviews.noPulse' : 'reviews.sayWhy')}
      </p>
    </div>
  );
}
