/** A record as the story of seven questions: one line for each, unfolded where somebody reads or writes. */
import type { Stage } from '../../../shared/domain/improvement.ts';
import { useWords } from '../environment.ts';
import { disputedFields } from '../items/disputed-fields.ts';
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
  // Where the address leads to, arrival-place.ts shows; folded there would be nothing to see.
  const arrivedAt = new URLSearchParams(location.search).get('at');
  const { isUnfolded, set } = useUnfolded(`story ${improvement.id}`);
  const chapters = storyQuestions.flatMap((question) => {
    const parts = storyParts.filter(
      (part) => part.question === question && part.isShown?.(state) !== false,
    );
    if (parts.length === 0) return [];
    const toldParts = parts.map((part) => {
      const isDisputed = hasConflict(part, state);
      const told = isDisputed
        ? words.t('record.conflict')
        : (part.told({ improvement, state, words }) ?? '');
      return { part, told, isDisputed };
    });
    return [{ question, parts: toldParts, told: toldTogether(toldParts) }];
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
              (isUnfolded(String(chapter.question)) ??
                (chapter.question === atFirst || chapterId(chapter.question) === arrivedAt))
            }
            isUnfolded={(fold) => isUnfolded(fold) === true}
            onOpen={set}
          />
        ))}
      </div>
    </>
  );
}

/** Two values that stand against each other must not lie folded away: a person has to choose. */
const hasConflict = (
  { fields = [], lists = [] }: StoryPart,
  state: StoryPartProps['state'],
): boolean =>
  fields.some((field) => state.fields[field].standing.length > 1) ||
  lists.some((list) => state.items(list).some((item) => disputedFields(item).length > 0));

const toldTogether = (parts: readonly { readonly told: string }[]): string =>
  parts.flatMap(({ told }) => (told === '' ? [] : [told])).join(' · ');
