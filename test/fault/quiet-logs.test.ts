/** What a busy and troubled server writes into its log opens no door and tells nobody's words. */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { paths } from '../../shared/protocol/paths.ts';
import { type BuiltServer, startBuiltServer } from '../support/built-server.ts';
import { failingDisks } from '../support/failing-disk.ts';
import { joinAsPlainDevice, type PlainDevice, tokenOf } from '../support/plain-device.ts';
import { openSocket, updateFrame } from '../support/raw-socket.ts';
import { captureOn } from '../support/record-on-device.ts';

/** Each is looked for in the log: nothing that is made of them may be there. */
const names = ['Wilhelmina Quux', 'Bartholomew Zzyzx'] as const;
const text = 'Stop printing the zebra-coloured forms';

const [disk] = failingDisks();
let server: BuiltServer;
afterEach(async () => {
  await server.kill();
  disk?.remove();
});

it('logs trouble of every kind and none of the secrets and texts that took part in it', async () => {
  if (disk === undefined) throw new Error('One disk can always be made to fail.');
  const { dataDir, launcher } = disk;
  server = await startBuiltServer({ dataDir, launcher });
  const secrets: string[] = [tokenOf(server.adminLink ?? '')];
  const remember = (...more: readonly string[]) => secrets.push(...more);

  const ada = await joinAsPlainDevice(server.url, secrets[0] ?? '', names[0]);
  const invitation = await ada.invite('member');
  const ben = await joinAsPlainDevice(server.url, invitation, names[1]);
  remember(invitation, cookieOf(ada), cookieOf(ben));
  await joinAsPlainDevice(server.url, invitation, names[1]).catch(() => undefined);

  const { docId, first } = captureOn(ada, text);
  await ada.push([{ docId, bytes: first }]);
  const rooms = [await ada.roomUrl(docId), await ada.roomUrl(docId)];
  remember(...rooms.map((room) => new URL(room).searchParams.get('ticket') ?? ''));
  const room = await openSocket(rooms[0] ?? '');
  room.send(updateFrame(new Uint8Array([7, 7, 7])));
  await room.closed;
  await sendBrokenFrame(rooms[1] ?? '');

  const madeUp = randomBytes(32).toString('base64url');
  remember(madeUp);
  const [cookieName = ''] = (ada.headers()['cookie'] ?? '').split('=');
  await fetch(`${server.url}/session`, { headers: { cookie: `${cookieName}=${madeUp}` } });
  await fetch(`${server.url}/join/${madeUp}?token=${madeUp}`, { method: 'PATCH' });
  await fetch(server.url + paths.join, { method: 'POST', body: `{"token": "${madeUp}", ${text}` });

  disk.fail(server.pid);
  const late = captureOn(ben, text);
  await ben.push([{ docId: late.docId, bytes: late.first }]).catch(() => undefined);
  await ada.invite('member').catch(() => undefined);
  disk.heal(server.pid);
  await ben.push([{ docId: late.docId, bytes: late.first }]);
  await server.stop();

  const lines = server.log().trim().split('\n');
  const messages = lines.map((line) => (JSON.parse(line) as { readonly msg: string }).msg);
  expect(new Set(messages)).toEqual(
    new Set(['a socket failed', 'nothing of a batch was stored', 'a request failed', 'stopping']),
  );
  for (const hidden of [...secrets, ...names, text, 'zebra', 'Wilhelmina', 'Bartholomew']) {
    expect(hidden).not.toBe('');
    expect(server.log()).not.toContain(hidden);
  }
});

const cookieOf = (device: PlainDevice): string =>
  (device.headers()['cookie'] ?? '').replace(/^gemba-[\da-f-]{36}=/u, '');

/** A frame that ws itself refuses, so that the socket fails with an error. */
async function sendBrokenFrame(url: string): Promise<void> {
  const { port, pathname, search } = new URL(url);
  const stream = connect(Number(port), '127.0.0.1');
  stream.write(
    `GET ${pathname}${search} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: upgrade\r\nupgrade: websocket\r\n` +
      `sec-websocket-version: 13\r\nsec-websocket-key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
  );
  await once(stream, 'data');
  const closed = once(stream, 'close');
  stream.resume();
  stream.write(Buffer.from([0xff, 0xff, 0xff, 0xff]));
  await closed;
}
