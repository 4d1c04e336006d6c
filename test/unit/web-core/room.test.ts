/** Rooms: joined only when everything is sent, with a fresh ticket each time, and frozen by a refusal. */
import { describe, expect, test } from 'vitest';
import { textOf } from '../../../shared/document/schema.ts';
import { closeCodes } from '../../../shared/protocol/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ServerEpoch } from '../../../shared/domain/ids.ts';
import { createWritable } from '../../../web/readable.ts';
import type { LiveEvents } from '../../../web/rooms/live-connection.ts';
import { enterRoom } from '../../../web/rooms/room.ts';
import { createCoreReplica } from '../../support/core-replica.ts';

const epoch = '018f0000-0000-7000-8000-00000000000e' as ServerEpoch;

async function setUp(options: { readonly isOnline?: boolean } = {}) {
  const replica = createCoreReplica();
  const id = await replica.keep('kept');
  const log = await replica.open(id);
  const canJoin = createWritable(options.isOnline ?? true);
  const connected: string[] = [];
  const tickets: Result<string, string>[] = [];
  let events: LiveEvents | undefined;
  let created = 0;
  let destroyed = 0;
  let ticketsGiven = 0;

  const room = enterRoom(
    {
      ...replica.deps,
      canJoin,
      fetchTicket: async () => tickets.shift() ?? ok(`ticket ${++ticketsGiven}`),
      wakeReplication: () => undefined,
      createConnection: async (_id, _doc, given) => {
        created++;
        events = given;
        return {
          origin: {},
          connect: (ticket) => connected.push(ticket),
          setCaret: () => undefined,
          destroy: () => destroyed++,
        };
      },
    },
    id,
    log,
  );
  const send = async () => {
    const limits = { items: 500, updateBytes: 1e6, exclude: new Set<typeof id>(), afterN: 0 };
    const taken = await replica.store.takePushBatch(limits);
    if (!taken.ok) throw new Error(taken.error);
    const result = { type: 'ok', seq: 1 } as const;
    await replica.store.settlePush(
      taken.value.map((row) => ({ row, result })),
      epoch,
    );
    await replica.clock.pass(0);
  };
  return {
    ...replica,
    id,
    log,
    room,
    canJoin,
    connected,
    tickets,
    send,
    events: () => {
      if (events === undefined) throw new Error('no connection was made');
      return events;
    },
    counts: () => ({ created, destroyed }),
  };
}

describe('a room', () => {
  test('is joined only once nothing of the record is unsent', async () => {
    const { clock, connected, room, send, events } = await setUp();
    await clock.pass(1_000);
    expect(connected).toEqual([]);
    expect(room.state.get()).toBe('connecting');
    await send();
    expect(connected).toEqual(['ticket 1']);
    events().onSynced();
    expect(room.state.get()).toBe('live');
  });

  test('is off while there is no server, and joined when it is back', async () => {
    const { clock, connected, room, canJoin, send } = await setUp({ isOnline: false });
    await send();
    await clock.pass(1_000);
    expect(room.state.get()).toBe('off');
    canJoin.set(true);
    await clock.pass(0);
    expect(connected).toEqual(['ticket 1']);
  });

  test('is joined again after a break, with a fresh ticket and after a wait', async () => {
    const { clock, connected, room, send, events } = await setUp();
    await send();
    events().onSynced();
    events().onClosed(undefined);
    expect(room.state.get()).toBe('off');
    expect(connected).toHaveLength(1);
    await clock.pass(60_000);
    expect(connected).toEqual(['ticket 1', 'ticket 2']);
  });

  test('asks for another ticket when it got none', async () => {
    const { clock, connected, tickets, send } = await setUp();
    tickets.push(err('unreachable'), err('unreachable'));
    await send();
    expect(connected).toEqual([]);
    await clock.pass(60_000);
    expect(connected).toEqual(['ticket 1']);
  });

  test('is not tried again after the person’s access was revoked', async () => {
    const { clock, connected, send, events } = await setUp();
    await send();
    events().onClosed(closeCodes.revoked);
    await clock.pass(120_000);
    expect(connected).toHaveLength(1);
  });

  test('that refuses an edit is left, and the edit waits in the drafts', async () => {
    const { clock, connected, room, send, events, log, store, counts } = await setUp();
    await send();
    events().onSynced();
    textOf(log.doc.get(), 'description').insert(0, 'refused ');
    await clock.pass(0);
    events().onRefused('badValue');
    events().onClosed(closeCodes.refused);
    await clock.pass(60_000);
    expect(await store.readUnsent()).toMatchObject({ edits: 0, drafts: 1 });
    expect(log.refused.get()).toBe('badValue');
    expect(room.state.get()).toBe('off');
    expect(connected, 'nothing more is sent from the refused document').toHaveLength(1);
    expect(counts().destroyed).toBe(1);
  });

  test('that was left because the document was written anew decides nothing of what was typed', async () => {
    const { clock, connected, send, events, log, store } = await setUp();
    await send();
    textOf(log.doc.get(), 'description').insert(0, 'late ');
    await clock.pass(0);
    events().onRefused('rebase');
    events().onClosed(closeCodes.refused);
    await clock.pass(60_000);
    expect(await store.readUnsent()).toMatchObject({ edits: 1, drafts: 0 });
    expect(connected, 'until the new document is here').toHaveLength(1);
  });

  test('is joined again with the new document after a refusal', async () => {
    const { clock, connected, send, events, log, store, id, counts } = await setUp();
    await send();
    events().onRefused('badValue');
    await clock.pass(0);
    const read = await store.readDocument(id);
    await store.applyWhole(
      [
        {
          docId: id,
          headSeq: 9,
          docEpoch: 0,
          whole: true,
          updates: [...(read?.updates ?? [])] as Uint8Array<ArrayBuffer>[],
          facts: { ref: 'CI-1' },
          row: {} as never,
          projVersion: 0,
        },
      ],
      [],
    );
    const refusedDoc = log.doc.get();
    await clock.pass(1_000);
    expect(log.doc.get()).not.toBe(refusedDoc);
    expect(connected).toHaveLength(2);
    expect(counts().created).toBe(2);
  });

  test('that was left is not joined any more', async () => {
    const { clock, connected, room, send, counts } = await setUp();
    room.leave();
    await send();
    await clock.pass(60_000);
    expect(connected).toEqual([]);
    expect(counts().created).toBe(0);
  });
});
