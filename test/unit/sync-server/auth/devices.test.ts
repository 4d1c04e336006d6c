/** The devices of a person: their names, when they were seen, and how one is signed out. */
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { devicesAnswer } from '../../../../shared/protocol/devices.ts';
import { paths } from '../../../../shared/protocol/paths.ts';
import { deviceNameOf } from '../../../../sync-server/auth/device-name.ts';
import { type HttpPerson, joinPerson } from '../../../support/http-person.ts';
import { type StartedServer, startServer } from '../../../support/start-server.ts';

const minuteMs = 60_000;

let nowMs: number;
let server: StartedServer;
let ada: HttpPerson;
beforeEach(async () => {
  nowMs = Date.UTC(2026, 0, 1);
  server = await startServer({ nowMs: () => nowMs });
  ada = await joinPerson(server.url, server.adminToken, { userAgent: android });
});
afterEach(() => server.stop());

const android =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36';

const devicesOf = async (who: HttpPerson, path: string = paths.devices) =>
  devicesAnswer.parse((await who.get(path)).body).devices;

const bo = async () => joinPerson(server.url, await ada.invite({ for: 'member' }));
const otherDevice = async (who: HttpPerson) =>
  joinPerson(server.url, await who.invite({ for: 'ownDevice' }));

it('are listed with a name from the browser and when they were last seen', async () => {
  const second = await otherDevice(ada);
  nowMs += 10 * minuteMs;
  expect(await devicesOf(ada)).toMatchObject([
    { id: ada.device, name: 'Chrome · Android', isThisOne: true, lastSeenAt: nowMs },
    { id: second.device, name: '', isThisOne: false, lastSeenAt: nowMs - 10 * minuteMs },
  ]);
});

it('are noted as seen every five minutes and not oftener', async () => {
  nowMs += 4 * minuteMs;
  expect(await devicesOf(ada)).toMatchObject([{ lastSeenAt: nowMs - 4 * minuteMs }]);
  nowMs += minuteMs;
  expect(await devicesOf(ada)).toMatchObject([{ lastSeenAt: nowMs }]);
});

it('get another name from their person, and from nobody else', async () => {
  const path = `${paths.devices}/${ada.device}/rename`;
  expect((await ada.post(path, { name: ' Ward   phone ' })).status).toBe(200);
  expect(await devicesOf(ada)).toMatchObject([{ name: 'Ward phone' }]);
  expect(await ada.post(path, { name: ' ' })).toMatchObject({
    status: 422,
    body: { code: 'invalidField', field: 'name' },
  });
  expect(await (await bo()).post(path, { name: 'Mine' })).toMatchObject({ status: 404 });
});

it('of others are an administrator’s to see, and nobody else’s', async () => {
  const other = await bo();
  expect(await devicesOf(ada, `${paths.people}/${other.person.id}/devices`)).toHaveLength(1);
  for (const id of [ada.person.id, 'nobody']) {
    expect(await other.get(`${paths.people}/${id}/devices`)).toMatchObject({ status: 404 });
  }
});

it('that are signed out lose their session and their sockets, by their person or an administrator', async () => {
  const other = await bo();
  const second = await otherDevice(other);
  const socket = new WebSocket(server.url.replace('http', 'ws') + paths.poke, {
    headers: { cookie: second.cookie },
  });
  await once(socket, 'message');
  const closed = once(socket, 'close');
  const signOut = (device: string) => `${paths.devices}/${device}/sign-out`;
  expect((await other.post(signOut(second.device))).status).toBe(200);
  expect((await closed)[0]).toBe(4401);
  expect((await second.get(paths.session)).status).toBe(401);
  expect((await other.get(paths.session)).status).toBe(200);
  expect((await ada.post(signOut(other.device))).status).toBe(200);
  expect((await other.get(paths.session)).status).toBe(401);
});

it('of another can’t be signed out by a member', async () => {
  const other = await bo();
  for (const device of [ada.device, 'nothing']) {
    expect(await other.post(`${paths.devices}/${device}/sign-out`)).toMatchObject({
      status: 404,
      body: { code: 'notFound' },
    });
  }
  expect((await ada.get(paths.session)).status).toBe(200);
});

it.each([
  [android, 'Chrome · Android'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari · iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0 Safari/537.36 Edg/142.0',
    'Edge · Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
  ['curl/8.0', ''],
  [undefined, ''],
])('%s is called “%s”', (userAgent, name) => {
  expect(deviceNameOf(userAgent)).toBe(name);
});
