/** One entry of the catalogue, to be changed. */
import type { Item } from '../../../shared/document/collections.ts';
import { collections, type ItemChange } from '../../../shared/domain/collections.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import { useWords } from '../environment.ts';
import { PersonField } from '../improvement/person-field.tsx';
import { ChoiceControl } from '../items/item-controls.tsx';
import { groupKinds } from '../use-groups.ts';
import { changeEntry, type Entry, EntrySheet, EntryText } from '../workspace/entry-sheet.tsx';

type CatalogueSheetProps = {
  readonly of: Entry<'catalogue'>;
  readonly onClose: () => void;
};

type Kind = Item<'catalogue'>['values']['kind'];

export function CatalogueSheet({ of, onClose }: CatalogueSheetProps) {
  const { t } = useWords();
  const { values } = of.entry;
  const hasPeople = (groupKinds as readonly string[]).includes(values.kind);
  const change = (change: ItemChange<'catalogue'>) => changeEntry(of, change);
  return (
    <EntrySheet
      of={of}
      title={t('catalogue.entry')}
      remove={t('catalogue.remove')}
      removed={t('catalogue.removed', { title: values.title })}
      onClose={onClose}
    >
      <EntryText of={of} field="title" label={t('catalogue.name')} />
      <ChoiceControl
        label={t('catalogue.kind')}
        hint={hasPeople ? t('catalogue.peopleHint') : ''}
        isReadOnly={false}
        options={collections.catalogue.kind.values.map((kind) => ({
          value: kind,
          label: t(`choice.${kind}`),
        }))}
        value={values.kind}
        onChange={(kind) => change({ kind: kind as Kind })}
      />
      {!hasPeople && values.kind !== 'site' && (
        <div class="field">
          <span class="field__label" aria-hidden="true">
            {t('catalogue.productOwner')}
          </span>
          <PersonField
            label={t('catalogue.productOwner')}
            value={values.productOwner as Someone | ''}
            onChoose={(productOwner) => change({ productOwner })}
          />
          <p class="field__hint">{t('catalogue.productOwnerHint')}</p>
        </div>
      )}
      <EntryText of={of} field="note" label={t('catalogue.note')} />
    </EntrySheet>
  );
}
