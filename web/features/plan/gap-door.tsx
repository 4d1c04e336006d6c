/** A gap too large for the next iteration becomes an idea of its own, which says what it follows from. */
import type { OpenImprovement } from '../../services/improvement.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../environment.ts';
import { useFollowUp } from '../links/use-follow-up.ts';

type GapDoorProps = {
  readonly improvement: OpenImprovement;
  /** In the words of whoever named it. */
  readonly gap: string;
};

export function GapDoor({ improvement, gap }: GapDoorProps) {
  const { t } = useWords();
  const keep = useFollowUp(improvement);
  return (
    <Button kind="quiet" icon="fork" onClick={() => void keep(gap)}>
      {t('plan.gapToIdea')}
    </Button>
  );
}
