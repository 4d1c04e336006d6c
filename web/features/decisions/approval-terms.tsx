/** Over how many months a business case is counted, and by how much an amount may grow before it is approved again. */
import { firstTerms, termsIn } from '../../../shared/process/approval.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { NumberSetting } from '../workspace/number-setting.tsx';

export function ApprovalTerms({ workspace }: { readonly workspace: OpenWorkspace }) {
  const { t } = useWords();
  const terms = termsIn(useReadable(workspace.state).values);
  const title = t('rules.terms');
  return (
    <section class="approval-rules__size" aria-label={title}>
      <h3 class="approval-rules__title">{title}</h3>
      {(['horizonMonths', 'growthPercent'] as const).map((field) => (
        <NumberSetting
          key={field}
          workspace={workspace}
          field={field}
          value={terms[field]}
          hint={t(`rules.hint.${field}`, { usual: firstTerms[field] })}
        />
      ))}
    </section>
  );
}
