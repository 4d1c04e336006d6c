/** The ways in which a report leaves the app: on paper, and as a file. */
import { Button } from '../../ui/button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { localDay } from '../local-day.ts';
import { fullName } from '../full-name.ts';
import { numberOf } from '../improvement-words.ts';
import { saveFile } from '../sync-status/save-file.ts';
import { useReadable } from '../use-readable.ts';
import { lessonReport } from './lesson-report.ts';
import type { ShownLesson } from './lesson-list.tsx';

type ReportButtonsProps = {
  readonly title: string;
  readonly lessons: readonly ShownLesson[];
  readonly onPrint: () => void;
};

export function ReportButtons({ title, lessons, onPrint }: ReportButtonsProps) {
  const { services, nowMs } = useEnvironment();
  const words = useWords();
  const people = useReadable(services.session.people);
  const { t } = words;
  const save = () => {
    const reported = lessons.map((lesson) => ({
      ...lesson,
      source:
        lesson.record === undefined ? '' : `${numberOf(lesson.record)} ${lesson.record.title}`,
      who: lesson.by === undefined ? '' : fullName(people, lesson.by, t),
    }));
    const text = lessonReport({ title, madeAt: nowMs(), lessons: reported }, words);
    const blob = new Blob([text], { type: 'text/markdown' });
    saveFile({ name: `lessons-${localDay(nowMs())}.md`, blob });
  };
  return (
    <>
      <Button onClick={onPrint}>{t('lessons.print')}</Button>
      <Button icon="download" onClick={save}>
        {t('lessons.markdown')}
      </Button>
    </>
  );
}
