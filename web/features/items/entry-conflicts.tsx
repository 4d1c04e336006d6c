/** All values that stand against each other in an entry that is read as a whole, field by field. */
import type { Item } from '../../../shared/document/collections.ts';
import type { ItemField, RecordCollection } from '../../../shared/domain/collections.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { useItemWords } from '../item-words.ts';
import { disputedFields } from './disputed-fields.ts';
import { ItemConflict } from './item-conflict.tsx';
import './item-fields.css';

type EntryConflictsProps<C extends RecordCollection> = {
  readonly improvement: OpenImprovement;
  readonly collection: C;
  readonly item: Item<C>;
  readonly isReadOnly: boolean;
};

export function EntryConflicts<C extends RecordCollection>(props: EntryConflictsProps<C>) {
  const { fieldName } = useItemWords();
  const fields = disputedFields(props.item) as readonly ItemField<C>[];
  if (fields.length === 0) return null;
  return (
    <fieldset class="item-fields__someone" disabled={props.isReadOnly}>
      {fields.map((field) => (
        <div key={field} class="item-fields__field">
          <p class="item-fields__hint">{fieldName(field)}</p>
          <ItemConflict {...props} field={field} />
        </div>
      ))}
    </fieldset>
  );
}
