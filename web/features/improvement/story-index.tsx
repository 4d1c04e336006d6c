/** The questions of a record as a row of numbers that stays in sight on a phone: what is answered, and the way there. */
import { useWords } from '../environment.ts';
import type { StoryQuestion, ToldQuestion } from './story-part.ts';
import './story-index.css';

type StoryIndexProps = {
  readonly chapters: readonly ToldQuestion[];
  readonly onGo: (question: StoryQuestion) => void;
};

export function StoryIndex({ chapters, onGo }: StoryIndexProps) {
  const { t } = useWords();
  return (
    <nav class="story-index" aria-label={t('story.index')}>
      {chapters.map(({ question, told }) => (
        <button
          key={question}
          type="button"
          class="story-index__way"
          onClick={() => onGo(question)}
        >
          <span class={`story__number figures ${told === '' ? '' : 'story__number--told'}`}>
            {question}
          </span>
          <span class="visually-hidden">{t(`story.question.${question}`)}</span>
        </button>
      ))}
    </nav>
  );
}
