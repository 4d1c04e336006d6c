/** The approval of a record where its way is told: who decides, and every version that was approved. */
import { useWords } from '../environment.ts';
import type { StoryPartProps } from '../improvement/story-part.ts';
import { ApprovalState } from './approval-state.tsx';

export function ApprovalPart({ state }: StoryPartProps) {
  const { t } = useWords();
  return (
    <section class="approval-state" aria-label={t('approval.title')}>
      <h3 class="approval-state__title">{t('approval.title')}</h3>
      <ApprovalState state={state} />
    </section>
  );
}
