/** The lists of an open record: read when they are asked for, and added to at their end. */
import { type Item, orderBetween, readCollection } from '../../shared/document/collections.ts';
import type { ReadableDocument } from '../../shared/document/readable-document.ts';
import type { ImprovementChange } from '../../shared/document/write-change.ts';
import type { RecordCollection } from '../../shared/domain/collections.ts';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { createUuidV7 } from '../../shared/domain/ids.ts';
import type { ImprovementState, OpenImprovement } from '../services/improvement.ts';

/** Most of what opens a record shows no list: each is read once it is asked for, and once. */
export function itemReader(doc: ReadableDocument): ImprovementState['items'] {
  const read = new Map<RecordCollection, readonly Item[]>();
  return <C extends RecordCollection>(collection: C) => {
    const items = read.get(collection) ?? readCollection(doc, collection);
    read.set(collection, items);
    return items as readonly Item<C>[];
  };
}

export const itemAdder =
  (
    deps: ClockDep & RandomDep,
    itemsNow: () => ImprovementState['items'],
    change: (change: ImprovementChange) => void,
  ): OpenImprovement['addItem'] =>
  (collection, values) => {
    const item = createUuidV7<string>(deps);
    const order = orderBetween(itemsNow()(collection).at(-1)?.order ?? '', '');
    // The signature pairs a collection with its own values; the compiler can't carry that over.
    change({
      type: 'setItem',
      collection,
      item,
      change: { ...values, order },
    } as ImprovementChange);
    return item;
  };
