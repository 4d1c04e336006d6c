/** A list of entries: added one after another by Enter, unfolded for their details, put into order, taken out. */
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { type Item, titleOfItem } from '../../../shared/document/collections.ts';
import type { ItemChange, RecordCollection } from '../../../shared/domain/collections.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { Button } from '../../ui/button.tsx';
import { FieldProblem } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { disputedFields } from './disputed-fields.ts';
import { setItem } from './set-item.ts';
import { useReorder } from './use-reorder.ts';
import './item-list.css';

type ItemListProps<C extends RecordCollection> = {
  readonly improvement: OpenImprovement;
  readonly collection: C;
  readonly items: readonly Item<C>[];
  readonly label: string;
  /** Left out where entries are added otherwise, as `newItem` is. */
  readonly addLabel?: string;
  /** What it is good for, while it is empty. */
  readonly emptyHint: string;
  readonly isReadOnly: boolean;
  /** What the words of the box become. */
  readonly newItem?: (text: string) => ItemChange<C>;
  /** Before the title: a box to tick. */
  readonly lead?: (item: Item<C>) => ComponentChildren;
  /** Below the title, also while it is folded. */
  readonly summary: (item: Item<C>) => ComponentChildren;
  readonly details: (item: Item<C>) => ComponentChildren;
  /** Its title is struck through. */
  readonly isDone?: (item: Item<C>) => boolean;
};

const longestTitle = 200;

export function ItemList<C extends RecordCollection>(props: ItemListProps<C>) {
  const { improvement, collection, items, isReadOnly, addLabel, newItem } = props;
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState<string>();
  const [said, setSaid] = useState('');

  const reorder = useReorder(list, items, (id, order, place) => {
    setItem(improvement, collection, id, { order } as ItemChange<C>);
    const title = titleIn(items, id);
    setSaid(t('items.movedTo', { title, place, count: items.length }));
  });

  const remove = (item: Item<C>) => {
    setItem(improvement, collection, item.id, { removed: 'yes' } as ItemChange<C>);
    showToast({
      text: t('items.removed', { title: titleOfItem(item) }),
      action: {
        label: t('app.undo'),
        onClick: () => setItem(improvement, collection, item.id, { removed: '' } as ItemChange<C>),
      },
    });
  };

  return (
    <div class="item-list">
      {items.length === 0 && <p class="item-list__empty">{props.emptyHint}</p>}
      <ul class="item-list__rows" ref={list} aria-label={props.label}>
        {items.map((item, at) => (
          <li
            key={item.id}
            data-item={item.id}
            class={rowClass(reorder, item.id, at, items.length)}
          >
            <div class="item-list__line">
              {props.lead?.(item)}
              <button
                type="button"
                class={`item-list__open ${props.isDone?.(item) === true ? 'item-list__open--done' : ''}`}
                aria-expanded={open === item.id}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                onPointerDown={(event) => !isReadOnly && reorder.take(event, item.id)}
                onKeyDown={(event) => {
                  if (!event.altKey || isReadOnly) return;
                  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
                  if (by === undefined) return;
                  event.preventDefault();
                  reorder.moveBy(item.id, by);
                }}
                onClick={() => setOpen(open === item.id ? undefined : item.id)}
              >
                <span class="item-list__words">
                  <span class="item-list__title">
                    {titleOfItem(item) || t('register.untitled')}
                  </span>
                  {props.summary(item)}
                </span>
                {disputedFields(item).length > 0 && (
                  <span class="item-list__disputed">
                    <Icon name="fork" />
                    <span class="visually-hidden">{t('record.conflict')}</span>
                  </span>
                )}
                <Icon name={open === item.id ? 'down' : 'forward'} />
              </button>
            </div>
            {open === item.id && (
              <div class="item-list__details">
                {props.details(item)}
                {!isReadOnly && (
                  <div class="item-list__actions">
                    {at > 0 && (
                      <Button kind="quiet" icon="up" onClick={() => reorder.moveBy(item.id, -1)}>
                        {t('items.up')}
                      </Button>
                    )}
                    {at < items.length - 1 && (
                      <Button kind="quiet" icon="down" onClick={() => reorder.moveBy(item.id, 1)}>
                        {t('items.down')}
                      </Button>
                    )}
                    <Button kind="quiet" icon="close" onClick={() => remove(item)}>
                      {t('items.remove')}
                    </Button>
                  </div>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && addLabel !== undefined && newItem !== undefined && (
        <AddBox label={addLabel} onAdd={(text) => improvement.addItem(collection, newItem(text))} />
      )}
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

function titleIn(items: readonly Item[], id: string): string {
  const item = items.find((one) => one.id === id);
  return item === undefined ? '' : titleOfItem(item);
}

function rowClass(
  { taken, target }: { readonly taken: string | undefined; readonly target: number | undefined },
  id: string,
  at: number,
  count: number,
): string {
  return [
    'item-list__row',
    taken === id && 'item-list__row--taken',
    target === at && 'item-list__row--before',
    target === count && at === count - 1 && 'item-list__row--after',
  ]
    .filter(Boolean)
    .join(' ');
}

type AddBoxProps = { readonly label: string; readonly onAdd: (text: string) => void };

/** Enter adds and waits for the next one. */
function AddBox({ label, onAdd }: AddBoxProps) {
  const { t } = useWords();
  const problemId = useId();
  const [text, setText] = useState('');
  const words = text.replace(/\s+/gu, ' ').trim();
  const isTooLong = words.length > longestTitle;
  const add = () => {
    if (words === '' || isTooLong) return;
    onAdd(words);
    setText('');
  };
  return (
    <div class="item-list__add">
      <Icon name="plus" />
      <input
        class="item-list__box"
        type="text"
        aria-label={label}
        aria-describedby={problemId}
        aria-invalid={isTooLong ? true : undefined}
        placeholder={label}
        value={text}
        enterkeyhint="enter"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          add();
        }}
        onBlur={add}
      />
      <FieldProblem
        id={problemId}
        text={isTooLong ? t('items.tooLong', { count: longestTitle }) : undefined}
      />
    </div>
  );
}
