/** One entry of the catalogue, to be changed: every value is kept as soon as one leaves its box. */
import type { Item } from '../../../shared/document/collections.ts';
import { isItemValue } from '../../../shared/document/item-values.ts';
import { collections, type ItemChange } from '../../../shared/domain/collections.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { CommittedInput } from '../../ui/committed-input.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { PersonField } from '../improvement/person-field.tsx';
import { ChoiceControl } from '../items/item-controls.tsx';
import { groupKinds } from '../use-groups.ts';
import { ItemConflicts } from '../workspace/item-conflicts.tsx';

type EntrySheetProps = {
  readonly workspace: OpenWorkspace;
  readonly entry: Item<'catalogue'>;
  readonly onBegun: (id: string) => void;
  readonly onClose: () => void;
};

type Kind = Item<'catalogue'>['values']['kind'];

export function EntrySheet({ workspace, entry, onBegun, onClose }: EntrySheetProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const { id, values } = entry;
  const isNew = id === '';
  const hasPeople = (groupKinds as readonly string[]).includes(values.kind);
  const change = (change: ItemChange<'catalogue'>) => {
    if (isNew) onBegun(workspace.addItem('catalogue', change));
    else workspace.change({ type: 'setItem', collection: 'catalogue', item: id, change });
  };
  const text = (field: 'title' | 'note', label: string) => (
    <CommittedInput
      label={label}
      value={values[field]}
      autofocus={field === 'title' && isNew}
      onCommit={(value) => {
        if (!isItemValue('catalogue', field, value)) return t('direction.tooLong');
        change({ [field]: value });
        return undefined;
      }}
    />
  );
  const remove = () => {
    change({ removed: 'yes' });
    onClose();
    showToast({
      text: t('catalogue.removed', { title: values.title }),
      action: { label: t('record.undo'), onClick: () => change({ removed: '' }) },
    });
  };
  return (
    <Sheet title={t('catalogue.entry')} closeLabel={t('app.close')} onClose={onClose}>
      <div class="practice-sheet">
        <ItemConflicts
          collection="catalogue"
          item={entry}
          onKeep={(field, value) => change({ [field]: value })}
        />
        {text('title', t('catalogue.name'))}
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
        {text('note', t('catalogue.note'))}
        <div class="practice-sheet__end">
          {!isNew && (
            <Button kind="quiet" onClick={remove}>
              {t('catalogue.remove')}
            </Button>
          )}
          <Button kind="primary" onClick={onClose}>
            {t('direction.done')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
