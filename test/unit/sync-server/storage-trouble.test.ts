import { afterEach, beforeEach, expect, it } from 'vitest';
import { textOf } from '../../../shared/document/schema.ts';
import { closeCodes } from '../../../shared/protocol/refusals.ts';
import { roomMessage } from '../../../shared/protocol/room-messages.ts';
import { createSqliteStore } from '../../../sync-server/store/sqlite/sqlite-store.ts';
import { syncKind } from '../../../sync-server/websocket/frames.ts';
import { joinAsPlainDevice, type PlainDevice, ProblemAnswer } from '../../support/plain-device.ts';
import {
  openSocket,
  readJson,
  readSync,
  step1Frame,
  updateFrame,
} from '../../support/raw-socket.ts';
import { captureOn } from '../../support/record-on-device.ts';
import { type StartedServer, startServer } from '../../support/start-server.ts';
import { systemDeps } from '../../support/sync-core.ts';
import { troubled, type TroubledStore } from '../../support/troubled-store.ts';

let disk: TroubledStore;
let server: StartedServer;
let ada: PlainDevice;
beforeEach(async () => {
  disk = troubled(createSqliteStore(':memory:', systemDeps));
  server = await startServer({ store: disk.store });
  ada = await joinAsPlainDevice(server.url, server.adminToken, 'Ada');
});

let isStopped = false;
afterEach(async () => {
  if (!isStopped) await server.stop();
  isStopped = false;
});

const problemOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(() => undefined).catch((reason: unknown) => reason);
  return error instanceof ProblemAnswer ? error.problem : error;
};

it('acknowledges nothing while the disk is full, and everything once there is room', async () => {
  const record = captureOn(ada, 'One');
  const updates = [record.first, record.change({ type: 'setField', field: 'cost', value: 'low' })];
  const items = updates.map((bytes) => ({ docId: record.docId, bytes }));
  disk.fillDisk();
  expect(await problemOf(ada.push(items))).toMatchObject({ status: 507, code: 'storageFailed' });
  expect(await problemOf(ada.invite('member'))).toMatchObject({ code: 'storageFailed' });
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect((await ada.pull(null)).total).toBe(0);
  disk.heal();
  expect((await ada.push(items)).results).toEqual([
    { type: 'ok', seq: 1 },
    { type: 'ok', seq: 2 },
  ]);
  expect((await ada.pull(null)).items).toMatchObject([{ facts: { ref: 'CI-1' } }]);
});

it('shows nobody a live edit that could not be stored, and asks its writer to come back later', async () => {
  const record = captureOn(ada, 'One');
  await ada.push([{ docId: record.docId, bytes: record.first }]);
  const [writer, reader] = [await enter(record.docId), await enter(record.docId)];
  disk.fillDisk();
  const edit = record.edit((doc) => textOf(doc, 'description').insert(0, 'Far '));
  writer.send(updateFrame(edit));
  expect(await writer.closed).toEqual({
    code: closeCodes.tryAgainLater,
    reason: 'storageFailed',
  });
  disk.heal();
  reader.send(step1Frame());
  const again = await openSocket(await ada.roomUrl(record.docId));
  again.send(updateFrame(edit));
  expect(await again.find(readJson(roomMessage.durable))).toMatchObject({ seq: 2 });
  expect(await reader.find(readSync(syncKind.update))).toEqual(edit);
  await Promise.all([again.leave(), reader.leave()]);
});

it('answers what it was storing when it was told to stop, then closes with 1001', async () => {
  const record = captureOn(ada, 'One');
  await ada.push([{ docId: record.docId, bytes: record.first }]);
  const writer = await enter(record.docId);
  const held = disk.holdCommit();
  writer.send(updateFrame(record.edit((doc) => textOf(doc, 'description').insert(0, 'Far '))));
  const letGo = await held;
  isStopped = true;
  const stopped = server.stop();
  letGo();
  expect(await writer.find(readJson(roomMessage.durable))).toMatchObject({ seq: 2 });
  expect((await writer.closed).code).toBe(closeCodes.goingAway);
  await stopped;
});

it('finishes the push that it was storing when it was told to stop', async () => {
  const record = captureOn(ada, 'One');
  const held = disk.holdCommit();
  const pushed = ada.push([{ docId: record.docId, bytes: record.first }]);
  const letGo = await held;
  isStopped = true;
  const stopped = server.stop();
  letGo();
  expect((await pushed).results).toEqual([{ type: 'ok', seq: 1 }]);
  await stopped;
});

async function enter(docId: Parameters<PlainDevice['roomUrl']>[0]) {
  const socket = await openSocket(await ada.roomUrl(docId));
  socket.send(step1Frame());
  await socket.find(readSync(syncKind.step2));
  return socket;
}
