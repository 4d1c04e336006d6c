/** What a row says of how a record came out: lessons, reviews that are due, how satisfied people are, thanks. */
import type { ImprovementRow, Someone } from '../domain/improvement.ts';
import {
  lessonsKept,
  lessonTextLength,
  type ReviewDay,
  reviewDaysKept,
  type RowLesson,
} from '../domain/row-outcome.ts';
import { isPulseValue, recordPulse } from '../process/pulse.ts';
import { type Item, readCollection } from './collections.ts';
import type { Comment } from './read-comments.ts';
import type { ReadableDocument } from './readable-document.ts';
import type { Score } from './scores.ts';

type Outcome = Pick<
  ImprovementRow,
  'lessons' | 'reviewDays' | 'pulses' | 'pulsedBy' | 'thanks' | 'stakeholders'
>;

/** Nothing for what there is none of. */
export function outcomeOf(
  doc: ReadableDocument,
  record: {
    readonly comments: readonly Comment[];
    readonly scores: readonly Score[];
    readonly stakeholders: readonly string[];
  },
): Outcome {
  const lessons = readCollection(doc, 'lessons');
  const reviewDays = reviewDaysOf(doc);
  const given = pulsesOf(record.scores);
  const thanks = record.comments.filter((comment) => comment.thanks === true).length;
  return {
    ...(lessons.length > 0 && {
      lessons: { count: lessons.length, kept: lessons.slice(-lessonsKept).map(toRowLesson) },
    }),
    ...(reviewDays.length > 0 && { reviewDays }),
    ...(given.length > 0 && {
      pulses: given.map(({ value }) => value).sort((a, b) => a - b),
      pulsedBy: given.map(({ by }) => by).sort(),
    }),
    ...(thanks > 0 && { thanks }),
    ...(record.stakeholders.length > 0 && { stakeholders: record.stakeholders }),
  };
}

/** Answers to the question how satisfied somebody is with what comes of the record. */
export const pulsesOf = (
  scores: readonly Score[],
): readonly { readonly by: Someone; readonly value: number }[] =>
  scores.filter(({ criterion, value }) => criterion === recordPulse && isPulseValue(value));

const toRowLesson = ({ id, values }: Item<'lessons'>): RowLesson => ({
  id,
  ...Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== '')
      .map(([field, value]) => [field, shorten(value)]),
  ),
});

const shorten = (text: string): string =>
  text.length <= lessonTextLength ? text : `${text.slice(0, lessonTextLength - 1)}…`;

/** A showcase is held once a stakeholder has said something of it; a criterion is answered by met or not. */
function reviewDaysOf(doc: ReadableDocument): readonly ReviewDay[] {
  const answered = new Set(
    readCollection(doc, 'showcaseAnswers').map(({ values }) => values.iteration),
  );
  const showcases = readCollection(doc, 'iterations')
    .filter(({ id, values }) => values.showcaseOn !== '' && !answered.has(id))
    .map(({ values }) => reviewDay('showcase', values.showcaseOn, values.goal));
  const criteria = readCollection(doc, 'successCriteria')
    .filter(({ values }) => values.dueOn !== '' && values.met === '')
    .map(({ values }) => reviewDay('criterion', values.dueOn, values.title));
  return [...showcases, ...criteria]
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .slice(0, reviewDaysKept);
}

const reviewDay = (what: ReviewDay['what'], on: string, title: string): ReviewDay => ({
  what,
  on,
  title,
});
