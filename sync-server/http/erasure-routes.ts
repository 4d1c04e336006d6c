/** `POST /people/<id>/erase`: an administrator has a person forgotten. */
import { Hono } from 'hono';
import type { PersonId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/protocol/paths.ts';
import { erasePerson } from '../auth/erase-person.ts';
import { requireSession, type RouteDeps, type SessionEnv } from './context.ts';
import { jsonOrProblem } from './json-body.ts';

export function createErasureRoutes(deps: RouteDeps): Hono<SessionEnv> {
  const erasing = { ...deps, queue: deps.replication.queue };
  const routes = new Hono<SessionEnv>();
  routes.post(`${paths.people}/:id/erase`, requireSession(deps), async (c) =>
    jsonOrProblem(c, await erasePerson(erasing, c.var.session, c.req.param('id') as PersonId)),
  );
  return routes;
}
