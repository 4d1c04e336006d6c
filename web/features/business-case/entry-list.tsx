/** A list of a record's entries: each in a line of its own, taken out with a way back, new ones added at the end. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Item } from '../../../shared/document/collections.ts';
import { titleOfItem } from '../../../shared/document/collections.ts';
import type { ImprovementChange } from '../../../shared/document/write-change.ts';
import type { ItemChange, RecordCollection } from '../../../shared/domain/collections.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import './entry-list.css';

type EntryListProps<C extends RecordCollection> = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
  readonly collection: C;
  /** What a new entry is called in the box in which it is named. */
  readonly addLabel: string;
  readonly suggestions?: readonly string[];
  readonly newEntry: (title: string) => ItemChange<C>;
  readonly children: (item: Item<C>, change: (change: ItemChange<C>) => void) => ComponentChildren;
};

export function EntryList<C extends RecordCollection>(props: EntryListProps<C>) {
  const { improvement, state, collection, addLabel, newEntry, children } = props;
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const mayEdit = state.isAllowed('editRecord');
  const list: RecordCollection = collection;
  const items = state.items(collection);
  const change = (item: string, values: ItemChange<C>) =>
    improvement.change({ type: 'setItem', collection, item, change: values } as ImprovementChange);

  const remove = (item: Item<C>) => {
    change(item.id, { removed: 'yes' } as ItemChange<C>);
    showToast({
      text: t('case.removed', { title: titleOfItem(item as unknown as Item) }),
      action: {
        label: t('app.undo'),
        onClick: () => change(item.id, { removed: '' } as ItemChange<C>),
      },
    });
  };

  return (
    <>
      {items.length > 0 && (
        <ul class="entry-list" aria-label={t(`field.${list}`)}>
          {items.map((item) => (
            <li class="entry-list__entry" key={item.id}>
              <div class="entry-list__fields">
                {children(item, (values) => change(item.id, values))}
              </div>
              {mayEdit && (
                <IconButton
                  icon="close"
                  label={t('record.removeEntry', { entry: titleOfItem(item as unknown as Item) })}
                  onClick={() => remove(item)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && (
        <AddEntry
          label={addLabel}
          suggestions={props.suggestions ?? []}
          onAdd={(title) => improvement.addItem(collection, newEntry(title))}
        />
      )}
    </>
  );
}

type AddEntryProps = {
  readonly label: string;
  readonly suggestions: readonly string[];
  readonly onAdd: (title: string) => void;
};

/** As long as a name may be. */
const titleLength = 200;

function AddEntry({ label, suggestions, onAdd }: AddEntryProps) {
  const { t } = useWords();
  const listId = useId();
  const [title, setTitle] = useState('');
  const add = () => {
    const said = title.replace(/\s+/gu, ' ').trim();
    if (said === '') return;
    onAdd(said);
    setTitle('');
  };
  return (
    <form
      class="entry-list__add"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <input
        class="kept-field__box"
        aria-label={label}
        placeholder={label}
        value={title}
        maxLength={titleLength}
        list={suggestions.length > 0 ? listId : undefined}
        autocomplete="off"
        onInput={(event) => setTitle(event.currentTarget.value)}
      />
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      <Button type="submit" icon="plus">
        {t('case.add')}
      </Button>
    </form>
  );
}
