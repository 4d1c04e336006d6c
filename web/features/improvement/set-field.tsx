/** Tags or affected items of a record. */
import { limits, type SetField as SetFieldName } from '../../../shared/domain/improvement.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { Chips } from '../../ui/chips.tsx';
import { useWords } from '../environment.ts';

type SetFieldProps = {
  readonly improvement: OpenImprovement;
  readonly field: SetFieldName;
  readonly entries: readonly string[];
};

export function SetField({ improvement, field, entries }: SetFieldProps) {
  const { t } = useWords();
  const setEntry = (entry: string, on: boolean) =>
    improvement.change({ type: 'setEntry', field, entry, on });
  const add = (entry: string) => {
    if (entry.length > limits.entryLength) {
      return t('record.entryTooLong', { count: limits.entryLength });
    }
    if (entries.length >= limits.entries) return t('record.entriesFull', { count: limits.entries });
    setEntry(entry, true);
    return undefined;
  };
  return (
    <Chips
      label={t(`field.${field}`)}
      addLabel={t(field === 'tags' ? 'record.addTag' : 'record.addItem')}
      entries={entries}
      removeLabel={(entry) => t('record.removeEntry', { entry })}
      onAdd={add}
      onRemove={(entry) => setEntry(entry, false)}
    />
  );
}
