/** The seven questions that a record answers as a story, and what a section has to say to stand under one. */
import type { ComponentType } from 'preact';
import type { RecordCollection } from '../../../shared/domain/collections.ts';
import type { RegisterField } from '../../../shared/domain/improvement.ts';
import type { TextKey } from '../../i18n/translate.ts';
import type { Words } from '../../i18n/words.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';

/** Vision, now, target, way, action, result, momentum: the steps of the continual improvement model. */
export const storyQuestions = [1, 2, 3, 4, 5, 6, 7] as const;
export type StoryQuestion = (typeof storyQuestions)[number];

export type StoryPartProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
  readonly row: ListedImprovement | undefined;
  /** Somebody came to add detail to the record. */
  readonly isDetailWanted: boolean;
};

export type StoryPart = {
  /** Of its own. */
  readonly name: string;
  readonly question: StoryQuestion;
  /** Where several stand under one question each has a line of its own, and is folded; absent: it is always shown. */
  readonly title?: TextKey;
  /** Fetched when it is unfolded. */
  readonly Part: ComponentType<StoryPartProps>;
  /** Absent: it stands in every record. */
  readonly isShown?: (state: ImprovementState) => boolean;
  /** What of it is answered, in a few words beside the folded question; undefined: nothing yet. */
  readonly told: (record: StoryRecord) => string | undefined;
  /** What stands in it: while two values of one stand against each other, it is unfolded. */
  readonly fields?: readonly RegisterField[];
  readonly lists?: readonly RecordCollection[];
};

export type StoryRecord = Pick<StoryPartProps, 'improvement' | 'state'> & {
  readonly words: Words;
};

/** What of a question is answered; '' = nothing. */
export type ToldQuestion = { readonly question: StoryQuestion; readonly told: string };

/** The beginning of a text, as it stands beside a folded question; undefined = it says nothing. */
export function firstLineOf(text: { readonly toString: () => string }): string | undefined {
  const line = text.toString().trim().split('\n', 1)[0] ?? '';
  return line === '' ? undefined : line.slice(0, lineLength);
}

/** More than fits into one line of the widest page. */
const lineLength = 160;
