/** One field of an entry of a list: its control, and what stands against each other below. */
import type { Item } from '../../../shared/document/collections.ts';
import {
  collections,
  type FieldKind,
  type ItemChange,
  type ItemField as FieldOf,
  type RecordCollection,
} from '../../../shared/domain/collections.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import { toWebAddress } from '../../../shared/domain/web-address.ts';
import { countMoves, type DayRoom } from '../../../shared/process/plan-days.ts';
import { titleOfItem } from '../../../shared/document/collections.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { useWords } from '../environment.ts';
import { PersonField } from '../improvement/person-field.tsx';
import { useItemWords } from '../item-words.ts';
import { DayControl } from './day-control.tsx';
import { ChoiceControl, NumberControl, TextControl, YesControl } from './item-controls.tsx';
import { ItemConflict } from './item-conflict.tsx';
import { setItem } from './set-item.ts';
import './item-fields.css';

export type ItemFieldProps<C extends RecordCollection> = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
  readonly collection: C;
  readonly item: Item<C>;
  readonly field: Exclude<FieldOf<C>, 'order' | 'removed'>;
  readonly label: string;
  readonly hint?: string;
  readonly isReadOnly: boolean;
  /** Of a text: whether it is a paragraph; absent: its length decides. */
  readonly isLong?: boolean;
  /** Of a day. */
  readonly room?: DayRoom;
  /** Of a day that is kept once it is set, or moved with a reason. */
  readonly isAgreed?: boolean;
  /** Of a reference to another entry. */
  readonly entries?: readonly Item[];
};

/** From here on a text is a paragraph. */
const longText = 1_000;

export function ItemField<C extends RecordCollection>(props: ItemFieldProps<C>) {
  const { improvement, collection, item, field } = props;
  return (
    <div class="item-fields__field">
      <Control {...props} />
      <ItemConflict improvement={improvement} collection={collection} item={item} field={field} />
    </div>
  );
}

function Control<C extends RecordCollection>(props: ItemFieldProps<C>) {
  const { improvement, state, collection, item, field, label, hint, isReadOnly } = props;
  const { t } = useWords();
  const words = useItemWords();
  const values = item.values as Readonly<Record<string, string | number>>;
  const value = values[field] ?? '';
  const kind = (collections[collection] as Readonly<Record<string, FieldKind>>)[field];
  const set = (next: string | number) =>
    setItem(improvement, collection, item.id, { [field]: next } as ItemChange<C>);
  const shared = { label, hint, isReadOnly };

  switch (kind?.type) {
    case 'text':
      return (
        <TextControl
          {...shared}
          atMost={kind.atMost}
          isLong={props.isLong ?? kind.atMost > longText}
          value={String(value)}
          onChange={set}
        />
      );
    case 'link':
      return (
        <TextControl
          {...shared}
          atMost={longText}
          isLong={false}
          read={toWebAddress}
          refusal={t('items.noAddress')}
          value={String(value)}
          onChange={set}
        />
      );
    case 'number':
      return (
        <NumberControl
          {...shared}
          from={kind.from}
          to={kind.to}
          value={value as number | ''}
          onChange={set}
        />
      );
    case 'day': {
      const moves = countMoves(state.items('movedDates'), item.id);
      const move = (day: string, reason?: string) => {
        if (reason !== undefined) {
          const what = titleOfItem(item as Item).slice(0, 200);
          improvement.addItem('movedDates', {
            what,
            item: item.id,
            from: String(value),
            to: day,
            reason,
          });
        }
        set(day);
      };
      return (
        <DayControl
          label={label}
          isReadOnly={isReadOnly}
          value={String(value)}
          room={props.room ?? {}}
          isAgreed={props.isAgreed === true}
          note={
            props.isAgreed === true && moves > 0 ? t('plan.moved', { count: moves }) : undefined
          }
          onChange={move}
        />
      );
    }
    case 'someone':
      return (
        <div class="field">
          <span class="field__label" aria-hidden="true">
            {label}
          </span>
          <fieldset class="item-fields__someone" disabled={isReadOnly}>
            <PersonField label={label} value={value as Someone | ''} onChoose={set} />
          </fieldset>
        </div>
      );
    case 'id':
      return (
        <ChoiceControl
          {...shared}
          options={(props.entries ?? []).map((entry) => ({
            value: entry.id,
            label: titleOfItem(entry),
          }))}
          value={String(value)}
          onChange={set}
        />
      );
    case 'oneOf':
      return kind.values.length === 1 ? (
        <YesControl {...shared} value={value as 'yes' | ''} onChange={set} />
      ) : (
        <ChoiceControl
          {...shared}
          options={kind.values.map((one) => ({
            value: one,
            label: words.value(collection, field, one),
          }))}
          value={String(value)}
          onChange={set}
        />
      );
    // Taken by the clock, never typed.
    case 'moment':
    case undefined:
      return null;
  }
}
