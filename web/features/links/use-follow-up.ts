/** Makes an idea of its own of what is left to do, linked to the record that it follows from. */
import { linkEntry } from '../../../shared/domain/links.ts';
import { pathTo } from '../../routes.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { useEnvironment, useWords } from '../environment.ts';

export function useFollowUp(improvement: OpenImprovement): (words: string) => Promise<void> {
  const { services, showToast, navigation } = useEnvironment();
  const { t } = useWords();
  return async (words) => {
    const kept = await services.capture.keep(words);
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
}
