import { afterEach, beforeEach, expect, it } from 'vitest';
import { pokeFrame } from '../../../../shared/protocol/messages.ts';
import { closeCodes } from '../../../../shared/protocol/refusals.ts';
import { joinAsPlainDevice, type PlainDevice } from '../../../support/plain-device.ts';
import { openSocket } from '../../../support/raw-socket.ts';
import { captureOn } from '../../../support/record-on-device.ts';
import { type StartedServer, startServer } from '../../../support/start-server.ts';

let server: StartedServer;
let ada: PlainDevice;
beforeEach(async () => {
  server = await startServer();
  ada = await joinAsPlainDevice(server.url, server.adminToken, 'Ada');
});
afterEach(() => server.stop());

const open = (headers = ada.headers()) =>
  openSocket(`${server.url.replace('http', 'ws')}/sync/poke`, headers);

const readPoke = (frame: Buffer) => pokeFrame.parse(JSON.parse(frame.toString()));
const atSeq = (seq: number) => (frame: Buffer) => readPoke(frame).seq === seq || undefined;

const pushOne = async () => {
  const { docId, first } = captureOn(ada, 'One');
  await ada.push([{ docId, bytes: first }]);
};

it('tells where the server is at once, and again when something is committed', async () => {
  await pushOne();
  const socket = await open();
  expect(await socket.find(readPoke)).toEqual({ seq: 1, epoch: server.store.lineage.epoch });
  await pushOne();
  await socket.find(atSeq(2));
  await socket.leave();
});

it('tells of many commits in few frames, the last one always', async () => {
  const socket = await open();
  for (let i = 0; i < 30; i++) await pushOne();
  await socket.find(atSeq(30));
  expect(socket.frames.length).toBeLessThan(20);
  await socket.leave();
});

it('lets in nobody without a session, and takes no frames', async () => {
  expect((await (await open({})).closed).code).toBe(closeCodes.signIn);
  const talkative = await open();
  talkative.send(new Uint8Array([1]));
  expect((await talkative.closed).code).toBe(closeCodes.malformed);
});
