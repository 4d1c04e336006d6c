/** Lessons to be read: what to do next time first, then what it comes from. */
import type { RowLesson } from '../../../shared/domain/row-outcome.ts';
import { pathTo } from '../../routes.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { fullName } from '../full-name.ts';
import { numberOf } from '../improvement-words.ts';
import { useDayText } from '../items/day-control.tsx';
import { useReadable } from '../use-readable.ts';
import { LessonKindMark } from './lesson-kind.tsx';
import './lesson-list.css';

export type ShownLesson = RowLesson & {
  /** undefined: the page says which it is. */
  readonly record: ListedImprovement | undefined;
};

type LessonListProps = {
  readonly label: string;
  readonly lessons: readonly ShownLesson[];
};

export const LessonList = ({ label, lessons }: LessonListProps) => (
  <ul class="lesson-list" aria-label={label}>
    {lessons.map((lesson) => (
      <li class="lesson-list__lesson" key={lesson.id} data-testid="lesson">
        <Lesson lesson={lesson} />
      </li>
    ))}
  </ul>
);

function Lesson({ lesson }: { readonly lesson: ShownLesson }) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const dayText = useDayText();
  const { kind, planned, happened, why, nextTime, by, on, record } = lesson;
  return (
    <>
      <LessonKindMark kind={kind} />
      <p class="lesson-list__first">{nextTime ?? happened}</p>
      <dl class="lesson-list__rest">
        {(
          [
            ['planned', planned],
            ['happened', nextTime === undefined ? undefined : happened],
            ['why', why],
          ] as const
        ).map(
          ([field, text]) =>
            text !== undefined && (
              <div key={field}>
                <dt>{t(`lessons.${field}`)}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
      </dl>
      <p class="lesson-list__about figures">
        {record !== undefined && (
          <a href={pathTo.improvement(record.id)}>
            {numberOf(record)} {record.title}
          </a>
        )}
        {by !== undefined && <span>{fullName(people, by, t)}</span>}
        {on !== undefined && <span>{dayText(on)}</span>}
      </p>
    </>
  );
}
