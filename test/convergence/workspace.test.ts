/** What a workspace has agreed on, written first on two devices apart: both end up with all of it, and no list knows of it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { textOf } from '../../shared/document/schema.ts';
import { noSettings, writeWorkspaceChange } from '../../shared/document/workspace-document.ts';
import { type ActorId, createUuidV7, type DocumentId } from '../../shared/domain/ids.ts';
import { openWorkspace } from '../../web/commands/open-workspace.ts';
import { createWorkspaceDesk } from '../../web/commands/workspace-desk.ts';
import { createWritable } from '../../web/readable.ts';
import type { OpenWorkspace } from '../../web/services/workspace.ts';
import { createSimulatedNetwork, type SimulatedNetwork } from './simulated-network.ts';
import { createSimulatedReplica, type SimulatedReplica } from './simulated-replica.ts';
import { createSimulatedServer, type SimulatedServer } from './simulated-server.ts';
import { createWorld, type World } from './simulated-world.ts';

let world: World;
let server: SimulatedServer;
let network: SimulatedNetwork;
let id: DocumentId;
beforeEach(() => {
  world = createWorld(7);
  server = createSimulatedServer(world);
  network = createSimulatedNetwork(world, server);
  const { workspace } = server.sessionOf('' as never, '' as never);
  id = workspace as string as DocumentId;
});
afterEach(() => server.close());

function start(): SimulatedReplica {
  const replica = createSimulatedReplica(world, network);
  network.setOnline(replica.device, false);
  return replica;
}

async function open(replica: SimulatedReplica): Promise<OpenWorkspace> {
  const opened = await openWorkspace({ ...replica.deps(), ...besides }, id);
  if (opened === undefined) throw new Error('It can’t be opened.');
  return opened;
}

const noRoom = {
  state: createWritable<'off'>('off'),
  others: createWritable([]),
  setCaret: () => undefined,
  leave: () => undefined,
};
const besides = {
  whoIs: (actor: ActorId) => actor,
  who: () => ({ roles: ['coordinator'], editing: 'everyone' }) as const,
  people: createWritable([]),
  enterRoom: () => noRoom,
  openLogs: new Set<never>(),
};

const settingsOf = (replica: SimulatedReplica) =>
  createWorkspaceDesk({
    ...replica.deps(),
    readId: async () => id,
    open: async () => undefined,
  });

it('merges what two devices wrote first', async () => {
  const [one, other] = [start(), start()];
  const settings = await settingsOf(one);
  expect(settings.settings.get()).toEqual(noSettings);
  const [ones, others] = [await open(one), await open(other)];
  ones.text('vision').insert(0, 'Nobody waits.');
  ones.addItem('objectives', { title: 'Shorter queues' });
  others.addItem('objectives', { title: 'Fewer repairs' });
  others.change({ type: 'setField', field: 'reviewEveryWeeks', value: 4 });
  await world.pass(1_000);
  expect(settings.settings.get().texts.vision).toBe('Nobody waits.');
  for (const replica of [one, other]) {
    network.setOnline(replica.device, true);
    replica.wake();
  }
  await world.pass(120_000);
  const rows = await Promise.all([one, other].map((replica) => replica.store().readWorkspace()));
  expect(rows[0]?.items.objectives.map(({ values }) => values.title).toSorted()).toEqual([
    'Fewer repairs',
    'Shorter queues',
  ]);
  const [first, second] = rows.map((row) => ({ ...row, updatedAt: 0 }));
  expect(first).toEqual(second);
  expect(first).toMatchObject({
    values: { reviewEveryWeeks: 4 },
    texts: { vision: 'Nobody waits.' },
  });
  expect(settings.settings.get().values.reviewEveryWeeks).toBe(4);
  for (const replica of [one, other]) {
    expect(await replica.store().countRecords()).toBe(0);
    expect(await replica.store().readNewest(0, 10)).toEqual([]);
    expect(await replica.store().readUnsent()).toMatchObject({ edits: 0 });
  }
});

it('takes back a change of one’s own, and an entry that was added', async () => {
  const opened = await open(start());
  opened.change({ type: 'setField', field: 'reviewEveryWeeks', value: 4 });
  opened.addItem('objectives', { title: 'Shorter queues' });
  const titles = () =>
    opened.state
      .get()
      .items.objectives.flatMap((item) => (item.isRemoved ? [] : item.values.title));
  expect(titles()).toEqual(['Shorter queues']);
  opened.undo.undo();
  expect(titles()).toEqual([]);
  opened.undo.redo();
  expect(titles()).toEqual(['Shorter queues']);
  opened.undo.undo();
  opened.undo.undo();
  expect(opened.state.get().values.reviewEveryWeeks).toBe('');
  await opened.close();
});

it('starts again from the server’s state when an edit of it was refused, and keeps the edit', async () => {
  const [one, other] = [start(), start()];
  network.setOnline(one.device, true);
  const ones = await open(one);
  ones.text('vision').insert(0, 'Nobody waits.');
  await world.pass(60_000);
  const others = await open(other);
  const author = { nowMs: world.nowMs, device: other.device, actor: createUuidV7<never>(world) };
  const log = await other.open(id);
  const forged = { type: 'setField', field: 'reviewEveryWeeks', value: 9 } as const;
  writeWorkspaceChange(log?.doc.get() as never, forged, author);
  network.setOnline(other.device, true);
  other.wake();
  await world.pass(300_000);
  expect(others.refused.get()).toBe('foreignKey');
  expect(await other.store().readDrafts()).toMatchObject([{ docId: id, title: '' }]);
  const row = await other.store().readWorkspace();
  expect(row).toMatchObject({
    values: { reviewEveryWeeks: '' },
    texts: { vision: 'Nobody waits.' },
  });
  expect(others.text('vision').toString()).toBe('Nobody waits.');
  expect(textOf(log?.doc.get() as never, 'vision').toString()).toBe('Nobody waits.');
});
