/** Streamed pushes and pulls over real sockets: many messages in one request, each answered in its turn. */
import { Agent, request as httpRequest } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cborMediaType, decodeFrame, encodeFrame } from '../../../../shared/protocol/frame.ts';
import {
  elementOf,
  encodeElement,
  readElements,
  streamMediaType,
} from '../../../../shared/protocol/frame-stream.ts';
import {
  answerOfPage,
  problem,
  pullAnswer,
  pullPage,
  pushAnswer,
} from '../../../../shared/protocol/messages.ts';
import { paths } from '../../../../shared/protocol/paths.ts';
import { protocolVersion, wireLimits } from '../../../../shared/protocol/version.ts';
import { recordRow } from '../../../support/record-row.ts';
import { joinAsPlainDevice, type PlainDevice } from '../../../support/plain-device.ts';
import { captureOn } from '../../../support/record-on-device.ts';
import { type StartedServer, startServer } from '../../../support/start-server.ts';

let server: StartedServer;
let ada: PlainDevice;
beforeEach(async () => {
  server = await startServer();
  ada = await joinAsPlainDevice(server.url, server.adminToken, 'Ada');
});
afterEach(() => server.stop());

const post = (path: string, headers: Readonly<Record<string, string>>, body: Uint8Array) =>
  fetch(server.url + path, {
    method: 'POST',
    headers: { ...ada.headers(), 'accept-encoding': 'identity', ...headers },
    body: body as Uint8Array<ArrayBuffer>,
  });

async function messagesOf(body: AsyncIterable<Uint8Array>): Promise<readonly unknown[]> {
  const messages: unknown[] = [];
  for await (const element of readElements(body, wireLimits.pushBodyBytes)) {
    if (!element.ok) throw new Error(element.error);
    messages.push(decodeFrame(element.value));
  }
  return messages;
}

const messagesIn = (answer: Response) =>
  messagesOf(answer.body as unknown as AsyncIterable<Uint8Array>);

const push = (...elements: readonly Uint8Array[]) =>
  post(paths.push, { 'content-type': streamMediaType }, Buffer.concat(elements));

const newRecord = (text: string) => {
  const { docId, first } = captureOn(ada, text);
  return { docId, bytes: first };
};

const pushOf = (...texts: readonly string[]) => elementOf(ada.pushBody(texts.map(newRecord)));

const pullBody = (cursor: string | null = null, limit = 2) =>
  encodeFrame({ proto: protocolVersion, epoch: null, cursor, peopleVersion: 0, limit });

const pull = (headers: Readonly<Record<string, string>> = {}) =>
  post(
    paths.pull,
    { 'content-type': cborMediaType, accept: streamMediaType, ...headers },
    pullBody(),
  );

describe('a streamed push', () => {
  it('is answered message by message, in order', async () => {
    const answer = await push(
      pushOf('One', 'Two'),
      pushOf('Three'),
      pushOf('Four'),
      pushOf('Five'),
    );
    expect(answer.headers.get('content-type')).toBe(streamMediaType);
    const answers = (await messagesIn(answer)).map((message) => pushAnswer.parse(message));
    expect(answers.map(({ results }) => results)).toEqual([
      [
        { type: 'ok', seq: 1 },
        { type: 'ok', seq: 2 },
      ],
      [{ type: 'ok', seq: 3 }],
      [{ type: 'ok', seq: 4 }],
      [{ type: 'ok', seq: 5 }],
    ]);
  });

  it('is answered while its sender still waits to send more [R1]', async () => {
    const sent = httpRequest(server.url + paths.push, {
      method: 'POST',
      headers: { ...ada.headers(), 'content-type': streamMediaType },
    });
    sent.write(pushOf('One'));
    const answer = await new Promise<AsyncIterable<Uint8Array>>((resolve, reject) =>
      sent.once('response', resolve).once('error', reject),
    );
    const results: unknown[] = [];
    for await (const element of readElements(answer, wireLimits.pushBodyBytes)) {
      results.push(element.ok && decodeFrame(element.value));
      expect((await ada.pull(null)).items).toHaveLength(results.length);
      if (results.length === 1) sent.end(pushOf('Two'));
    }
    expect(results).toMatchObject([
      { results: [{ type: 'ok', seq: 1 }] },
      { results: [{ type: 'ok', seq: 2 }] },
    ]);
  });

  it('lets a message build on the one before it', async () => {
    const record = captureOn(ada, 'One');
    const changes = ['low', 'medium', 'high', 'low', 'high'].map((value) =>
      record.change({ type: 'setField', field: 'cost', value: value as 'low' }),
    );
    const answer = await push(
      ...[record.first, ...changes].map((bytes) =>
        elementOf(ada.pushBody([{ docId: record.docId, bytes }])),
      ),
    );
    const results = (await messagesIn(answer)).flatMap((said) => pushAnswer.parse(said).results);
    expect(results.map(({ type }) => type)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
  });

  it('ends with the refusal of a message, after the answers to those before it', async () => {
    const broken = [
      { element: encodeElement({ proto: 'one' }), code: 'malformed' },
      { element: encodeFrame('no byte string'), code: 'malformed' },
      { element: pushOf('Cut').subarray(0, -1), code: 'malformed' },
      { element: elementOf(new Uint8Array(wireLimits.pushBodyBytes + 1)), code: 'tooLarge' },
      { element: encodeElement({ proto: 2, epoch: null, envelopes: [] }), code: 'malformed' },
    ];
    for (const { element, code } of broken) {
      const [first, last, ...more] = await messagesIn(await push(pushOf('Before'), element));
      expect(pushAnswer.parse(first).results).toMatchObject([{ type: 'ok' }]);
      expect(problem.parse(last).code).toBe(code);
      expect(more).toEqual([]);
      // In the first place, it is the answer's own status.
      const alone = await push(element);
      expect(alone.ok).toBe(false);
      expect(problem.parse(await alone.json()).code).toBe(code);
    }
    await push(encodeElement({ proto: 'one' }), pushOf('Behind'));
    const titles = (await ada.pull(null)).items.map((item) => recordRow(item).title);
    expect(titles).toEqual(broken.map(() => 'Before'));
  });

  it('that ends early is in nobody’s way: its connection can be used again, or is closed', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (headers: Readonly<Record<string, string>>, path: string, body: Uint8Array) =>
      new Promise<number | undefined>((resolve, reject) => {
        const sent = httpRequest(server.url + path, {
          method: 'POST',
          agent,
          headers: { ...ada.headers(), ...headers },
        });
        sent.once('error', reject).once('response', (answer) => {
          answer.resume().once('end', () => resolve(answer.statusCode));
        });
        // Once it has answered, the server need not take the rest of the body.
        sent.once('socket', (socket) => socket.on('error', () => {}));
        sent.end(body);
      });
    const rest = Array.from({ length: 8 }, () => elementOf(new Uint8Array(1_000_000)));
    const streamed = { 'content-type': streamMediaType };
    for (const first of [[], [pushOf('Before')]]) {
      const body = Buffer.concat([...first, encodeElement({ proto: 'one' }), ...rest]);
      expect(await ask(streamed, paths.push, body)).toBe(first.length === 0 ? 400 : 200);
      expect(await ask({}, paths.pull, pullBody())).toBe(200);
    }
    agent.destroy();
  });

  it('of nothing, or compressed, is malformed', async () => {
    expect((await push()).status).toBe(400);
    const headers = { 'content-type': streamMediaType, 'content-encoding': 'gzip' };
    expect((await post(paths.push, headers, pushOf('One'))).status).toBe(400);
  });
});

describe('a streamed pull', () => {
  const texts = ['One', 'Two', 'Three', 'Four', 'Five'];
  beforeEach(() => ada.push(texts.map(newRecord)));

  it('brings every page that plain pulls would have brought', async () => {
    const answers = (await messagesIn(await pull())).map((message) =>
      answerOfPage(pullPage.parse(message)),
    );
    expect(answers.map(({ items, more }) => [items.length, more])).toEqual([
      [2, true],
      [2, true],
      [1, false],
    ]);
    for (const [at, answer] of answers.entries()) {
      const plain = await post(paths.pull, {}, pullBody(answers[at - 1]?.cursor ?? null));
      const { people, ...page } = pullAnswer.parse(
        decodeFrame(new Uint8Array(await plain.arrayBuffer())),
      );
      // The list of people comes once in a stream.
      expect(answer).toEqual(at === 0 ? { ...page, people } : page);
    }
  });

  it('is compressed when its reader takes that, and each page can be read when it has come', async () => {
    const plain = await messagesIn(await pull());
    const sent = httpRequest(server.url + paths.pull, {
      method: 'POST',
      headers: { ...ada.headers(), accept: streamMediaType, 'accept-encoding': 'gzip' },
    });
    sent.end(pullBody());
    const chunks = await new Promise<readonly Buffer[]>((resolve, reject) => {
      const received: Buffer[] = [];
      sent.once('error', reject).once('response', (answer) => {
        expect(answer.headers['content-encoding']).toBe('gzip');
        answer.on('data', (chunk: Buffer) => received.push(chunk));
        answer.once('end', () => resolve(received));
      });
    });
    const body = gunzipSync(Buffer.concat(chunks));
    const inflated = async function* () {
      yield body;
    };
    expect(await messagesOf(inflated())).toEqual(plain);
  });

  it('is refused by status when it can’t begin', async () => {
    const answer = await post(paths.pull, { accept: streamMediaType }, pullBody('next'));
    expect(problem.parse(await answer.json())).toMatchObject({ status: 400, code: 'malformed' });
  });
});
