/** A quiet line: lessons that fit what somebody is writing or planning, opened where they are. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Icon } from '../../ui/icon.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useAsker } from '../find/use-ask.ts';
import { findFitting, type Like } from './find-fitting.ts';
import { LessonList } from './lesson-list.tsx';
import { lessonsIn } from './lesson-query.ts';
import './fitting-lessons.css';

type FittingLessonsProps = Partial<Like> & {
  /** The record that somebody is at. */
  readonly self?: DocumentId | undefined;
};

const none: readonly string[] = [];

export function FittingLessons(props: FittingLessonsProps) {
  const { words = none, affectedItems = none, tags = none, self } = props;
  const { services } = useEnvironment();
  const { t } = useWords();
  const asker = useAsker();
  const [records, setRecords] = useState<readonly ListedImprovement[]>([]);
  const key = JSON.stringify([words, affectedItems, tags]);

  useEffect(() => {
    const like = { words, affectedItems, tags };
    return findFitting(services.register, asker, { like, self }, setRecords);
  }, [key, asker, self]);

  const lessons = lessonsIn(records, { kind: '', team: '' });
  if (lessons.length === 0) return null;
  return (
    <details class="fitting-lessons" data-testid="fitting-lessons">
      <summary class="fitting-lessons__line">
        <Icon name="redo" />
        {t('lessons.fit', { count: lessons.length })}
      </summary>
      <LessonList label={t('field.lessons')} lessons={lessons} />
    </details>
  );
}
