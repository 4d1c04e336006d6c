/** A record as the story of seven questions: one line for each, unfolded where somebody reads or writes. */
import { useId } from 'preact/hooks';
import type { Stage } from '../../../shared/domain/improvement.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../environment.ts';
import { useMedia, widths } from '../use-media.ts';
import { StoryIndex } from './story-index.tsx';
import { storyParts } from './story-parts.ts';
import {
  type StoryPart,
  type StoryPartProps,
  type StoryQuestion,
  storyQuestions,
  type ToldQuestion,
} from './story-part.ts';
import { useUnfolded } from './unfolded.ts';
import './story.css';

/** The question that people work at in each stage: at a desk it is the one that is unfolded. */
const atHand: { readonly [S in Stage]?: StoryQuestion } = {
  idea: 1,
  assessing: 1,
  approved: 4,
  planned: 4,
  inProgress: 5,
  reviewing: 6,
  closed: 6,
};

export function Story(props: StoryPartProps) {
  const { improvement, state, isDetailWanted } = props;
  const words = useWords();
  const isDesk = useMedia(widths.table);
  const atFirst = isDetailWanted ? 1 : isDesk ? atHand[state.stage] : undefined;
  const { isUnfolded, set } = useUnfolded(`story ${improvement.id}`);
  const chapters = storyQuestions.flatMap((question) => {
    const parts = storyParts.filter((part) => part.question === question);
    if (parts.length === 0) return [];
    const told = parts.flatMap((part) => part.told({ improvement, state, words }) ?? []);
    return [{ question, parts, told: told.join(' · ') }];
  });
  const goTo = (question: StoryQuestion) => {
    set(String(question), true);
    const place = document.getElementById(chapterId(question));
    place?.scrollIntoView({ block: 'start' });
    place?.querySelector('button')?.focus({ preventScroll: true });
  };
  return (
    <>
      <StoryIndex chapters={chapters} onGo={goTo} />
      <div class="story">
        {chapters.map((chapter) => (
          <Chapter
            key={chapter.question}
            {...props}
            {...chapter}
            isOpen={
              isDisputed(chapter.parts, state) ||
              (isUnfolded(String(chapter.question)) ?? chapter.question === atFirst)
            }
            onOpen={(isOpen) => set(String(chapter.question), isOpen)}
          />
        ))}
      </div>
    </>
  );
}

type ChapterProps = StoryPartProps &
  ToldQuestion & {
    readonly parts: readonly StoryPart[];
    readonly isOpen: boolean;
    readonly onOpen: (isOpen: boolean) => void;
  };

function Chapter({ question, parts, told, isOpen, onOpen, ...props }: ChapterProps) {
  const { t } = useWords();
  const titleId = useId();
  return (
    <section class="story__chapter" aria-labelledby={titleId} id={chapterId(question)}>
      <h2 class="story__title">
        <button
          type="button"
          class="story__fold"
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
        >
          <span class={`story__number figures ${told === '' ? '' : 'story__number--told'}`}>
            {question}
          </span>
          <span class="story__words">
            <span class="story__question" id={titleId}>
              {t(`story.question.${question}`)}
            </span>
            <span class="story__told">{told === '' ? t('story.nothing') : told}</span>
          </span>
          <Icon name={isOpen ? 'up' : 'down'} />
        </button>
      </h2>
      {isOpen && (
        <div class="story__parts">
          {parts.map(({ name, Part }) => (
            <Part key={name} {...props} />
          ))}
        </div>
      )}
    </section>
  );
}

/** Two values that stand against each other must not lie folded away. */
const isDisputed = (parts: readonly StoryPart[], { fields }: StoryPartProps['state']): boolean =>
  parts.some((part) => part.fields?.some((field) => fields[field].standing.length > 1));

const chapterId = (question: StoryQuestion): string => `story-${question}`;
