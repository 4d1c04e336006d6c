/** Values of one field of an entry that were set while people were apart: who set which, one tap to keep either. */
import type { Item } from '../../../shared/document/collections.ts';
import type {
  ItemChange,
  ItemField,
  RecordCollection,
} from '../../../shared/domain/collections.ts';
import { hlcToMs } from '../../../shared/domain/hlc.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { Icon } from '../../ui/icon.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import { useItemWords } from '../item-words.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { disputedFields } from './disputed-fields.ts';
import { setItem } from './set-item.ts';
import '../improvement/field-conflict.css';

type ItemConflictProps<C extends RecordCollection> = {
  readonly improvement: OpenImprovement;
  readonly collection: C;
  readonly item: Item<C>;
  readonly field: ItemField<C>;
};

export function ItemConflict<C extends RecordCollection>(props: ItemConflictProps<C>) {
  const { improvement, collection, item, field } = props;
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const nowMs = useNow();
  const { value: valueText } = useItemWords();
  const standing = item.disputed[field];
  if (standing === undefined || !disputedFields(item).includes(field)) return null;
  return (
    <div
      class="field-conflict"
      role="group"
      aria-label={t('record.conflict')}
      data-testid="item-conflict"
    >
      <p class="field-conflict__title">
        <Icon name="fork" />
        {t('record.conflict')}
      </p>
      {standing.map(({ device, value, by, hlc }) => (
        <button
          key={device}
          type="button"
          class="field-conflict__choice"
          onClick={() =>
            setItem(improvement, collection, item.id, { [field]: value } as ItemChange<C>)
          }
        >
          <span class="field-conflict__value">
            {valueText(collection, field, value as string | number)}
          </span>
          <span class="field-conflict__who">
            {t('record.conflictBy', {
              name: nameOf(people, me, by, t),
              when: format.ago(hlcToMs(hlc), nowMs),
            })}
          </span>
          <span class="field-conflict__keep">{t('record.conflictChoose')}</span>
        </button>
      ))}
    </div>
  );
}
