/** Asks for what was learned while a record is being closed; nothing has to be answered. */
import type { OpenImprovement } from '../../services/improvement.ts';
import { useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { LessonForm } from './lesson-form.tsx';
import './closing-lesson.css';

export function ClosingLesson({ improvement }: { readonly improvement: OpenImprovement }) {
  const { t } = useWords();
  const state = useReadable(improvement.state);
  const count = state.items('lessons').length;
  if (!state.isAllowed('editRecord')) return null;
  return (
    <div class="closing-lesson">
      <LessonForm
        improvement={improvement}
        title={count === 0 ? t('lessons.askedAtEnd') : t('lessons.soFar', { count })}
      />
    </div>
  );
}
