/** One question of a record's story: its line, and below it the parts that answer it, folded where there are several. */
import { useId } from 'preact/hooks';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../environment.ts';
import type { StoryPart, StoryPartProps, StoryQuestion, ToldQuestion } from './story-part.ts';
import './story.css';

export type ToldPart = {
  readonly part: StoryPart;
  /** '' = nothing yet. */
  readonly told: string;
  readonly isDisputed: boolean;
};

type ChapterProps = StoryPartProps &
  ToldQuestion & {
    readonly parts: readonly ToldPart[];
    readonly isOpen: boolean;
    readonly isUnfolded: (fold: string) => boolean;
    readonly onOpen: (fold: string, isOpen: boolean) => void;
  };

export function Chapter(props: ChapterProps) {
  const { question, parts, told, isOpen, isUnfolded, onOpen, ...shared } = props;
  const { t } = useWords();
  const titleId = useId();
  return (
    <section class="story__chapter" aria-labelledby={titleId} id={chapterId(question)}>
      <h2 class="story__title">
        <button
          type="button"
          class="story__fold"
          aria-expanded={isOpen}
          onClick={() => onOpen(String(question), !isOpen)}
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
          {parts.map(({ part, told: toldPart, isDisputed }) =>
            part.title === undefined ? (
              <part.Part key={part.name} {...shared} />
            ) : (
              <FoldedPart
                key={part.name}
                {...shared}
                part={part}
                title={t(part.title)}
                told={toldPart}
                isOpen={isDisputed || isUnfolded(part.name)}
                onOpen={(isPartOpen) => onOpen(part.name, isPartOpen)}
              />
            ),
          )}
        </div>
      )}
    </section>
  );
}

export const chapterId = (question: StoryQuestion): string => `story-${question}`;

type FoldedPartProps = StoryPartProps & {
  readonly part: StoryPart;
  readonly title: string;
  readonly told: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
};

function FoldedPart({ part, title, told, isOpen, onOpen, ...shared }: FoldedPartProps) {
  return (
    <div class="story__part" data-part={part.name}>
      <h3 class="story__title">
        <button
          type="button"
          class="story__part-fold"
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'down' : 'forward'} />
          <span class="story__part-title">{title}</span>
          <span class="story__part-told">{told}</span>
        </button>
      </h3>
      {isOpen && (
        <div class="story__part-content">
          <part.Part {...shared} />
        </div>
      )}
    </div>
  );
}
