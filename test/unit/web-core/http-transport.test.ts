/** The sync server over HTTP: what an answer, a refusal, a proxy's page and silence become. */
import { describe, expect, test } from 'vitest';
import { encodeFrame } from '../../../shared/protocol/frame.ts';
import { createHttpTransport } from '../../../web/replication/http-transport.ts';

const epoch = '018f0000-0000-7000-8000-00000000000e';
const request = { proto: 1, epoch: null, cursor: null, peopleVersion: 0 };

function transportTo(respond: (request: Request) => Response | Promise<Response>) {
  const fetched: Request[] = [];
  const transport = createHttpTransport({
    workspace: () => undefined,
    serverUrl: 'http://gemba.test',
    fetch: async (input, init) => {
      const asked = new Request(input, init);
      fetched.push(asked);
      return respond(asked);
    },
  });
  return { fetched, pull: () => transport.pull(request, new AbortController().signal) };
}

describe('the HTTP transport', () => {
  test('reads an answer', async () => {
    const page = { epoch, items: [], cursor: '7', more: false, total: 0 };
    const { pull, fetched } = transportTo(() => new Response(encodeFrame(page)));
    expect(await pull()).toEqual({ ok: true, value: page });
    expect(fetched[0]?.url).toBe('http://gemba.test/sync/pull');
    expect(fetched[0]?.headers.get('content-type')).toBe('application/cbor');
  });

  test('reads a refusal with the server’s lineage', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Conflict',
      status: 409,
      code: 'epochChanged',
      detail: '',
      epoch,
    };
    const { pull } = transportTo(() => Response.json(problem, { status: 409 }));
    expect(await pull()).toEqual({
      ok: false,
      error: { type: 'refused', code: 'epochChanged', epoch },
    });
  });

  test.each([
    ['7', 7_000],
    ['86400', 600_000],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 30_000],
    [null, 30_000],
  ])('reads from retry-after %s how long it is to wait', async (seconds, retryAfterMs) => {
    const problem = { type: '', title: '', status: 429, code: 'rateLimited', detail: '' };
    const headers = seconds === null ? {} : { 'retry-after': seconds };
    const { pull } = transportTo(() => Response.json(problem, { status: 429, headers }));
    expect(await pull()).toEqual({
      ok: false,
      error: { type: 'refused', code: 'rateLimited', retryAfterMs },
    });
  });

  test.each([
    ['a login page of some proxy', () => new Response('<html>', { status: 401 })],
    ['a problem of somebody else', () => Response.json({ code: 'teapot' }, { status: 418 })],
    ['an answer cut short', () => new Response(encodeFrame({ epoch }).slice(0, 5))],
    ['an answer of another shape', () => new Response(encodeFrame({ hello: 1 }))],
    ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('takes %s for no answer', async (_what, respond) => {
    const { pull } = transportTo(respond);
    expect(await pull()).toEqual({ ok: false, error: { type: 'unreachable' } });
  });
});
