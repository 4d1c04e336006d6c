/** Values of an entry's fields that were set while people were apart: who set which, and one tap to keep either. */
import type { Item } from '../../../shared/document/collections.ts';
import type { RegisterEntry } from '../../../shared/document/registers.ts';
import type { ItemField, WorkspaceCollection } from '../../../shared/domain/collections.ts';
import { hlcToMs } from '../../../shared/domain/hlc.ts';
import { Icon } from '../../ui/icon.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import { useItemWords } from '../item-words.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import '../improvement/field-conflict.css';

/** Where it stands in its list is nothing that people choose between. */
export const disputedFields = <C extends WorkspaceCollection>({ disputed }: Item<C>) =>
  (Object.entries(disputed) as (readonly [ItemField<C>, readonly RegisterEntry[]])[]).filter(
    ([field]) => field !== 'order',
  );

type ItemConflictsProps<C extends WorkspaceCollection> = {
  readonly collection: C;
  readonly item: Item<C>;
  readonly onKeep: (field: ItemField<C>, value: string | number) => void;
};

export function ItemConflicts<C extends WorkspaceCollection>({
  collection,
  item,
  onKeep,
}: ItemConflictsProps<C>) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const words = useItemWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const nowMs = useNow();
  const disputed = disputedFields(item);
  return (
    <>
      {disputed.map(([field, standing]) => (
        <div
          key={field}
          class="field-conflict"
          role="group"
          aria-label={t('record.conflict')}
          data-testid="conflict"
        >
          <p class="field-conflict__title">
            <Icon name="fork" />
            {t('workspace.conflict', { field: words.fieldName(field) })}
          </p>
          {standing.map(({ value, by, hlc, device }) => (
            <button
              key={device}
              type="button"
              class="field-conflict__choice"
              onClick={() => onKeep(field, value as string | number)}
            >
              <span class="field-conflict__value">
                {words.value(collection, field, value as string | number)}
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
      ))}
    </>
  );
}
