/** Chores of documents: done in slices, and tried again when the storage has failed. */
import { expect, test } from 'vitest';
import { writeChange } from '../../../shared/document/write-change.ts';
import { startProjector } from '../../../web/projection/projector.ts';
import { createCoreReplica } from '../../support/core-replica.ts';

async function setUp() {
  const replica = createCoreReplica();
  const id = await replica.keep('kept');
  const author = { nowMs: replica.nowMs, ...replica.identity };
  /** Two open copies, of which one does not know what the other has just stored. */
  const log = await replica.open(id);
  const other = await replica.open(id);
  writeChange(log.doc.get(), { type: 'setField', field: 'title', value: 'Title' }, author);
  writeChange(other.doc.get(), { type: 'setEntry', field: 'tags', entry: 'tag', on: true }, author);
  await Promise.all([log.flush(), other.flush()]);
  const row = async () => (await replica.store.readRecords([id]))[0];
  return { ...replica, id, row };
}

test('a row that missed another tab’s edit is projected from all that is stored', async () => {
  const { deps, clock, row, store } = await setUp();
  startProjector(deps);
  await clock.pass(1_000);
  expect(await row()).toMatchObject({ title: 'Title', tags: ['tag'] });
  expect(await store.readChores('project', 1)).toEqual([]);
});

test('a chore that the storage did not do is done later by itself', async () => {
  const { deps, clock, row, setFate } = await setUp();
  setFate('fail');
  startProjector(deps);
  await clock.pass(1_000);
  setFate('commit');
  await clock.pass(10_000);
  expect(await row()).toMatchObject({ title: 'Title', tags: ['tag'] });
});
