/** Lessons as a report in Markdown, by kind: for people who were not there. */
import type { RowLesson } from '../../../shared/domain/row-outcome.ts';
import type { Words } from '../../i18n/words.ts';
import { lessonKinds } from './lesson-kind.tsx';

export type ReportedLesson = RowLesson & {
  /** Number and title of its record; '' = the report says which it is. */
  readonly source: string;
  /** Whoever noted it; '' = not said. */
  readonly who: string;
};

export type Report = {
  readonly title: string;
  /** Unix ms. */
  readonly madeAt: number;
  readonly lessons: readonly ReportedLesson[];
};

type ReportWords = Pick<Words, 't' | 'format'>;

export function lessonReport({ title, madeAt, lessons }: Report, words: ReportWords): string {
  const { t, format } = words;
  const about = [format.date(madeAt), t('lessons.count', { count: lessons.length })].join(' · ');
  const groups = [...lessonKinds, undefined].map((kind) => ({
    heading: t(kind === undefined ? 'lessons.otherKind' : `choice.${kind}`),
    own: lessons.filter((lesson) => lesson.kind === kind),
  }));
  return [
    `# ${oneLine(title)}`,
    about,
    ...groups
      .filter(({ own }) => own.length > 0)
      .flatMap(({ heading, own }) => [
        `## ${heading}`,
        ...own.map((lesson) => entryOf(lesson, words)),
      ]),
    '',
  ].join('\n\n');
}

function entryOf(lesson: ReportedLesson, { t, format }: ReportWords): string {
  const { planned, happened, why, nextTime, source, who, on } = lesson;
  const first = nextTime ?? happened ?? '';
  const lines = (
    [
      ['lessons.planned', planned],
      ['lessons.happened', nextTime === undefined ? undefined : happened],
      ['lessons.why', why],
    ] as const
  ).flatMap(([name, text]) => (text === undefined ? [] : [`  - ${t(name)} ${oneLine(text)}`]));
  const day = on === undefined ? '' : format.date(Date.parse(`${on}T00:00`));
  const from = [source, who, day].filter((part) => part !== '').map(oneLine);
  return [
    `- **${oneLine(first)}**`,
    ...lines,
    ...(from.length > 0 ? [`  - ${from.join(' · ')}`] : []),
  ].join('\n');
}

/** What people wrote stays words, whatever signs are in it. */
const oneLine = (text: string): string =>
  text
    .trim()
    .replace(/\s*\n\s*/gu, ' / ')
    .replace(/[\\`*_[\]<>#|]/gu, '\\$&');
