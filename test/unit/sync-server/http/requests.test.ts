import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cborMediaType, decodeFrame, encodeFrame } from '../../../../shared/protocol/frame.ts';
import { problem, pullAnswer } from '../../../../shared/protocol/messages.ts';
import { paths } from '../../../../shared/protocol/paths.ts';
import { protocolVersion, wireLimits } from '../../../../shared/protocol/version.ts';
import { newestSchema } from '../../../../sync-server/store/sqlite/migrate.ts';
import { joinAsPlainDevice, type PlainDevice } from '../../../support/plain-device.ts';
import { captureOn } from '../../../support/record-on-device.ts';
import { type StartedServer, startServer } from '../../../support/start-server.ts';

let server: StartedServer;
let ada: PlainDevice;
beforeAll(async () => {
  server = await startServer();
  ada = await joinAsPlainDevice(server.url, server.adminToken, 'Ada');
});
afterAll(() => server.stop());

const post = (path: string, body: BodyInit, headers: Readonly<Record<string, string>> = {}) =>
  fetch(server.url + path, {
    method: 'POST',
    body,
    headers: { 'content-type': cborMediaType, ...ada.headers(), ...headers },
  });

async function refusalOf(answer: Response) {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const said = problem.parse(await answer.json());
  expect(said.status).toBe(answer.status);
  return said;
}

const pullBody = (cursor: string | null = null) =>
  encodeFrame({ proto: protocolVersion, epoch: null, cursor, peopleVersion: 0 });

describe('without a session', () => {
  it.each([
    ['POST', paths.push],
    ['POST', paths.pull],
    ['POST', paths.documents],
    ['POST', paths.roomTicket],
    ['POST', paths.invitations],
    ['POST', paths.leave],
    ['GET', paths.session],
  ])('%s %s is answered with signIn', async (method, path) => {
    const answer = await fetch(server.url + path, {
      method,
      ...(method === 'POST' ? { body: 'x' } : {}),
      headers: { cookie: `gemba-${server.store.lineage.workspace.id}=AAAAAAAAAAAAAAAAAAAAAA` },
    });
    expect(answer.status).toBe(401);
    expect((await refusalOf(answer)).code).toBe('signIn');
  });

  it('health is told, with version and schema', async () => {
    const answer = await fetch(server.url + paths.health);
    expect(await answer.json()).toEqual({ status: 'ok', version: '0.1.0', schema: newestSchema });
  });
});

describe('a body', () => {
  it.each([
    ['no CBOR', new Uint8Array([0xff, 0x00])],
    ['nothing', new Uint8Array()],
    ['CBOR of another shape', encodeFrame({ proto: 'one' })],
    ['CBOR with something behind it', new Uint8Array([...pullBody(), 0])],
  ])('that is %s is malformed', async (_, body) => {
    for (const path of [paths.push, paths.pull, paths.documents]) {
      const answer = await post(path, body as Uint8Array<ArrayBuffer>);
      expect(answer.status).toBe(400);
      expect((await refusalOf(answer)).code).toBe('malformed');
    }
  });

  it('with a cursor from elsewhere is malformed, and the field is named', async () => {
    expect(await refusalOf(await post(paths.pull, pullBody('next')))).toMatchObject({
      code: 'malformed',
      field: 'cursor',
    });
  });

  it('of 100 MiB is refused as tooLarge before it is read', async () => {
    const said = await sendLying({ 'content-length': String(100 * 1024 * 1024) }, 1024);
    expect(said).toMatchObject({ status: 413, code: 'tooLarge' });
  });

  it('that grows past the limit without saying so is refused as tooLarge', async () => {
    const said = await sendLying({ 'transfer-encoding': 'chunked' }, wireLimits.pushBodyBytes + 1);
    expect(said).toMatchObject({ status: 413, code: 'tooLarge' });
  });

  it('that inflates past the limit is refused as tooLarge', async () => {
    const bomb = gzipSync(Buffer.alloc(wireLimits.pushBodyBytes + 1));
    const answer = await post(paths.push, bomb, { 'content-encoding': 'gzip' });
    expect((await refusalOf(answer)).code).toBe('tooLarge');
  });

  it('in an encoding that is not understood, or not what it says, is malformed', async () => {
    for (const encoding of ['br', 'gzip']) {
      const answer = await post(paths.pull, pullBody(), { 'content-encoding': encoding });
      expect(await refusalOf(answer)).toMatchObject({
        code: 'malformed',
        field: 'content-encoding',
      });
    }
  });

  it('may be gzip, and so may its answer', async () => {
    const answer = await post(paths.pull, gzipSync(pullBody()), { 'content-encoding': 'gzip' });
    expect(answer.status).toBe(200);
    const records = Array.from({ length: 20 }, (_, at) => captureOn(ada, `Idea ${at}`));
    await ada.push(records.map(({ docId, first }) => ({ docId, bytes: first })));
    const large = await post(paths.pull, pullBody());
    expect(large.headers.get('content-encoding')).toBe('gzip');
    const frame = decodeFrame(new Uint8Array(await large.arrayBuffer()));
    expect(pullAnswer.parse(frame).items).toHaveLength(20);
  });

  it('of JSON that is none is malformed', async () => {
    for (const body of ['{', '[]', '{"for":"everybody"}', new Uint8Array([0xff])]) {
      const answer = await post(paths.invitations, body as BodyInit);
      expect((await refusalOf(answer)).code).toBe('malformed');
    }
  });
});

describe('a page of another origin', () => {
  it.each(['https://evil.example', 'http://127.0.0.1:1', 'null'])(
    'at %s is refused',
    async (origin) => {
      const answer = await post(paths.pull, pullBody(), { origin });
      expect(answer.status).toBe(403);
      expect((await refusalOf(answer)).code).toBe('foreignOrigin');
    },
  );
});

describe('an unknown place', () => {
  it('is notFound', async () => {
    for (const path of ['/sync/else', '/session/else', '/rooms', '/else']) {
      const answer = await fetch(server.url + path);
      expect(answer.status).toBe(404);
      expect((await refusalOf(answer)).code).toBe('notFound');
    }
  });

  it('is notFound as a document, too', async () => {
    const { docId } = captureOn(ada, 'Never pushed');
    const answer = await post(paths.roomTicket, JSON.stringify({ docId }));
    expect((await refusalOf(answer)).code).toBe('notFound');
    const body = encodeFrame({ proto: protocolVersion, epoch: null, docIds: [docId] });
    const documents = await post(paths.documents, body);
    expect(decodeFrame(new Uint8Array(await documents.arrayBuffer()))).toMatchObject({ items: [] });
  });
});

/** A request whose headers say one thing and whose body is another, which fetch does not send. */
function sendLying(headers: Readonly<Record<string, string>>, bodyBytes: number) {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      server.url + paths.push,
      { method: 'POST', headers: { ...ada.headers(), ...headers } },
      (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () => {
          request.destroy();
          resolve(JSON.parse(text));
        });
      },
    );
    request.on('error', reject);
    request.write(Buffer.alloc(bodyBytes));
  });
}
