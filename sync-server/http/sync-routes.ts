/** Push, pull and whole documents: CBOR in, CBOR out, one message or a stream of them. */
import { type Context, Hono } from 'hono';
import { encodeElement, streamMediaType } from '../../shared/protocol/frame-stream.ts';
import {
  documentsRequest,
  pullRequest,
  type PushAnswer,
  pushRequest,
} from '../../shared/protocol/messages.ts';
import { paths } from '../../shared/protocol/paths.ts';
import { wireLimits } from '../../shared/protocol/version.ts';
import { ok, type Result } from '../../shared/result.ts';
import { tooCostlyPoints } from '../limits/rates.ts';
import { encodePage } from '../replication/encode-page.ts';
import type { PullPage } from '../replication/pull.ts';
import type { SyncRefusal } from '../replication/sync-refusal.ts';
import type { Session } from '../store/people-store.ts';
import { cborResponse } from './cbor-answer.ts';
import { type RouteDeps, requireSession, type SessionEnv } from './context.ts';
import { problemResponse } from './problem.ts';
import { createRequestReader } from './read-request.ts';
import { type Elements, streamResponse } from './stream-answer.ts';

/** A request without updates: a cursor or a list of ids. */
const smallBodyBytes = 16 * 1024;

export function createSyncRoutes(deps: RouteDeps): Hono<SessionEnv> {
  const { replication, rateLimits } = deps;
  const routes = new Hono<SessionEnv>();
  const checkSession = requireSession(deps);
  const { readRequest, readPushes, count } = createRequestReader(rateLimits);

  const chargeCosts = async ({ person }: Session, { results }: PushAnswer) => {
    const costly = results.filter(
      (result) => result.type === 'refused' && result.code === 'tooCostly',
    );
    if (costly.length > 0)
      await rateLimits.charge('sync', person.id, costly.length * tooCostlyPoints);
  };

  async function* pushElements(c: Context<SessionEnv>): Elements {
    for await (const pushed of replication.pushAll(c.var.session, readPushes(c))) {
      if (pushed.ok) await chargeCosts(c.var.session, pushed.value);
      yield pushed.ok ? ok(encodeElement(pushed.value)) : pushed;
    }
  }

  /** The first page was counted with the request. */
  async function* pageElements(
    c: Context<SessionEnv>,
    pages: AsyncIterable<Result<PullPage, SyncRefusal>>,
  ): Elements {
    let isFirst = true;
    for await (const page of pages) {
      const counted = isFirst ? ok(undefined) : await count(c, 0);
      isFirst = false;
      if (!counted.ok) return yield counted;
      yield page.ok ? ok(encodePage(page.value)) : page;
    }
  }

  routes.post(paths.push, requireSession(deps, 'orRemoved'), async (c) => {
    if (c.req.header('content-type') === streamMediaType) {
      return streamResponse(deps, c, pushElements(c));
    }
    const request = await readRequest(c, pushRequest, wireLimits.pushBodyBytes);
    if (!request.ok) return problemResponse(request.error);
    const pushed = await replication.push(c.var.session, request.value);
    if (pushed.ok) await chargeCosts(c.var.session, pushed.value);
    return answer(c, pushed);
  });
  routes.post(paths.pull, checkSession, async (c) => {
    const request = await readRequest(c, pullRequest, smallBodyBytes);
    if (!request.ok) return problemResponse(request.error);
    const { session } = c.var;
    return c.req.header('accept') === streamMediaType
      ? streamResponse(deps, c, pageElements(c, replication.pullPages(session, request.value)))
      : answer(c, await replication.pull(session, request.value));
  });
  routes.post(paths.documents, checkSession, async (c) => {
    const request = await readRequest(c, documentsRequest, smallBodyBytes);
    return request.ok
      ? answer(c, await replication.documents(c.var.session, request.value))
      : problemResponse(request.error);
  });
  return routes;
}

async function answer(
  c: Context<SessionEnv>,
  result: Result<unknown, SyncRefusal>,
): Promise<Response> {
  return result.ok
    ? cborResponse(result.value, c.req.header('accept-encoding') ?? '')
    : problemResponse(result.error);
}
