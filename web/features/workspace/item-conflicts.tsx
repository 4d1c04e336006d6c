/** Values of an entry's fields that were set while people were apart: who set which, and one tap to keep either. */
import type { Item } from '../../../shared/document/collections.ts';
import type { RegisterEntry } from '../../../shared/document/registers.ts';
import type { CollectionName, ItemField } from '../../../shared/domain/collections.ts';
import { hlcToMs } from '../../../shared/domain/hlc.ts';
import { Icon } from '../../ui/icon.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import { useItemWords } from '../item-words.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import '../improvement/field-conflict.css';

/** Where it stands in its list is nothing that people choose between. */
export const disputedFields = <C extends CollectionName>({ disputed }: Item<C>) =>
  (Object.entries(disputed) as (readonly [ItemField<C>, readonly RegisterEntry[]])[]).filter(
    ([field]) => field !== 'order',
  );

type ItemConflictsProps<C extends CollectionName> = {
  readonly collection: C;
  readonly item: Item<C>;
  readonly onKeep: (field: ItemField<C>, value: string | number) => void;
};

export function ItemConflicts<C extends CollectionName>({
  collection,
  item,
  onKeep,
}: ItemConflictsProps<C>) {
  const words = useItemWords();
  return (
    <>
      {disputedFields(item).map(([field, standing]) => (
        <StandingValues
          key={field}
          field={words.fieldName(field)}
          standing={standing}
          text={(value) => words.value(collection, field, value)}
          onKeep={(value) => onKeep(field, value)}
        />
      ))}
    </>
  );
}

type StandingValuesProps = {
  /** As people call it. */
  readonly field: string;
  readonly standing: readonly RegisterEntry[];
  readonly text: (value: string | number) => string;
  readonly onKeep: (value: string | number) => void;
};

export function StandingValues({ field, standing, text, onKeep }: StandingValuesProps) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const nowMs = useNow();
  return (
    <div
      class="field-conflict"
      role="group"
      aria-label={t('record.conflict')}
      data-testid="conflict"
    >
      <p class="field-conflict__title">
        <Icon name="fork" />
        {t('workspace.conflict', { field })}
      </p>
      {standing.map(({ value, by, hlc, device }) => (
        <button
          key={device}
          type="button"
          class="field-conflict__choice"
          onClick={() => onKeep(value as string | number)}
        >
          <span class="field-conflict__value">{text(value as string | number)}</span>
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
