/** A record as the story of seven questions: one line for each, unfolded where somebody reads or writes. */
import type { Stage } from '../../../shared/domain/improvement.ts';
import { useWords } from '../environment.ts';
import { useMedia, widths } from '../use-media.ts';
import { Chapter, chapterId } from './chapter.tsx';
import { StoryIndex } from './story-index.tsx';
import { storyParts } from './story-parts.ts';
import {
  type StoryPart,
  type StoryPartProps,
  type StoryQuestion,
  storyQuestions,
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
    const parts = storyParts.filter(
      (part) => part.question === question && part.isShown?.(state) !== false,
    );
    if (parts.length === 0) return [];
    const told = parts.map((part) => ({
      part,
      told: part.told({ improvement, state, words }) ?? '',
      isDisputed: isDisputed(part, state),
    }));
    return [{ question, parts: told, told: toldTogether(told) }];
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
              chapter.parts.some((part) => part.isDisputed) ||
              (isUnfolded(String(chapter.question)) ?? chapter.question === atFirst)
            }
            isUnfolded={(fold) => isUnfolded(fold) === true}
            onOpen={set}
          />
        ))}
      </div>
    </>
  );
}

/** Two values that stand against each other must not lie folded away. */
const isDisputed = (part: StoryPart, { fields }: StoryPartProps['state']): boolean =>
  part.fields?.some((field) => fields[field].standing.length > 1) === true;

const toldTogether = (parts: readonly { readonly told: string }[]): string =>
  parts.flatMap(({ told }) => (told === '' ? [] : [told])).join(' · ');
