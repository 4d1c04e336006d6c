/** Who approves records of each size, and how many of them have to agree. */
import { useEffect, useState } from 'preact/hooks';
import type { PersonId } from '../../../shared/domain/ids.ts';
import { type Level, levels } from '../../../shared/domain/improvement.ts';
import { approvalRuleFor } from '../../../shared/process/approval-rules.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { PlainSelect } from '../improvement/plain-select.tsx';
import { PeopleField } from '../record-details/people-field.tsx';
import { useReadable } from '../use-readable.ts';
import { ApprovalTerms } from './approval-terms.tsx';
import { SizeThresholds } from './size-thresholds.tsx';
import './approval-rules.css';

export function ApprovalRules({ onClose }: { readonly onClose: () => void }) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const [workspace, setWorkspace] = useState<OpenWorkspace>();

  useEffect(() => {
    let left = false;
    let opened: OpenWorkspace | undefined;
    const open = async () => {
      opened = await (await services.workspace()).open();
      if (left) return void opened?.close();
      setWorkspace(opened);
    };
    void open();
    return () => {
      left = true;
      void opened?.close();
    };
  }, []);

  return (
    <Sheet title={t('rules.title')} closeLabel={t('app.close')} onClose={onClose}>
      <p class="approval-rules__hint">{t('rules.hint')}</p>
      {workspace !== undefined &&
        levels.map((size) => <RuleOfSize key={size} workspace={workspace} size={size} />)}
      {workspace !== undefined && <ApprovalTerms workspace={workspace} />}
    </Sheet>
  );
}

type RuleOfSizeProps = { readonly workspace: OpenWorkspace; readonly size: Level };

function RuleOfSize({ workspace, size }: RuleOfSizeProps) {
  const { t } = useWords();
  const { items } = useReadable(workspace.state);
  const entries = items.approvalRules.filter(
    ({ isRemoved, values }) => !isRemoved && values.size === size && values.person !== '',
  );
  const { people, needed } = approvalRuleFor(entries, { cost: size });
  const title = t(`rules.size.${size}`);

  const put = (person: PersonId, on: boolean) => {
    if (on) return workspace.addItem('approvalRules', { size, person, needed });
    for (const { id, values } of entries)
      if (values.person === person) change(id, { removed: 'yes' });
  };
  const change = (
    item: string,
    values: { readonly removed: 'yes' } | { readonly needed: number },
  ) => workspace.change({ type: 'setItem', collection: 'approvalRules', item, change: values });

  return (
    <section class="approval-rules__size" aria-label={title}>
      <h3 class="approval-rules__title">{title}</h3>
      <PeopleField
        label={title}
        addLabel={t('rules.add')}
        entries={people}
        isOffered={({ roles }) => roles.includes('approver')}
        onChange={(person, on) => void put(person as PersonId, on)}
      />
      {people.length === 0 ? (
        <p class="approval-rules__hint">{t('approval.anyApprover', { count: 1 })}</p>
      ) : (
        <PlainSelect
          label={t('rules.needed')}
          options={people.map((_, at) => ({
            value: String(at + 1),
            label: t('rules.neededOf', { count: at + 1, total: people.length }),
          }))}
          value={String(needed)}
          onChoose={(count) => {
            for (const { id } of entries) change(id, { needed: Number(count) });
          }}
        />
      )}
      {/* What nobody calls anything else is of the lowest size anyway. */}
      {size !== 'low' && <SizeThresholds workspace={workspace} size={size} />}
    </section>
  );
}
