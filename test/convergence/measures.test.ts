/** A measure on devices: begun and taken apart, corrected, taken back, and never among the records. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { createMeasureDesk } from '../../web/commands/measure-desk.ts';
import { createWritable } from '../../web/readable.ts';
import type { MeasureService, OpenMeasure } from '../../web/services/measures.ts';
import { createSimulatedNetwork, type SimulatedNetwork } from './simulated-network.ts';
import { createSimulatedReplica, type SimulatedReplica } from './simulated-replica.ts';
import { createSimulatedServer, type SimulatedServer } from './simulated-server.ts';
import { createWorld, type World } from './simulated-world.ts';

let world: World;
let server: SimulatedServer;
let network: SimulatedNetwork;
beforeEach(() => {
  world = createWorld(7);
  server = createSimulatedServer(world);
  network = createSimulatedNetwork(world, server);
});
afterEach(() => server.close());

type Device = { readonly replica: SimulatedReplica; readonly measures: MeasureService };

async function start(): Promise<Device> {
  const replica = createSimulatedReplica(world, network);
  const deps = replica.deps();
  const measures = await createMeasureDesk({
    ...deps,
    who: () => ({ roles: ['contributor'], editing: 'everyone' }),
    whoIs: (actor) => actor,
    openDeps: async () => ({
      ...deps,
      people: createWritable([]),
      enterRoom: () => noRoom,
      openLogs: new Set<never>(),
    }),
  });
  return { replica, measures };
}

const noRoom = {
  state: createWritable<'off'>('off'),
  others: createWritable([]),
  setCaret: () => undefined,
  leave: () => undefined,
};

async function open({ measures }: Device, id: DocumentId): Promise<OpenMeasure> {
  const opened = await measures.open(id);
  if (opened === undefined) throw new Error('It can’t be opened.');
  return opened;
}

async function begin({ measures }: Device): Promise<DocumentId> {
  const begun = await measures.begin({ name: 'Waiting time', unit: 'min', every: 1 });
  if (!begun.ok) throw new Error(begun.error);
  return begun.value;
}

const valuesIn = (opened: OpenMeasure) => opened.state.get().readings.map(({ value }) => value);
const reading = (value: number, at = '2027-03-01') => ({ at, value, note: '' });

it('gathers what devices took apart, and both show the same row', async () => {
  const [one, other] = [await start(), await start()];
  const id = await begin(one);
  await world.pass(60_000);
  network.setOnline(one.replica.device, false);
  network.setOnline(other.replica.device, false);
  const [ones, others] = [await open(one, id), await open(other, id)];
  const [taken = ''] = await ones.addReadings([reading(7)]);
  await others.addReadings([reading(8, '2027-03-02')]);
  await world.pass(1_000);
  expect(one.measures.rows.get()).toMatchObject([{ count: 1, latest: { value: 7 } }]);
  for (const { replica } of [one, other]) {
    network.setOnline(replica.device, true);
    replica.wake();
  }
  await world.pass(120_000);
  others.correctReading(taken, reading(6));
  await world.pass(120_000);
  one.replica.wake();
  await world.pass(60_000);
  expect(valuesIn(ones)).toEqual([6, 8]);
  expect(valuesIn(others)).toEqual([6, 8]);
  const [first, second] = [one, other].map(({ measures }) =>
    measures.rows.get().map((row) => ({ ...row, updatedAt: 0 })),
  );
  expect(first).toEqual(second);
  expect(first).toMatchObject([{ id, type: 'measure', count: 2, recent: [6, 8] }]);
  for (const { replica } of [one, other]) {
    expect(await replica.store().countRecords()).toBe(0);
    expect(await replica.store().readNewest(0, 9)).toEqual([]);
    expect(await replica.store().readUnsent()).toMatchObject({ edits: 0, drafts: 0 });
  }
});

it('takes back readings, a correction and a removal, and does them again', async () => {
  const device = await start();
  const opened = await open(device, await begin(device));
  await opened.addReadings([reading(1), reading(2, '2027-03-02')]);
  opened.undo.undo();
  expect(valuesIn(opened)).toEqual([]);
  opened.undo.redo();
  expect(valuesIn(opened)).toEqual([1, 2]);
  const [first] = opened.state.get().readings;
  opened.correctReading(first?.id ?? '', { ...reading(9), note: 'Misread' });
  opened.undo.undo();
  expect(valuesIn(opened)).toEqual([1, 2]);
  opened.undo.redo();
  expect(opened.state.get().readings[0]).toMatchObject({ value: 9, note: 'Misread' });
  await opened.removeReadings([first?.id ?? '']);
  expect(valuesIn(opened)).toEqual([2]);
  opened.undo.undo();
  expect(opened.state.get().readings[0]).toMatchObject({ value: 9, note: 'Misread' });
  await opened.close();
});

it('writes a long table in updates that may be sent, and loses none of it when it is left', async () => {
  const [one, other] = [await start(), await start()];
  const id = await begin(one);
  const opened = await open(one, id);
  const days = Array.from({ length: 28 * 12 * 3 }, (_, i) => {
    const [year, month, day] = [
      2024 + Math.floor(i / 336),
      Math.floor((i % 336) / 28) + 1,
      (i % 28) + 1,
    ];
    return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  });
  const adding = opened.addReadings(
    days.map((at, i) => ({ at, value: i, note: '长'.repeat(i % 5 === 0 ? 500 : 0) })),
  );
  const closing = opened.close();
  await world.pass(1_000);
  expect(await adding).toHaveLength(days.length);
  await closing;
  const { outbox, acked } = await one.replica.disk.transact(
    'read',
    ['outbox', 'acked'],
    async (tables) => ({
      outbox: await tables.outbox.range({}),
      acked: await tables.acked.range({}),
    }),
  );
  const sizes = [...outbox, ...acked].map(({ body }) =>
    body.type === 'update' ? body.bytes.length : 0,
  );
  expect(sizes.length).toBeGreaterThan(3);
  expect(Math.max(...sizes)).toBeLessThan(256 * 1024);
  for (const { replica } of [one, other]) replica.wake();
  await world.pass(300_000);
  expect(other.measures.rows.get()).toMatchObject([{ id, count: days.length }]);
});

it('keeps a reading that was refused, and shows it no longer', async () => {
  const [one, other] = [await start(), await start()];
  const id = await begin(one);
  await world.pass(60_000);
  const ones = await open(one, id);
  const log = await other.replica.open(id);
  log?.doc.get().getMap('readings').set('no id', { at: '2027-03-01', value: 7 });
  other.replica.wake();
  await world.pass(300_000);
  expect(log?.refused.get()).toBe('badValue');
  expect(await other.replica.store().readDrafts()).toMatchObject([
    { docId: id, title: 'Waiting time' },
  ]);
  expect(log?.doc.get().getMap('readings').size).toBe(0);
  expect(valuesIn(ones)).toEqual([]);
});
