/** What stands under each question of a record, in order; a new section is one more entry here. */
import { promptFields } from '../../../shared/domain/record-values.ts';
import { lazyPart } from '../lazy-part.tsx';
import { firstLineOf, type StoryPart } from './story-part.ts';
import { CurrentStatePart, ValuePart } from './story-texts.tsx';

export const storyParts: readonly StoryPart[] = [
  {
    name: 'value',
    question: 1,
    Part: ValuePart,
    told: ({ improvement }) =>
      firstLineOf(improvement.text('valueForProvider')) ??
      firstLineOf(improvement.text('valueForConsumer')),
  },
  {
    name: 'proposal',
    question: 1,
    Part: lazyPart(
      async () => (await import('../proposal/proposal-section.tsx')).ProposalSection,
      true,
    ),
    told: ({ improvement, words: { t } }) => {
      const count = promptFields.filter(
        (field) => firstLineOf(improvement.text(field)) !== undefined,
      ).length;
      return count === 0 ? undefined : t('story.prompts', { count, total: promptFields.length });
    },
  },
  {
    name: 'currentState',
    question: 2,
    Part: CurrentStatePart,
    told: ({ improvement }) => firstLineOf(improvement.text('currentState')),
  },
  {
    name: 'assessment',
    question: 4,
    Part: lazyPart(
      async () => (await import('../assessment/assessment-section.tsx')).AssessmentSection,
      true,
    ),
    told: ({ state, words: { t } }) => {
      const count = new Set(state.scores.map(({ by }) => by)).size;
      return count === 0 ? undefined : t('assess.told', { count });
    },
  },
];
