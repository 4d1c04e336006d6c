/** Which values set apart a person is asked about. */
import { expect, test } from 'vitest';
import { readCollection } from '../../../shared/document/collections.ts';
import { writeChange } from '../../../shared/document/write-change.ts';
import type { ItemChange } from '../../../shared/domain/collections.ts';
import { disputedFields } from '../../../web/features/items/disputed-fields.ts';
import { createReplica, exchange } from '../../support/document-replica.ts';

const item = '018f0000-0000-7000-a000-000000000001';

function setApart(mine: ItemChange<'tasks'>, theirs: ItemChange<'tasks'>): readonly string[] {
  const [one, other] = [createReplica(1), createReplica(2)];
  const set = (replica: typeof one, change: ItemChange<'tasks'>) =>
    writeChange(
      replica.doc,
      { type: 'setItem', collection: 'tasks', item, change },
      replica.author(0),
    );
  set(one, { title: 'Print', order: 'a0', state: 'todo' });
  exchange(one.doc, other.doc);
  set(one, mine);
  set(other, theirs);
  exchange(one.doc, other.doc);
  return readCollection(one.doc, 'tasks').flatMap(disputedFields);
}

test('two days for one task are for a person to choose from', () => {
  expect(setApart({ dueOn: '2027-03-01' }, { dueOn: '2027-03-02' })).toEqual(['dueOn']);
});

test('two who said the same agree, and where a task stands is nobody’s dispute', () => {
  expect(setApart({ state: 'done' }, { state: 'done' })).toEqual([]);
  expect(setApart({ order: 'a1' }, { order: 'a2' })).toEqual([]);
  const ticked = { state: 'done' } as const;
  expect(
    setApart({ ...ticked, doneOn: '2027-03-01' }, { ...ticked, doneOn: '2027-03-02' }),
  ).toEqual([]);
});
