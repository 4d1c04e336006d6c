/** Push, pull and whole documents: CBOR in, CBOR out. */
import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { decodeFrame } from '../../shared/protocol/frame.ts';
import {
  documentsRequest,
  pullRequest,
  type PushAnswer,
  pushRequest,
} from '../../shared/protocol/messages.ts';
import { paths } from '../../shared/protocol/paths.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { wireLimits } from '../../shared/protocol/version.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { RateLimits } from '../limits/rate-limits.ts';
import { pullPoints, tooCostlyPoints } from '../limits/rates.ts';
import type { SyncRefusal } from '../replication/sync-refusal.ts';
import type { Session } from '../store/people-store.ts';
import { cborResponse } from './cbor-answer.ts';
import { type RouteDeps, requireSession, type SessionEnv } from './context.ts';
import { tooMany } from './limit-requests.ts';
import { problemResponse } from './problem.ts';
import { readBody } from './read-body.ts';

/** A request without updates: a cursor or a list of ids. */
const smallBodyBytes = 16 * 1024;

export function createSyncRoutes(deps: RouteDeps): Hono<SessionEnv> {
  const { replication } = deps;
  const routes = new Hono<SessionEnv>();
  const checkSession = requireSession(deps);
  const { rateLimits } = deps;
  const chargeCosts = async ({ person }: Session, { results }: PushAnswer) => {
    const costly = results.filter(
      (result) => result.type === 'refused' && result.code === 'tooCostly',
    );
    if (costly.length > 0)
      await rateLimits.charge('sync', person.id, costly.length * tooCostlyPoints);
  };
  const readRequest = createReader(rateLimits);
  routes.post(paths.push, checkSession, async (c) => {
    const request = await readRequest(c, pushRequest, wireLimits.pushBodyBytes);
    if (!request.ok) return problemResponse(request.error);
    const pushed = await replication.push(c.var.session, request.value);
    if (pushed.ok) await chargeCosts(c.var.session, pushed.value);
    return answer(c, pushed);
  });
  routes.post(paths.pull, checkSession, async (c) => {
    const request = await readRequest(c, pullRequest, smallBodyBytes);
    return request.ok
      ? answer(c, await replication.pull(c.var.session, request.value))
      : problemResponse(request.error);
  });
  routes.post(paths.documents, checkSession, async (c) => {
    const request = await readRequest(c, documentsRequest, smallBodyBytes);
    return request.ok
      ? answer(c, await replication.documents(c.var.session, request.value))
      : problemResponse(request.error);
  });
  return routes;
}

function createReader(rateLimits: RateLimits) {
  return async <Schema extends z.core.$ZodType>(
    c: Context<SessionEnv>,
    schema: Schema,
    limitBytes: number,
  ): Promise<Result<z.infer<Schema>, Refusal>> => {
    const body = await readBody(c.env.incoming, limitBytes);
    if (!body.ok) return body;
    const points = pullPoints + Math.ceil(body.value.length / 1024);
    const waitSeconds = await rateLimits.take('sync', c.var.session.person.id, points);
    if (waitSeconds !== undefined) return err(tooMany(waitSeconds));
    const parsed = z.safeParse(schema, decodeFrame(body.value));
    if (parsed.success) return ok(parsed.data);
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.');
    return err(
      issue?.path[0] === 'envelopes' && issue.code === 'too_big'
        ? refusal('tooLarge', `A push has at most ${wireLimits.pushItems} items.`, 'envelopes')
        : refusal('malformed', 'The body is not CBOR of the expected shape.', field),
    );
  };
}

async function answer(
  c: Context<SessionEnv>,
  result: Result<unknown, SyncRefusal>,
): Promise<Response> {
  return result.ok
    ? cborResponse(result.value, c.req.header('accept-encoding') ?? '')
    : problemResponse(result.error);
}
