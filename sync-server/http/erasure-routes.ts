/** What administrators have erased for good: a person, or a passage of a record. */
import { Hono } from 'hono';
import type { DocumentId, PersonId } from '../../shared/domain/ids.ts';
import { erasureRequest } from '../../shared/protocol/erasure.ts';
import { paths } from '../../shared/protocol/paths.ts';
import { erasePerson } from '../auth/erase-person.ts';
import { requireSession, type RouteDeps, type SessionEnv } from './context.ts';
import { jsonOrProblem, readJson } from './json-body.ts';
import { problemResponse } from './problem.ts';

export function createErasureRoutes(deps: RouteDeps): Hono<SessionEnv> {
  const erasing = { ...deps, queue: deps.replication.queue };
  const routes = new Hono<SessionEnv>();
  routes.post(`${paths.people}/:id/erase`, requireSession(deps), async (c) =>
    jsonOrProblem(c, await erasePerson(erasing, c.var.session, c.req.param('id') as PersonId)),
  );
  routes.post(`${paths.erasures}/:docId`, requireSession(deps), async (c) => {
    const request = await readJson(c, erasureRequest);
    if (!request.ok) return problemResponse(request.error);
    const docId = c.req.param('docId') as DocumentId;
    const { reason = '', ...passage } = request.value;
    const { session } = c.var;
    return jsonOrProblem(
      c,
      await deps.replication.erasePassage(session, docId, { passage, reason }),
    );
  });
  return routes;
}
