/** Reads a request's body up to a limit, counted as it comes in, and once more as it inflates. */
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { err, ok, type Result } from '../../shared/result.ts';

const inflate = promisify(gunzip);

/** `limitBytes` holds for the body after decompression; gzip is the one encoding that is understood. */
export async function readBody(
  request: IncomingMessage,
  limitBytes: number,
): Promise<Result<Buffer, Refusal>> {
  const tooLarge = refusal('tooLarge', `The body has at most ${limitBytes} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return err(tooLarge);
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') {
    return err(refusal('malformed', 'A body comes plain or as gzip.', 'content-encoding'));
  }
  const body = await collect(request, limitBytes);
  if (body === 'tooLarge') return err(tooLarge);
  if (body === 'cutOff') return err(refusal('malformed', 'The body was cut off.'));
  if (encoding === 'identity') return ok(body);
  const inflated = inflate(body, { maxOutputLength: limitBytes });
  return inflated.then(
    (bytes) => ok(join([bytes], bytes.length)),
    (error: NodeJS.ErrnoException) =>
      err(
        error.code === 'ERR_BUFFER_TOO_LARGE'
          ? tooLarge
          : refusal('malformed', 'The body is not gzip.', 'content-encoding'),
      ),
  );
}

function collect(
  request: IncomingMessage,
  limitBytes: number,
): Promise<Buffer | 'tooLarge' | 'cutOff'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    const onData = (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes <= limitBytes) chunks.push(chunk);
      else finish('tooLarge');
    };
    const onEnd = () => finish(join(chunks, sizeBytes));
    const onCut = () => finish('cutOff');
    const finish = (body: Buffer | 'tooLarge' | 'cutOff') => {
      request.off('data', onData).off('end', onEnd).off('error', onCut).off('close', onCut);
      request.pause();
      resolve(body);
    };
    request.on('data', onData).on('end', onEnd).on('error', onCut).on('close', onCut);
  });
}

/**
 * A Buffer, so that what is decoded from it are views and no copies; over memory of its own, because
 * Node's pool holds other peoples' bytes beside ours.
 */
function join(chunks: readonly Buffer[], sizeBytes: number): Buffer {
  const own = new Uint8Array(sizeBytes);
  let at = 0;
  for (const chunk of chunks) {
    own.set(chunk, at);
    at += chunk.length;
  }
  return Buffer.from(own.buffer);
}
