/** What keeps the whole record from going on: said in a few words, shown on its card. */
import { TextControl } from '../items/item-controls.tsx';
import { useWords } from '../environment.ts';
import { FieldConflict } from '../improvement/field-conflict.tsx';
import type { PlanProps } from './plan-part.tsx';

const longestReason = 200;

export function RecordBlocked({ improvement, state }: PlanProps) {
  const { t } = useWords();
  const { blocked } = state.fields;
  const set = (value: string) => improvement.change({ type: 'setField', field: 'blocked', value });
  return (
    <div class="item-fields__field">
      <TextControl
        label={t('plan.recordBlocked')}
        hint={t('plan.blockedHint')}
        isReadOnly={!state.isAllowed('editRecord')}
        atMost={longestReason}
        isLong={false}
        value={blocked.value}
        onChange={set}
      />
      <FieldConflict field="blocked" read={blocked} onKeep={set} />
    </div>
  );
}
