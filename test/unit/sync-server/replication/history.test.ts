import * as Y from 'yjs';
import { beforeEach, expect, it } from 'vitest';
import { nextHlc } from '../../../../shared/domain/hlc.ts';
import { keptTextLength } from '../../../../shared/domain/record-change.ts';
import { textOf } from '../../../../shared/document/schema.ts';
import type { ItemChange } from '../../../../shared/domain/collections.ts';
import type { HistoryPage } from '../../../../sync-server/store/history-store.ts';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { captureOn, openRecordOn, type RecordOnDevice } from '../../../support/record-on-device.ts';
import {
  type CoreDevice,
  createSyncCore,
  type SyncCore,
  systemDeps,
} from '../../../support/sync-core.ts';

let clock: FakeClock;
let core: SyncCore;
let ada: CoreDevice;
let ben: CoreDevice;
let adas: RecordOnDevice;
let bens: RecordOnDevice;

beforeEach(async () => {
  clock = createFakeClock();
  core = createSyncCore({ ...systemDeps, nowMs: clock.nowMs });
  [ada, ben] = [await core.join('Ada'), await core.join('Ben', ['assessor'])];
  const captured = captureOn(ada.session, 'Queues at the desk');
  adas = captured;
  bens = openRecordOn(ben.session, adas.docId, [captured.first]);
  await push(ada, captured.first);
});

async function push(who: CoreDevice, bytes: Uint8Array, hlc = nextHlc(clock)) {
  const items = [{ docId: adas.docId, bytes, hlc }];
  const answer = await core.replication.push(who.session, who.pushOf(items));
  if (!answer.ok) throw new Error(answer.error.message);
  expect(answer.value.results).toMatchObject([{ type: 'ok' }]);
  for (const { doc } of [adas, bens]) Y.applyUpdate(doc, bytes);
}

const write = (record: RecordOnDevice, at: number, text: string) =>
  record.edit((doc) => textOf(doc, 'description').insert(at, text));

async function read(fields?: readonly string[], limit = 50): Promise<HistoryPage> {
  const page = await core.store.readHistory(core.store.lineage.workspace.id, adas.docId, {
    before: undefined,
    limit,
    fields,
  });
  if (page === undefined) throw new Error('no such document');
  return page;
}
const changesOf = ({ entries }: HistoryPage) => entries.map(({ changes }) => changes);

it('tells of a first update only that the record began, and by whom', async () => {
  const { entries, before } = await read();
  expect(entries).toMatchObject([
    { seq: 1, people: [ada.session.person.id], device: ada.session.device, at: clock.nowMs() },
  ]);
  expect(entries[0]?.changes).toEqual([{ type: 'created' }]);
  expect(before).toBeUndefined();
});

it('tells which value a field had before and has now', async () => {
  await push(ada, adas.change({ type: 'setField', field: 'urgency', value: 'low' }));
  await push(ben, bens.change({ type: 'setField', field: 'urgency', value: 'high' }));
  expect(changesOf(await read(['urgency']))).toEqual([
    [{ type: 'field', field: 'urgency', old: 'low', new: 'high' }],
    [{ type: 'field', field: 'urgency', old: '', new: 'low' }],
  ]);
});

it('tells of two values set while apart, and of the choice between them', async () => {
  const hers = adas.change({ type: 'setField', field: 'urgency', value: 'low' });
  const his = bens.change({ type: 'setField', field: 'urgency', value: 'high' });
  await push(ada, hers);
  await push(ben, his);
  await push(ada, adas.change({ type: 'setField', field: 'urgency', value: 'low' }));
  const [chosen, disputed] = changesOf(await read(['urgency']));
  expect(chosen).toMatchObject([{ new: 'low', standing: 'settled' }]);
  expect(disputed).toEqual([
    { type: 'field', field: 'urgency', old: 'low', new: 'high', standing: 'disputed' },
  ]);
});

it('tells of entries and support that come and go, and not of what changes nothing', async () => {
  for (const on of [true, true, false]) {
    await push(ada, adas.change({ type: 'setEntry', field: 'tags', entry: 'desk', on }));
    await push(ben, bens.change({ type: 'support', on }));
  }
  expect(changesOf(await read(['tags']))).toEqual([
    [{ type: 'entry', field: 'tags', entry: 'desk', on: false }],
    [{ type: 'entry', field: 'tags', entry: 'desk', on: true }],
  ]);
  expect(changesOf(await read(['support']))).toEqual([
    [{ type: 'support', on: false }],
    [{ type: 'support', on: true }],
  ]);
});

it('tells of entries of lists by their titles, and of scores', async () => {
  const item = '018f0000-0000-7000-a000-000000000001';
  const set = (change: ItemChange<'tasks'>) =>
    adas.change({ type: 'setItem', collection: 'tasks', item, change });
  await push(ada, set({ title: 'Print the signs', order: 'a0' }));
  await push(ada, set({ state: 'doing' }));
  await push(ada, set({ removed: 'yes' }));
  const said = { type: 'item', collection: 'tasks', item, title: 'Print the signs' };
  expect(changesOf(await read(['tasks']))).toEqual([
    [{ ...said, field: 'removed', old: '', new: 'yes' }],
    [{ ...said, field: 'state', old: '', new: 'doing' }],
    [{ ...said, field: 'title', old: '', new: 'Print the signs' }],
  ]);
  await push(ben, bens.change({ type: 'score', criterion: 'value', value: 3 }));
  await push(ben, bens.change({ type: 'score', criterion: 'value', value: null }));
  expect(changesOf(await read(['score']))).toEqual([
    [{ type: 'score', criterion: 'value', old: 3, new: '' }],
    [{ type: 'score', criterion: 'value', old: '', new: 3 }],
  ]);
});

it('folds what one person writes at a text within five minutes, also what is deleted', async () => {
  await push(ada, write(adas, 0, 'Long '));
  const began = clock.nowMs();
  await clock.pass(4 * 60_000);
  await push(
    ada,
    adas.edit((doc) => textOf(doc, 'description').delete(5, 'Queues at '.length)),
  );
  const [entry] = (await read(['description'])).entries;
  expect(entry).toMatchObject({ at: began, until: began + 4 * 60_000, seq: 2 });
  expect(entry?.changes).toEqual([
    {
      type: 'text',
      field: 'description',
      texts: { old: 'Queues at the desk', new: 'Long the desk' },
    },
  ]);
  await clock.pass(2 * 60_000);
  await push(ada, write(adas, 0, 'A '));
  expect(changesOf(await read(['description']))[0]).toMatchObject([
    { texts: { old: 'Long the desk', new: 'A Long the desk' } },
  ]);
});

it('keeps people apart who write one after the other, and together who take turns', async () => {
  await push(ada, write(adas, 0, '1'));
  await push(ben, write(bens, 0, '2'));
  expect((await read(['description'])).entries.map(({ people }) => people)).toEqual([
    [ben.session.person.id],
    [ada.session.person.id],
  ]);
  await push(ada, write(adas, 0, '3'));
  await push(ben, write(bens, 0, '4'));
  const { entries } = await read(['description']);
  expect(entries.map(({ people }) => people)).toEqual([
    [ben.session.person.id, ada.session.person.id],
    [ada.session.person.id],
  ]);
  expect(entries[0]?.changes).toMatchObject([
    { texts: { old: '1Queues at the desk', new: '4321Queues at the desk' } },
  ]);
});

it('does not fold what was written hours apart and arrives at once', async () => {
  const hour = 60 * 60_000;
  const at = (agoMs: number) => nextHlc({ nowMs: () => clock.nowMs() - agoMs });
  const [morning, noon] = [at(3 * hour), at(hour)];
  await push(ada, write(adas, 0, 'early '), morning);
  await push(ada, write(adas, 0, 'late '), noon);
  expect((await read(['description'])).entries.map(({ hlc }) => hlc)).toEqual([noon, morning]);
});

it('knows of a text beyond the limit that it was edited, and no more', async () => {
  const long = 'x'.repeat(keptTextLength);
  await push(ada, write(adas, 0, long));
  expect(changesOf(await read(['description']))[0]).toEqual([
    { type: 'text', field: 'description' },
  ]);
});

it('gives pages that join without a gap, also within one edit', async () => {
  for (const value of ['low', 'medium', 'high'] as const) {
    await push(
      ada,
      adas.edit((doc) => {
        textOf(doc, 'description').insert(0, value);
        textOf(doc, 'valueForConsumer').insert(0, value);
      }),
    );
    await push(ada, adas.change({ type: 'setField', field: 'cost', value }));
    await clock.pass(10 * 60_000);
  }
  const all = (await read()).entries;
  expect(all).toHaveLength(10);
  const paged = [];
  let before: HistoryPage['before'];
  do {
    const page = await core.store.readHistory(core.store.lineage.workspace.id, adas.docId, {
      before,
      limit: 2,
      fields: undefined,
    });
    paged.push(...(page?.entries ?? []));
    before = page?.before;
  } while (before !== undefined);
  expect(paged).toEqual(all);
});

it('knows nothing of a refused edit', async () => {
  const foreign = openRecordOn(ada.session, adas.docId, [Y.encodeStateAsUpdate(adas.doc)]);
  const bytes = foreign.change({ type: 'setField', field: 'cost', value: 'low' });
  const items = [{ docId: adas.docId, bytes }];
  const answer = await core.replication.push(ben.session, ben.pushOf(items));
  expect(answer).toMatchObject({ value: { results: [{ type: 'refused' }] } });
  expect((await read()).entries).toHaveLength(1);
});
