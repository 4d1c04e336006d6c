/** One entry of a list that the workspace agrees on, to be changed: every value is kept as soon as one leaves its box. */
import type { ComponentChildren } from 'preact';
import type { Item } from '../../../shared/document/collections.ts';
import { isItemValue } from '../../../shared/document/item-values.ts';
import type { WorkspaceChange } from '../../../shared/document/workspace-document.ts';
import type { ItemChange, ItemField } from '../../../shared/domain/collections.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { CommittedInput } from '../../ui/committed-input.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { ItemConflicts } from './item-conflicts.tsx';
import './entry-sheet.css';

/** Lists whose entries have a title. */
type Titled = 'catalogue' | 'objectives' | 'principles';

export type Entry<C extends Titled> = {
  readonly workspace: OpenWorkspace;
  readonly collection: C;
  /** Without an id while it is new. */
  readonly entry: Item<C>;
  /** A new one has its first value, and an id with it. */
  readonly onBegun: (id: string) => void;
};

export function changeEntry<C extends Titled>(
  { workspace, collection, entry, onBegun }: Entry<C>,
  change: ItemChange<C>,
): void {
  if (entry.id === '') return onBegun(workspace.addItem(collection, change));
  const written = { type: 'setItem', collection, item: entry.id, change } as const;
  workspace.change(written as WorkspaceChange);
}

type EntryTextProps<C extends Titled> = {
  readonly of: Entry<C>;
  readonly field: ItemField<C>;
  readonly label: string;
  readonly hint?: string | undefined;
};

export function EntryText<C extends Titled>({ of, field, label, hint }: EntryTextProps<C>) {
  const { t } = useWords();
  const { collection, entry } = of;
  const values = entry.values as Readonly<Record<ItemField<C>, string | number>>;
  return (
    <CommittedInput
      label={label}
      hint={hint}
      value={String(values[field])}
      autofocus={field === 'title' && entry.id === ''}
      onCommit={(value) => {
        if (!isItemValue(collection, field, value)) return t('direction.tooLong');
        changeEntry(of, { [field]: value } as ItemChange<C>);
        return undefined;
      }}
    />
  );
}

type EntrySheetProps<C extends Titled> = {
  readonly of: Entry<C>;
  readonly title: string;
  readonly remove: string;
  /** What is said once it is taken out. */
  readonly removed: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
};

export function EntrySheet<C extends Titled>(props: EntrySheetProps<C>) {
  const { of, title, onClose } = props;
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const put = (change: { readonly [field: string]: unknown }) =>
    changeEntry(of, change as ItemChange<C>);
  const remove = () => {
    put({ removed: 'yes' });
    onClose();
    const action = { label: t('record.undo'), onClick: () => put({ removed: '' }) };
    showToast({ text: props.removed, action });
  };
  return (
    <Sheet title={title} closeLabel={t('app.close')} onClose={onClose}>
      <div class="entry-sheet">
        <ItemConflicts
          collection={of.collection}
          item={of.entry}
          onKeep={(field, value) => put({ [field]: value })}
        />
        {props.children}
        <div class="entry-sheet__end">
          {of.entry.id !== '' && (
            <Button kind="quiet" onClick={remove}>
              {props.remove}
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
