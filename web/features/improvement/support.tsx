/** "I see this too": who else has the same trouble. */
import type { ImprovementState, OpenImprovement } from '../../services.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../environment.ts';
import './support.css';

type SupportProps = { readonly improvement: OpenImprovement; readonly state: ImprovementState };

export function Support({ improvement, state }: SupportProps) {
  const { t } = useWords();
  const { supportedByMe, supporters } = state;
  return (
    <div class="support">
      <Button
        disabled={!state.isAllowed('vote')}
        icon={supportedByMe ? 'check' : 'eye'}
        pressed={supportedByMe}
        onClick={() => improvement.change({ type: 'support', on: !supportedByMe })}
      >
        {t('record.support')}
      </Button>
      <p class="support__count figures" role="status">
        {supporters.length > 0 && t('record.supporters', { count: supporters.length })}
      </p>
    </div>
  );
}
