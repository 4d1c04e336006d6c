/** Requests of sync as values: read within limits of size and of what one person may ask for, and parsed. */
import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { decodeBounded } from '../replication/decode-bounded.ts';
import { type BrokenStream, readElements } from '../../shared/protocol/frame-stream.ts';
import { type PushRequest, pushRequest } from '../../shared/protocol/messages.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { wireLimits } from '../../shared/protocol/version.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { RateLimits } from '../limits/rate-limits.ts';
import { pullPoints } from '../limits/rates.ts';
import { restartBodyLimit } from './body-deadline.ts';
import type { SessionEnv } from './context.ts';
import { tooMany } from './limit-requests.ts';
import { readBody } from './read-body.ts';

export type RequestReader = {
  readonly readRequest: <Schema extends z.core.$ZodType>(
    c: Context<SessionEnv>,
    schema: Schema,
    limitBytes: number,
  ) => Promise<Result<z.infer<Schema>, Refusal>>;
  /** The pushes of a streamed body; after one that can't be read nothing more comes. */
  readonly readPushes: (c: Context<SessionEnv>) => AsyncGenerator<Result<PushRequest, Refusal>>;
  /** Counts a message of `sizeBytes` that the person sends or a page that is asked for. */
  readonly count: (
    c: Context<SessionEnv>,
    sizeBytes: number,
  ) => Promise<Result<undefined, Refusal>>;
};

export function createRequestReader(rateLimits: RateLimits): RequestReader {
  const count: RequestReader['count'] = async (c, sizeBytes) => {
    const points = pullPoints + Math.ceil(sizeBytes / 1024);
    const waitSeconds = await rateLimits.take('sync', c.var.session.person.id, points);
    return waitSeconds === undefined ? ok(undefined) : err(tooMany(waitSeconds));
  };

  const parseCounted = async <Schema extends z.core.$ZodType>(
    c: Context<SessionEnv>,
    bytes: Uint8Array,
    schema: Schema,
  ): Promise<Result<z.infer<Schema>, Refusal>> => {
    const counted = await count(c, bytes.length);
    return counted.ok ? parseRequest(bytes, schema) : counted;
  };

  return {
    count,
    async readRequest(c, schema, limitBytes) {
      const body = await readBody(c.env.incoming, limitBytes);
      return body.ok ? parseCounted(c, body.value, schema) : body;
    },
    async *readPushes(c) {
      const { incoming } = c.env;
      if (incoming.headers['content-encoding'] !== undefined) return yield err(compressed);
      for await (const element of readElements(chunksOf(incoming), wireLimits.pushBodyBytes)) {
        yield element.ok
          ? await parseCounted(c, element.value, pushRequest)
          : err(brokenStream[element.error]);
        // What the server did with it is not the sender's time.
        restartBodyLimit(incoming);
      }
    },
  };
}

/** What is left unread when the answer ends early must not take the answer's socket with it. */
const chunksOf = (incoming: IncomingMessage): AsyncIterable<Uint8Array> =>
  incoming.iterator({ destroyOnReturn: false });

function parseRequest<Schema extends z.core.$ZodType>(
  bytes: Uint8Array,
  schema: Schema,
): Result<z.infer<Schema>, Refusal> {
  const parsed = z.safeParse(schema, decodeBounded(bytes));
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.');
  return err(
    issue?.path[0] === 'envelopes' && issue.code === 'too_big'
      ? refusal('tooLarge', `A push has at most ${wireLimits.pushItems} items.`, 'envelopes')
      : refusal('malformed', 'The body is not CBOR of the expected shape.', field),
  );
}

const compressed = refusal('malformed', 'A streamed body comes plain.', 'content-encoding');
const brokenStream: Readonly<Record<BrokenStream, Refusal>> = {
  malformed: refusal('malformed', 'The body is not a sequence of byte strings.'),
  tooLarge: refusal('tooLarge', `A push has at most ${wireLimits.pushBodyBytes} bytes.`),
  cutOff: refusal('malformed', 'The body was cut off.'),
};
