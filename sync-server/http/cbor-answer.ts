/** A CBOR answer, compressed when its reader takes that and it is worth the time. */
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { cborMediaType, encodeFrame } from '../../shared/protocol/frame.ts';

const compress = promisify(gzip);

/** Below this a packet is a packet. */
const worthwhileBytes = 1_024;

export async function cborResponse(value: unknown, acceptEncoding: string): Promise<Response> {
  const headers = new Headers({
    'content-type': cborMediaType,
    'cache-control': 'no-store',
    vary: 'accept-encoding',
  });
  const body = encodeFrame(value);
  if (body.length < worthwhileBytes || !/\bgzip\b/u.test(acceptEncoding)) {
    return new Response(body, { headers });
  }
  headers.set('content-encoding', 'gzip');
  // Records in one page are much alike: the fastest level finds that.
  return new Response(await compress(body, { level: constants.Z_BEST_SPEED }), { headers });
}
