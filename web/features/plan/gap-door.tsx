/** A gap too large for the next iteration becomes an idea of its own, which says what it follows from. */
import { linkEntry } from '../../../shared/domain/links.ts';
import { pathTo } from '../../routes.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { Button } from '../../ui/button.tsx';
import { useEnvironment, useWords } from '../environment.ts';

type GapDoorProps = {
  readonly improvement: OpenImprovement;
  /** In the words of whoever named it. */
  readonly gap: string;
};

export function GapDoor({ improvement, gap }: GapDoorProps) {
  const { services, showToast, navigation } = useEnvironment();
  const { t } = useWords();
  const keep = async () => {
    const kept = await services.capture.keep(gap);
    if (!kept.ok) return showToast({ text: t('plan.gapNotKept') });
    const { id, localNumber } = kept.value;
    const idea = await services.improvements.open(id);
    const entry = linkEntry({ kind: 'followsFrom', to: improvement.id });
    idea?.change({ type: 'setEntry', field: 'links', entry, on: true });
    await idea?.close();
    showToast({
      text: t('plan.gapKept', { number: localNumber }),
      action: { label: t('plan.gapOpen'), onClick: () => navigation.go(pathTo.improvement(id)) },
    });
  };
  return (
    <Button kind="quiet" icon="fork" onClick={() => void keep()}>
      {t('plan.gapToIdea')}
    </Button>
  );
}
