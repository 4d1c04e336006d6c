import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { scalarsOf, textOf } from '../../../../shared/document/schema.ts';
import { createUuidV7 } from '../../../../shared/domain/ids.ts';
import { paths } from '../../../../shared/protocol/paths.ts';
import { closeCodes } from '../../../../shared/protocol/refusals.ts';
import { roomMessage } from '../../../../shared/protocol/room-messages.ts';
import { wireLimits } from '../../../../shared/protocol/version.ts';
import { syncKind } from '../../../../sync-server/websocket/frames.ts';
import { joinAsPlainDevice, type PlainDevice } from '../../../support/plain-device.ts';
import {
  openSocket,
  type RawSocket,
  readJson,
  readSync,
  step1Frame,
  syncFrame,
  updateFrame,
} from '../../../support/raw-socket.ts';
import { captureOn, openRecordOn, type RecordOnDevice } from '../../../support/record-on-device.ts';
import { type StartedServer, startServer } from '../../../support/start-server.ts';
import { systemDeps } from '../../../support/sync-core.ts';

let server: StartedServer;
let ada: PlainDevice;
let ben: PlainDevice;
let adas: RecordOnDevice & { readonly first: Uint8Array };
let bens: RecordOnDevice;
beforeEach(async () => {
  server = await startServer();
  ada = await joinAsPlainDevice(server.url, server.adminToken, 'Ada');
  ben = await joinAsPlainDevice(server.url, await ada.invite('member'), 'Ben');
  adas = captureOn(ada, 'Fewer forms');
  bens = openRecordOn(ben, adas.docId, [adas.first]);
  await ada.push([{ docId: adas.docId, bytes: adas.first }]);
});
afterEach(() => server.stop());

const enter = async (device: PlainDevice): Promise<RawSocket> =>
  openSocket(await device.roomUrl(adas.docId));

/** In the room and past the first step: it gets what is committed from now on. */
async function enterLive(device: PlainDevice): Promise<RawSocket> {
  const socket = await enter(device);
  socket.send(step1Frame());
  await socket.find(readSync(syncKind.step2));
  return socket;
}

const write = (record: RecordOnDevice, text: string): Uint8Array =>
  record.edit((doc) => textOf(doc, 'description').insert(0, text));

const hint = readJson(roomMessage.durable);
const update = readSync(syncKind.update);

describe('a room', () => {
  it('is for who speaks its protocol, and at the address of a record', async () => {
    const spoken = await openSocket(`${await ada.roomUrl(adas.docId)}&proto=1`);
    await spoken.leave();
    const newer = await openSocket(`${await ada.roomUrl(adas.docId)}&proto=2`);
    expect((await newer.closed).code).toBe(closeCodes.upgrade);
    const { host } = new URL(server.url);
    const nowhere = await openSocket(`ws://${host}/rooms/nowhere?ticket=x`);
    expect((await nowhere.closed).code).toBe(closeCodes.notFound);
  });

  it('lets stock providers write together', async () => {
    const providers = await Promise.all(
      [ada, ben].map(async (device) => {
        const url = new URL(await device.roomUrl(adas.docId));
        return new WebsocketProvider(`ws://${url.host}/rooms`, adas.docId, new Y.Doc(), {
          params: { ticket: url.searchParams.get('ticket') ?? '' },
          disableBc: true,
          shouldReconnect: () => false,
          WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        });
      }),
    );
    const [first, second] = providers;
    if (first === undefined || second === undefined) throw new Error('Two were opened.');
    await Promise.all(
      providers.map((each) => new Promise((resolve) => each.once('sync', resolve))),
    );
    const arrived = new Promise((resolve) => second.doc.once('update', resolve));
    textOf(first.doc, 'description').insert(0, 'Hello ');
    await arrived;
    expect(textOf(second.doc, 'description').toJSON()).toBe('Hello Fewer forms');
    for (const each of providers) each.destroy();
  });

  it('answers the first step with what the client misses, and asks for nothing', async () => {
    const socket = await enter(ben);
    socket.send(step1Frame(Y.encodeStateVector(bens.doc)));
    const difference = await socket.find(readSync(syncKind.step2));
    expect(difference).toEqual(new Uint8Array([0, 0]));
    expect(socket.frames.some((frame) => readSync(syncKind.step1)(frame) !== undefined)).toBe(
      false,
    );
    await socket.leave();
  });

  it('has committed an edit before anybody hears of it', async () => {
    const [sender, reader] = [await enterLive(ada), await enterLive(ben)];
    const edit = write(adas, 'Far ');
    sender.send(updateFrame(edit));
    expect(await reader.find(update)).toEqual(edit);
    const { items } = await ben.pull(null);
    expect(items).toMatchObject([{ headSeq: 2 }]);
    expect(await sender.find(hint)).toEqual({ docId: adas.docId, seq: 2 });
    expect(sender.frames.some((frame) => update(frame) !== undefined)).toBe(false);
    await Promise.all([sender.leave(), reader.leave()]);
  });

  it('keeps what one connection writes in one turn as one update', async () => {
    const sender = await enterLive(ada);
    const edits = Array.from({ length: 20 }, (_, at) => write(adas, `${at} `));
    for (const edit of edits) sender.send(updateFrame(edit));
    const last = 1 + edits.length;
    const { seq } = await sender.find((frame) => hint(frame));
    expect(seq).toBeLessThan(last);
    await sender.leave();
    const copy = openRecordOn(ben, adas.docId, (await ben.pull(null)).items[0]?.updates);
    expect(textOf(copy.doc, 'description').toJSON()).toBe(textOf(adas.doc, 'description').toJSON());
  });

  it('passes on what comes by push, and a push finds what came by the room', async () => {
    const reader = await enterLive(ben);
    const edit = write(adas, 'Far ');
    expect((await ada.push([{ docId: adas.docId, bytes: edit }])).results).toMatchObject([
      { type: 'ok' },
    ]);
    expect(await reader.find(update)).toEqual(edit);
    Y.applyUpdate(bens.doc, edit);
    const bensEdit = write(bens, 'So ');
    reader.send(updateFrame(bensEdit));
    await reader.find(hint);
    const again = await ben.push([{ docId: adas.docId, bytes: bensEdit }]);
    expect(again.results).toMatchObject([{ type: 'dup' }]);
    await reader.leave();
  });

  it('writes a snapshot when the last one leaves', async () => {
    const sender = await enterLive(ada);
    sender.send(updateFrame(write(adas, 'Far ')));
    await sender.find(hint);
    await sender.leave();
    await expect.poll(async () => (await ben.pull(null)).items[0]?.updates.length).toBe(1);
  });

  it('lets nobody wait for an edit that builds on a missing one, and promises nothing more', async () => {
    const [sender, reader] = [await enterLive(ada), await enterLive(ben)];
    write(adas, 'lost ');
    sender.send(updateFrame(write(adas, 'later ')));
    const bensEdit = write(bens, 'fine ');
    reader.send(updateFrame(bensEdit));
    expect(await sender.find(update)).toEqual(bensEdit);
    await reader.find(hint);
    expect(sender.frames.some((frame) => hint(frame) !== undefined)).toBe(false);
    expect(sender.socket.readyState).toBe(WebSocket.OPEN);
    await Promise.all([sender.leave(), reader.leave()]);
  });
});

describe('a room closes', () => {
  it('on a refused update, after it has said why, and shows it to nobody', async () => {
    const [sender, reader] = [await enterLive(ada), await enterLive(ben)];
    sender.send(updateFrame(adas.edit((doc) => scalarsOf(doc).set('createdAt', 1))));
    expect(await sender.find(readJson(roomMessage.refused))).toMatchObject({ code: 'badValue' });
    expect(await sender.closed).toEqual({ code: closeCodes.refused, reason: 'badValue' });
    const edit = write(bens, 'fine ');
    reader.send(updateFrame(edit));
    await reader.find(hint);
    expect(reader.frames.some((frame) => update(frame) !== undefined)).toBe(false);
    expect((await ben.pull(null)).items).toMatchObject([{ headSeq: 2 }]);
    await reader.leave();
  });

  it.each<[string, number, Uint8Array | string]>([
    ['a second step', closeCodes.malformed, syncFrame(syncKind.step2, new Uint8Array([0, 0]))],
    ['an unknown message', closeCodes.malformed, new Uint8Array([77])],
    ['nothing', closeCodes.malformed, new Uint8Array()],
    ['a frame cut off', closeCodes.malformed, new Uint8Array([0, 2, 100, 1])],
    ['bytes after a message', closeCodes.malformed, new Uint8Array([3, 0])],
    ['a state vector that is none', closeCodes.malformed, syncFrame(0, new Uint8Array([9, 9]))],
    ['awareness that is none', closeCodes.malformed, new Uint8Array([1, 3, 1, 1, 1])],
    ['a text frame', closeCodes.unsupportedData, 'hello'],
    ['a frame over the limit', closeCodes.tooLarge, new Uint8Array(wireLimits.roomFrameBytes + 1)],
    ['a frame of 100 MiB', closeCodes.tooLarge, new Uint8Array(100 * 1024 * 1024)],
  ])('on %s with %i', async (_, code, frame) => {
    const socket = await enter(ada);
    socket.send(frame);
    expect((await socket.closed).code).toBe(code);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it('on a garbage update with 4409', async () => {
    const socket = await enter(ada);
    socket.send(updateFrame(new Uint8Array([1, 2, 3])));
    expect(await socket.closed).toEqual({ code: closeCodes.refused, reason: 'badUpdate' });
  });

  it('on a ticket that is spent, for another document or made up', async () => {
    const url = await ada.roomUrl(adas.docId);
    await (await openSocket(url)).leave();
    const other = captureOn(ada, 'Other');
    const wrong = (await ada.roomUrl(adas.docId)).replace(adas.docId, other.docId);
    const madeUp = url.replace(/ticket=.*/u, 'ticket=x');
    for (const bad of [url, wrong, madeUp]) {
      expect((await (await openSocket(bad)).closed).code).toBe(closeCodes.signIn);
    }
  });

  it('on a ticket that is older than a minute', async () => {
    let nowMs = 0;
    const aging = await startServer({ nowMs: () => nowMs });
    const device = await joinAsPlainDevice(aging.url, aging.adminToken, 'Ada');
    const { docId, first } = captureOn(device, 'One');
    await device.push([{ docId, bytes: first }]);
    const url = await device.roomUrl(docId);
    nowMs += 60_000;
    expect((await (await openSocket(url)).closed).code).toBe(closeCodes.signIn);
    await aging.stop();
  });

  it('when the record is no longer shared with its guest, to whom no ticket is given again', async () => {
    const guest = await joinAsPlainDevice(server.url, await ada.invite(['guest']), 'Sam');
    await expect(guest.roomUrl(adas.docId)).rejects.toThrow();
    await ada.pushCommand(adas.docId, { type: 'share', person: guest.person });
    const [guests, bensSocket] = [await enterLive(guest), await enterLive(ben)];
    const unspent = await guest.roomUrl(adas.docId);
    await ada.pushCommand(adas.docId, { type: 'unshare', person: guest.person });
    expect((await guests.closed).code).toBe(closeCodes.revoked);
    expect((await (await openSocket(unspent)).closed).code).toBe(closeCodes.signIn);
    await expect(guest.roomUrl(adas.docId)).rejects.toThrow();
    const edit = write(adas, 'Far ');
    await ada.push([{ docId: adas.docId, bytes: edit }]);
    expect(await bensSocket.find(update)).toEqual(edit);
    await bensSocket.leave();
  });

  it('when the record turns private, for whom it is not', async () => {
    const [adasSocket, bensSocket] = [await enterLive(ada), await enterLive(ben)];
    const unspent = await ben.roomUrl(adas.docId);
    const hide = adas.change({ type: 'setField', field: 'visibility', value: 'private' });
    adasSocket.send(updateFrame(hide));
    expect((await bensSocket.closed).code).toBe(closeCodes.revoked);
    expect((await (await openSocket(unspent)).closed).code).toBe(closeCodes.signIn);
    await expect(ben.roomUrl(adas.docId)).rejects.toThrow();
    const edit = write(adas, 'Far ');
    await ada.push([{ docId: adas.docId, bytes: edit }]);
    expect(await adasSocket.find(update)).toEqual(edit);
    await adasSocket.leave();
  });

  it('when whoever is there leaves the team that the record is for', async () => {
    const team = createUuidV7(systemDeps);
    const belong = (of: PlainDevice, belongsTo: readonly string[]) =>
      ada.postJson(`${paths.people}/${of.person}/belonging`, { belongsTo });
    await belong(ben, [team]);
    const changes = [
      adas.change({ type: 'setField', field: 'visibleTeam', value: team }),
      adas.change({ type: 'setField', field: 'visibility', value: 'team' }),
    ];
    await ada.push(changes.map((bytes) => ({ docId: adas.docId, bytes })));
    const bensSocket = await enterLive(ben);
    await belong(ben, []);
    expect((await bensSocket.closed).code).toBe(closeCodes.signIn);
    await expect(ben.roomUrl(adas.docId)).rejects.toThrow();
  });

  it('when its session ends', async () => {
    const [room, poke] = [
      await enterLive(ben),
      await openSocket(`${server.url.replace('http', 'ws')}/sync/poke`, ben.headers()),
    ];
    const headers = ben.headers();
    const left = await fetch(`${server.url}/session/leave`, {
      method: 'POST',
      headers,
      body: '{}',
    });
    expect(left.status).toBe(200);
    expect((await room.closed).code).toBe(closeCodes.signIn);
    expect((await poke.closed).code).toBe(closeCodes.signIn);
  });
});

describe('an upgrade', () => {
  const statusOf = (path: string, headers: Readonly<Record<string, string>>) =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, { headers });
      socket.on('unexpected-response', (_, answer) => {
        resolve([answer.statusCode, answer.headers['content-type']]);
        socket.terminate();
      });
      socket.on('open', () => reject(new Error('It was accepted.')));
      socket.on('error', () => {});
    });

  it('from a page of another origin is refused before the handshake', async () => {
    const headers = { ...ada.headers(), origin: 'https://evil.example' };
    const refused = [403, 'application/problem+json'];
    expect(await statusOf('/sync/poke', headers)).toEqual(refused);
    expect(await statusOf(`/rooms/${adas.docId}?ticket=x`, headers)).toEqual(refused);
  });

  it('to nowhere is notFound', async () => {
    expect(await statusOf('/sync/push', ada.headers())).toEqual([404, 'application/problem+json']);
  });
});
