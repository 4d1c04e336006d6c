/** One change to many records: who may, what is there already, one way back, and what others have written since. */
import { expect, test } from 'vitest';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { writeChange } from '../../../shared/document/write-change.ts';
import type { Who } from '../../../shared/process/permissions.ts';
import { createChangeMany } from '../../../web/commands/change-many.ts';
import { createCoreReplica } from '../../support/core-replica.ts';

async function setUp(who: Who | undefined) {
  const replica = createCoreReplica();
  const ids: DocumentId[] = [];
  for (const text of ['Ward door', 'Back door', 'Window']) {
    ids.push(await replica.keep(text));
    await replica.clock.pass(1);
  }
  const many = createChangeMany({
    ...replica.deps,
    who: () => who,
    whoIs: (actor) => actor,
    openLogs: new Set(),
  });
  const read = async () => (await replica.store.readRecords(ids)).map((row) => row?.urgency);
  return { ...replica, ids, many, read };
}

const urgent = { type: 'setField', field: 'urgency', value: 'high' } as const;

test('changes many records, tells how far it is, and takes all of it back at once', async () => {
  const { ids, many, read } = await setUp(undefined);
  const told: number[] = [];
  const plan = await many.plan(ids, urgent);
  expect(plan).toEqual({ changing: ids, unchanged: 0, forbidden: 0 });
  const done = await many.run(plan.changing, urgent, (count) => told.push(count));
  expect(done).toMatchObject({ changed: 3, failure: undefined });
  expect(told).toEqual([1, 2, 3]);
  expect(await read()).toEqual(['high', 'high', 'high']);
  expect(await many.plan(ids, urgent)).toMatchObject({ changing: [], unchanged: 3 });
  expect(await done.undo()).toBe(3);
  expect(await read()).toEqual(['', '', '']);
});

test('leaves alone what somebody has written since', async () => {
  const { ids, many, read, open, identity, clock } = await setUp(undefined);
  const done = await many.run(ids, urgent, () => undefined);
  const log = await open(ids[1] as DocumentId);
  const other = { ...identity, device: 'other' as never, nowMs: () => clock.nowMs() + 1_000 };
  writeChange(log.doc.get(), { ...urgent, value: 'low' }, other);
  await log.close();
  expect(await done.undo()).toBe(2);
  expect(await read()).toEqual(['', 'low', '']);
});

test('tells apart what this person may not change', async () => {
  const { ids, many } = await setUp({ roles: ['coach'], editing: 'involved' });
  // They are the author of all three.
  expect(await many.plan(ids, urgent)).toMatchObject({ changing: ids, forbidden: 0 });
  const owner = { type: 'setField', field: 'owner', value: '' } as const;
  expect(await many.plan(ids, owner)).toMatchObject({ unchanged: 3, forbidden: 0 });
  const someone = { ...owner, value: 'actor-9' as never };
  expect(await many.plan(ids, someone)).toEqual({ changing: [], unchanged: 0, forbidden: 3 });
});

test('adds and removes a tag only where it is missing or there', async () => {
  const { ids, many, store } = await setUp(undefined);
  const tag = { type: 'setEntry', field: 'tags', entry: 'night', on: true } as const;
  await many.run(ids.slice(0, 1), tag, () => undefined);
  expect(await many.plan(ids, tag)).toMatchObject({ changing: ids.slice(1), unchanged: 1 });
  const off = { ...tag, on: false };
  const plan = await many.plan(ids, off);
  expect(plan.changing).toEqual(ids.slice(0, 1));
  const done = await many.run(plan.changing, off, () => undefined);
  expect((await store.readRecords(ids))[0]?.tags).toEqual([]);
  await done.undo();
  expect((await store.readRecords(ids))[0]?.tags).toEqual(['night']);
});

test('stops when the storage is full, and says so', async () => {
  const { ids, many, setFate } = await setUp(undefined);
  setFate('fail');
  const done = await many.run(ids, urgent, () => undefined);
  expect(done.failure).toBe('storageFailed');
});
