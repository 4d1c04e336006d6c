/** A streamed answer: element after element, each when it is ready and its reader has taken the one before. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { encodeElement, streamMediaType } from '../../shared/protocol/frame-stream.ts';
import { refusal } from '../../shared/protocol/refusals.ts';
import type { Result } from '../../shared/result.ts';
import type { SyncRefusal } from '../replication/sync-refusal.ts';
import type { RouteDeps, SessionEnv } from './context.ts';
import { problemOf, problemResponse } from './problem.ts';

/** A reader that takes nothing for so long is let go; it can ask again from where it was. */
const stallLimitMs = 60_000;

export type Elements = AsyncGenerator<Result<Uint8Array, SyncRefusal>>;

/** A refusal is the answer's status when it comes first, else its last element. */
export async function streamResponse(
  deps: RouteDeps,
  c: Context<SessionEnv>,
  elements: Elements,
): Promise<Response> {
  const first = await elements.next();
  if (first.done === true) return problemResponse(nothingAsked);
  if (!first.value.ok) {
    await elements.return(undefined);
    return problemResponse(first.value.error);
  }
  const { outgoing } = c.env;
  outgoing.setHeader('content-type', streamMediaType);
  outgoing.setHeader('cache-control', 'no-store');
  outgoing.setHeader('vary', 'accept, accept-encoding');
  outgoing.setTimeout(stallLimitMs, () => outgoing.destroy());
  const isSignedIn = async () =>
    (await deps.store.findSession(c.var.sessionHash, deps.nowMs())) !== undefined;
  const body = Readable.from(bytesOf(first.value.value, elements, isSignedIn), {
    highWaterMark: 1,
  });
  const isCompressed = /\bgzip\b/u.test(c.req.header('accept-encoding') ?? '');
  if (isCompressed) outgoing.setHeader('content-encoding', 'gzip');
  const sent = isCompressed
    ? pipeline(body, createGzip(elementWise), outgoing)
    : pipeline(body, outgoing);
  sent.catch((error: unknown) => deps.log.info({ err: error }, 'a streamed answer was cut off'));
  return RESPONSE_ALREADY_SENT;
}

/** Each element can be read when it has come; records are much alike, which the fastest level finds. */
const elementWise = { level: constants.Z_BEST_SPEED, flush: constants.Z_SYNC_FLUSH };

async function* bytesOf(
  first: Uint8Array,
  elements: Elements,
  isSignedIn: () => Promise<boolean>,
): AsyncGenerator<Uint8Array> {
  yield first;
  for await (const element of elements) {
    const reason = (await isSignedIn()) ? undefined : signedOut;
    if (reason === undefined && element.ok) {
      yield element.value;
      continue;
    }
    yield encodeElement(problemOf(reason ?? (element.ok ? signedOut : element.error)));
    return;
  }
}

const nothingAsked = refusal('malformed', 'The body is an empty stream.');
const signedOut = refusal('signIn', 'The session has ended.');
