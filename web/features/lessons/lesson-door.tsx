/** Where work is done, a lesson is one tap away. */
import { useState } from 'preact/hooks';
import type { OpenImprovement } from '../../services/improvement.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../environment.ts';
import { LessonForm } from './lesson-form.tsx';

export function LessonDoor({ improvement }: { readonly improvement: OpenImprovement }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <LessonForm improvement={improvement} onNoted={() => setOpen(false)} />;
  return (
    <div>
      <Button kind="quiet" icon="redo" expanded={false} onClick={() => setOpen(true)}>
        {t('lessons.new')}
      </Button>
    </div>
  );
}
