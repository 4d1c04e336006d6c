/** Lists in a document: entries come, change and go, each field on its own, and nothing set by anybody is lost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import type { CollectionName, ItemChange } from '../../../shared/domain/collections.ts';
import {
  orderBetween,
  readAllItems,
  readCollection,
  titleOfItem,
} from '../../../shared/document/collections.ts';
import { isItemValue } from '../../../shared/document/item-values.ts';
import { readScores } from '../../../shared/document/scores.ts';
import { writeChange } from '../../../shared/document/write-change.ts';
import { createReplica, type DocumentReplica, exchange } from '../../support/document-replica.ts';

const itemId = (number: number) => `018f0000-0000-7000-a000-${String(number).padStart(12, '0')}`;

function set<C extends CollectionName>(
  { doc, author }: DocumentReplica,
  collection: C,
  item: number,
  change: ItemChange<C>,
  atMs = 1,
): void {
  writeChange(
    doc,
    { type: 'setItem', collection, item: itemId(item), change } as Parameters<
      typeof writeChange
    >[1],
    author(atMs),
  );
}

const titles = (doc: Y.Doc) => readCollection(doc, 'tasks').map(({ values }) => values.title);

describe('a list', () => {
  test('is empty until somebody writes into it, and an entry reads with every field', () => {
    const ada = createReplica(1);
    expect(readCollection(ada.doc, 'tasks')).toEqual([]);
    set(ada, 'tasks', 1, { title: 'Print the signs', estimate: 1.5 });
    const [task] = readCollection(ada.doc, 'tasks');
    expect(task?.values).toMatchObject({ title: 'Print the signs', estimate: 1.5, owner: '' });
    expect(task).toMatchObject({ isRemoved: false, disputed: {} });
  });

  test('keeps what two people set in different fields of one entry while apart', () => {
    const [ada, ben] = [createReplica(1), createReplica(2)];
    set(ada, 'tasks', 1, { title: 'Print the signs' });
    exchange(ada.doc, ben.doc);
    set(ada, 'tasks', 1, { dueOn: '2027-03-31' });
    set(ben, 'tasks', 1, { state: 'doing' });
    exchange(ada.doc, ben.doc);
    for (const { doc } of [ada, ben]) {
      expect(readCollection(doc, 'tasks')[0]?.values).toMatchObject({
        title: 'Print the signs',
        dueOn: '2027-03-31',
        state: 'doing',
      });
    }
  });

  test('shows both values of a field set while apart, until one is chosen', () => {
    const [ada, ben] = [createReplica(1), createReplica(2)];
    set(ada, 'tasks', 1, { title: 'Print the signs' });
    exchange(ada.doc, ben.doc);
    set(ada, 'tasks', 1, { dueOn: '2027-03-31' }, 10);
    set(ben, 'tasks', 1, { dueOn: '2027-04-30' }, 20);
    exchange(ada.doc, ben.doc);
    const [task] = readCollection(ada.doc, 'tasks');
    expect(task?.values.dueOn).toBe('2027-04-30');
    expect(task?.disputed.dueOn?.map(({ value }) => value)).toEqual(['2027-04-30', '2027-03-31']);
    set(ada, 'tasks', 1, { dueOn: '2027-03-31' }, 30);
    exchange(ada.doc, ben.doc);
    expect(readCollection(ben.doc, 'tasks')[0]).toMatchObject({ disputed: {} });
  });

  test('hides what was taken out, and gives it back', () => {
    const ada = createReplica(1);
    set(ada, 'tasks', 1, { title: 'Print the signs' });
    set(ada, 'tasks', 1, { removed: 'yes' });
    expect(titles(ada.doc)).toEqual([]);
    expect(readAllItems(ada.doc, 'tasks').map(titleOfItem)).toEqual(['Print the signs']);
    set(ada, 'tasks', 1, { removed: '' });
    expect(titles(ada.doc)).toEqual(['Print the signs']);
  });

  test('stands in the order that people give it, alike on every device', () => {
    const [ada, ben] = [createReplica(1), createReplica(2)];
    const first = orderBetween('', '');
    const third = orderBetween(first, '');
    set(ada, 'tasks', 1, { title: 'first', order: first });
    set(ada, 'tasks', 3, { title: 'third', order: third });
    exchange(ada.doc, ben.doc);
    set(ben, 'tasks', 2, { title: 'second', order: orderBetween(first, third) });
    exchange(ada.doc, ben.doc);
    for (const { doc } of [ada, ben]) expect(titles(doc)).toEqual(['first', 'second', 'third']);
  });

  test('passes over nonsense in its place', () => {
    const { doc } = createReplica(1);
    const map = doc.getMap('tasks');
    const stamp = { hlc: '0000000000ff-0000', by: 'z' };
    map.set('x', 1);
    map.set(`${itemId(1)}|title|d`, { v: 7, ...stamp });
    map.set(`${itemId(1)}|nothing|d`, { v: 'text', ...stamp });
    map.set('no-id|title|d', { v: 'text', ...stamp });
    expect(readAllItems(doc, 'tasks')).toEqual([]);
  });
});

test('an order is always found, also between two that are one', () => {
  const places = fc.array(fc.nat(100), { maxLength: 60 });
  fc.assert(
    fc.property(places, (inserts) => {
      const orders: string[] = [];
      for (const place of inserts) {
        const at = place % (orders.length + 1);
        orders.splice(at, 0, orderBetween(orders[at - 1] ?? '', orders[at] ?? ''));
      }
      expect(orders.every((order) => isItemValue('tasks', 'order', order))).toBe(true);
      expect([...orders].sort()).toEqual(orders);
      expect(new Set(orders).size).toBe(orders.length);
    }),
  );
  expect(orderBetween('a1', 'a1') > 'a1').toBe(true);
  expect(isItemValue('tasks', 'order', orderBetween('nonsense!', 'a1'))).toBe(true);
});

test.each([
  ['tasks', 'estimate', 0, true],
  ['tasks', 'estimate', -1, false],
  ['tasks', 'estimate', Number.NaN, false],
  ['tasks', 'estimate', '8', false],
  ['tasks', 'dueOn', '2027-02-30', false],
  ['tasks', 'state', 'doing', true],
  ['tasks', 'state', 'closed', false],
  ['tasks', 'owner', 'Ada', false],
  ['tasks', 'title', 'x'.repeat(201), false],
  ['tasks', 'removed', 'no', false],
  ['references', 'url', 'https://jira.example/browse/CHG-7', true],
  ['references', 'url', 'javascript:alert(1)', false],
  ['references', 'url', 'https://', false],
  ['figures', 'likely', Number.POSITIVE_INFINITY, false],
] as const)('%s.%s: whether it takes %o is %o', (collection, field, value, isTaken) => {
  expect(isItemValue(collection, field as never, value)).toBe(isTaken);
});

describe('scores', () => {
  test('stand beside each other, one for each person and criterion, and are taken back', () => {
    const [ada, ben] = [createReplica(1), createReplica(2)];
    const score = ({ doc, author }: DocumentReplica, value: number | null, atMs: number) =>
      writeChange(doc, { type: 'score', criterion: 'value', value }, author(atMs));
    score(ada, 3, 1);
    score(ben, 5, 2);
    exchange(ada.doc, ben.doc);
    score(ada, 4, 3);
    exchange(ada.doc, ben.doc);
    const values = ({ doc }: DocumentReplica) =>
      readScores(doc)
        .map(({ by, value }) => [by, value])
        .sort();
    expect(values(ben)).toEqual([
      [ada.actor, 4],
      [ben.actor, 5],
    ]);
    score(ben, null, 4);
    expect(values(ben)).toEqual([[ada.actor, 4]]);
  });

  test('are one for a person, whichever device they gave it on', () => {
    const [phone, desk] = [createReplica(1), createReplica(2)];
    const isOwn = () => true;
    const change = (value: number) => ({ type: 'score', criterion: 'value', value }) as const;
    writeChange(phone.doc, change(3), { ...phone.author(1), isOwn });
    exchange(phone.doc, desk.doc);
    writeChange(desk.doc, change(5), { ...desk.author(2), isOwn });
    expect(readScores(desk.doc)).toMatchObject([{ by: desk.actor, value: 5 }]);
  });

  test('pass over nonsense in their place', () => {
    const { doc, actor } = createReplica(1);
    const map = doc.getMap('scores');
    map.set(`value|${actor}`, { v: '5', hlc: '0000000000ff-0000' });
    map.set(`value|somebody`, { v: 5, hlc: '0000000000ff-0000' });
    map.set(actor, { v: 5, hlc: '0000000000ff-0000' });
    expect(readScores(doc)).toEqual([]);
  });
});
