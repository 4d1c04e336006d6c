import { type IncomingMessage, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import {
  elementOf,
  framePrefixBytes,
  readElements,
  streamMediaType,
} from '../../../shared/protocol/frame-stream.ts';
import { problem } from '../../../shared/protocol/messages.ts';
import { paths } from '../../../shared/protocol/paths.ts';
import { textOf } from '../../../shared/document/schema.ts';
import { closeCodes } from '../../../shared/protocol/refusals.ts';
import { wireLimits } from '../../../shared/protocol/version.ts';
import { silentMetrics } from '../../../sync-server/observability/metrics.ts';
import { syncKind } from '../../../sync-server/websocket/frames.ts';
import { pullPoints, rates } from '../../../sync-server/limits/rates.ts';
import { joinBody } from '../../support/join-body.ts';
import { joinAsPlainDevice, type PlainDevice, ProblemAnswer } from '../../support/plain-device.ts';
import { recordsOf } from '../../support/plain-records.ts';
import { openSocket, readSync, step1Frame, updateFrame } from '../../support/raw-socket.ts';
import { captureOn, openRecordOn } from '../../support/record-on-device.ts';
import { type StartedServer, startServer, type StartOptions } from '../../support/start-server.ts';

let server: StartedServer;
afterEach(() => server.stop());

async function start(options: StartOptions = {}): Promise<PlainDevice> {
  server = await startServer(options);
  return joinAsPlainDevice(server.url, server.adminToken, 'Ada');
}

const wrongToken = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const tryToJoin = (headers: Readonly<Record<string, string>> = {}, token = wrongToken) =>
  fetch(server.url + paths.join, {
    method: 'POST',
    headers,
    body: JSON.stringify(joinBody(token)),
  });

async function statusesOf(count: number, ask: () => Promise<Response>): Promise<readonly number[]> {
  const statuses: number[] = [];
  while (statuses.length < count) statuses.push((await ask()).status);
  return statuses;
}

describe('attempts to join', () => {
  it('with wrong links end after sixty, with the time to come again', async () => {
    const ada = await start();
    const statuses = await statusesOf(60, tryToJoin);
    expect(new Set(statuses.slice(0, 55))).toEqual(new Set([410]));
    const answer = await tryToJoin();
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(500);
    const said = problem.parse(await answer.json());
    expect(said.code).toBe('rateLimited');
    // Who is in already is not disturbed.
    const { docId, first } = captureOn(ada, 'Fewer forms');
    expect((await ada.push([{ docId, bytes: first }])).results).toMatchObject([{ type: 'ok' }]);
  });

  it('by links that are good let a whole office in', async () => {
    const ada = await start();
    const people = Array.from({ length: 300 }, () => ada.invite('member'));
    for (const token of await Promise.all(people)) {
      expect((await tryToJoin({}, token)).status).toBe(200);
    }
  });

  it('are counted by the address that the proxy saw, whatever the client claims', async () => {
    await start({ trustProxy: true });
    const from = (claimed: string) => () =>
      tryToJoin({ 'x-forwarded-for': `${claimed}, 203.0.113.9` });
    let claims = 0;
    const statuses = await statusesOf(70, () => from(`198.51.100.${claims++}`)());
    expect(statuses).toContain(429);
    expect((await tryToJoin({ 'x-forwarded-for': '203.0.113.10' })).status).toBe(410);
  });

  it('are counted by the connection where there is no proxy to be trusted', async () => {
    await start();
    let claims = 0;
    const ask = () => tryToJoin({ 'x-forwarded-for': `198.51.100.${claims++}` });
    expect(await statusesOf(70, ask)).toContain(429);
  });

  it('from one IPv6 network count together', async () => {
    await start({ trustProxy: true });
    let claims = 0;
    const ask = () => tryToJoin({ 'x-forwarded-for': `2001:db8:1:2::${(claims++).toString(16)}` });
    expect(await statusesOf(70, ask)).toContain(429);
    expect((await tryToJoin({ 'x-forwarded-for': '2001:db8:1:3::1' })).status).toBe(410);
  });
});

describe('what a person asks for', () => {
  it('is limited by number, on all devices together', async () => {
    const ada = await start({ limitFactor: 0.01 });
    const other = await joinAsPlainDevice(server.url, await ada.invite('ownDevice'), 'Ada');
    const ask = (device: PlainDevice) => () =>
      fetch(server.url + paths.session, { headers: device.headers() });
    const statuses = await statusesOf(65, ask(ada));
    expect(statuses).toContain(429);
    expect((await ask(other)()).status).toBe(429);
  });

  it('is limited by size', async () => {
    const ada = await start({ limitFactor: 0.001 });
    const bytes = new Uint8Array(200_000);
    const { docId } = captureOn(ada, 'Fewer forms');
    await ada.push([{ docId, bytes }]);
    await ada.push([{ docId, bytes }]);
    const third = await ada.push([{ docId, bytes }]).catch((error: unknown) => error);
    expect(third).toBeInstanceOf(ProblemAnswer);
    expect(third).toMatchObject({ problem: { status: 429, code: 'rateLimited' } });
  });

  it('may be a hundred thousand records in one go', async () => {
    const ada = await start();
    const records = 100_000;
    const sample = recordsOf(ada, 500);
    const pushes = records / sample.length;
    const pushPoints = pullPoints + Math.ceil(ada.pushBody(sample).length / 1024);
    // Both directions within one minute, in pages as small as a phone asks for.
    const pulls = records / 100;
    expect(pushes * pushPoints + pulls * pullPoints).toBeLessThan(rates.sync.points);
    expect(pushes + pulls).toBeLessThan(rates.requests.points / 2);
  });

  it('is not limited where the operator says so', async () => {
    const ada = await start({ limitFactor: 0 });
    const ask = () => fetch(server.url + paths.session, { headers: ada.headers() });
    expect(new Set(await statusesOf(100, ask))).toEqual(new Set([200]));
    expect(new Set(await statusesOf(100, tryToJoin))).toEqual(new Set([410]));
  });
});

describe('sockets', () => {
  const shakeHands = async (): Promise<string> => {
    const stream = connect(server.port, '127.0.0.1');
    stream.write(
      `GET ${paths.poke} HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\nconnection: upgrade\r\nupgrade: websocket\r\n` +
        `sec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
    );
    const [answer] = (await once(stream, 'data')) as [Buffer];
    return answer.toString();
  };
  const pokeUrl = () => `${server.url.replace('http', 'ws')}${paths.poke}`;

  it('of one person are so many and no more, and a closed one makes room', async () => {
    const ada = await start({ limitFactor: 0.05 });
    const open = await Promise.all([1, 2, 3].map(() => openSocket(pokeUrl(), ada.headers())));
    await Promise.all(open.map((socket) => socket.find(() => true)));
    // 3.2 places: the fourth is the last.
    const last = await openSocket(pokeUrl(), ada.headers());
    await last.find(() => true);
    const over = await openSocket(pokeUrl(), ada.headers());
    expect((await over.closed).code).toBe(closeCodes.tryAgainLater);
    await last.leave();
    const again = await openSocket(pokeUrl(), ada.headers());
    await again.find(() => true);
  });

  it('of one address are so many, and the next is refused before the handshake', async () => {
    // Two places; held by sockets that are being closed and do not answer.
    await start({ limitFactor: 0.0005 });
    const answers = [await shakeHands(), await shakeHands(), await shakeHands()];
    expect(answers.map((answer) => answer.slice(9, 12))).toEqual(['101', '101', '429']);
    expect(answers[2]).toContain('retry-after: 30');
  });

  it('that send without end are closed, and a first step is answered one at a time', async () => {
    const ada = await start({ limitFactor: 0.1 });
    const { docId, first } = captureOn(ada, 'Fewer forms');
    await ada.push([{ docId, bytes: first }]);
    const room = await openSocket(await ada.roomUrl(docId));
    for (let count = 0; count < 300; count++) room.send(step1Frame());
    await room.find(readSync(syncKind.step2));
    for (let count = 0; count < 600; count++) room.send(step1Frame());
    expect((await room.closed).code).toBe(closeCodes.tryAgainLater);
    const answers = room.frames.filter((frame) => readSync(syncKind.step2)(frame) !== undefined);
    expect(answers.length).toBeLessThan(10);
  });
});

describe('a room client that reads too slowly', () => {
  it('is closed with 1013, holds up nobody, and loses nothing that it wrote', async () => {
    let tellDropped: (kind: string) => void = () => {};
    const dropped = new Promise<string>((resolve) => (tellDropped = resolve));
    const ada = await start({ metrics: { ...silentMetrics, bytesDropped: tellDropped } });
    const ben = await joinAsPlainDevice(server.url, await ada.invite('member'), 'Ben');
    const record = captureOn(ada, 'Fewer forms');
    await ada.push([{ docId: record.docId, bytes: record.first }]);
    const slow = await openSocket(await ben.roomUrl(record.docId));
    slow.send(step1Frame());
    await slow.find(readSync(syncKind.step2));
    slow.socket.pause();
    const bens = openRecordOn(ben, record.docId, [record.first]);
    const edit = bens.edit((doc) => textOf(doc, 'description').insert(0, 'mine '));
    slow.send(updateFrame(edit));

    const live = await openSocket(await ada.roomUrl(record.docId));
    live.send(step1Frame());
    const large = 'x'.repeat(100_000);
    const writeMuch = () => {
      live.send(updateFrame(record.edit((doc) => textOf(doc, 'description').insert(0, large))));
      live.send(
        updateFrame(record.edit((doc) => textOf(doc, 'description').delete(0, large.length))),
      );
    };
    for (let count = 0; count < 200; count++) writeMuch();
    expect(await dropped).toBe('room');
    slow.socket.resume();
    expect((await slow.closed).code).toBe(closeCodes.tryAgainLater);
    // Its outbox still has the edit and offers it again.
    const [result] = (await ben.push([{ docId: record.docId, bytes: edit }])).results;
    expect(['ok', 'dup']).toContain(result?.type);
    await live.leave();
  }, 60_000);
});

describe('a peer that sends a byte now and then', () => {
  const slownessLimits = {
    headersTimeout: 200,
    bodyTimeout: 400,
    connectionsCheckingInterval: 50,
    keepAliveTimeout: 1_000,
  };
  const dribble = async (text: string): Promise<string> => {
    const stream = connect(server.port, '127.0.0.1');
    stream.on('error', () => {});
    let answer = '';
    stream.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    stream.write(text);
    const timer = setInterval(() => stream.write('x'), 20);
    await once(stream, 'close');
    clearInterval(timer);
    return answer;
  };

  it('is cut off while it sends headers', async () => {
    await start({ slownessLimits });
    expect(await dribble('GET /healthz HTTP/1.1\r\nhost: x\r\nx-slow: ')).toContain('408');
  });

  it('is cut off while it sends a body', async () => {
    const ada = await start({ slownessLimits });
    const head = `POST /sync/push HTTP/1.1\r\nhost: x\r\ncookie: ${ada.headers()['cookie']}\r\n`;
    expect(await dribble(`${head}content-length: 100000\r\n\r\n`)).toContain('408');
  });

  it('is cut off in the middle of a stream, and not while its messages go on coming', async () => {
    const ada = await start({ slownessLimits });
    const beginPush = async () => {
      const sent = httpRequest(server.url + paths.push, {
        method: 'POST',
        headers: { ...ada.headers(), 'content-type': streamMediaType },
      });
      sent.on('error', () => {});
      const message = () => {
        const { docId, first } = captureOn(ada, 'One more');
        return elementOf(ada.pushBody([{ docId, bytes: first }]));
      };
      sent.write(message());
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      return { sent, message, answers: readElements(answer, wireLimits.pushBodyBytes) };
    };
    const phone = await beginPush();
    const beganAt = Date.now();
    let answered = 0;
    for await (const answer of phone.answers) {
      expect(answer.ok).toBe(true);
      answered++;
      if (Date.now() - beganAt > 3 * slownessLimits.bodyTimeout) phone.sent.end();
      else setTimeout(() => phone.sent.write(phone.message()), slownessLimits.bodyTimeout / 4);
    }
    expect(answered).toBeGreaterThan(3);

    const dribbler = await beginPush();
    const head = dribbler.message().subarray(0, framePrefixBytes);
    dribbler.sent.write(head);
    const timer = setInterval(() => dribbler.sent.write('x'), 20);
    const told = async () => {
      for await (const answer of dribbler.answers) expect(answer.ok).toBe(true);
    };
    await expect(told()).rejects.toThrow();
    clearInterval(timer);
  });

  it('is refused with headers larger than any honest ones', async () => {
    await start();
    const headers = { 'x-large': 'x'.repeat(20_000) };
    expect((await fetch(`${server.url}/healthz`, { headers })).status).toBe(431);
  });
});
