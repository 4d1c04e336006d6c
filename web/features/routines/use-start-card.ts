/** Starts a coaching card: with who is here, today's day, and what the storyboard knows already. */
import { knownAnswers, type Storyboard } from '../../../shared/process/kata.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { useEnvironment } from '../environment.ts';
import { isMe } from '../improvement-words.ts';
import { localDay } from '../local-day.ts';
import { useReadable } from '../use-readable.ts';

export function useStartCard(improvement: OpenImprovement, state: ImprovementState): () => void {
  const { services, nowMs } = useEnvironment();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  return () => {
    const learner = state.fields.owner.value;
    const isLearner = learner === '' || isMe(people, me, learner);
    improvement.addItem('coachings', {
      on: localDay(nowMs()),
      learner: learner === '' ? me : learner,
      ...(!isLearner && { coach: me }),
      ...knownAnswers(storyboardOf(improvement, state)),
    });
  };
}

export const storyboardOf = (
  improvement: Pick<OpenImprovement, 'text'>,
  state: ImprovementState,
): Storyboard => ({
  target: improvement.text('kataTarget').toString(),
  obstacles: state.items('obstacles'),
  experiments: state.items('experiments'),
});
