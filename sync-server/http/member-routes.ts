/** Administrators' routes for people and the workspace: roles, teams, removal, how open editing is. */
import { Hono } from 'hono';
import type { PersonId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/protocol/paths.ts';
import { belongingRequest, rolesRequest, workspaceRequest } from '../../shared/protocol/session.ts';
import { changeBelonging, changeRoles, removePerson, setEditing } from '../auth/members.ts';
import { requireSession, type RouteDeps, type SessionEnv } from './context.ts';
import { jsonOrProblem, readJson } from './json-body.ts';
import { problemResponse } from './problem.ts';

export function createMemberRoutes(deps: RouteDeps): Hono<SessionEnv> {
  const routes = new Hono<SessionEnv>();
  const checkSession = requireSession(deps);
  const members = { ...deps, queue: deps.replication.queue };

  routes.post(`${paths.people}/:id/roles`, checkSession, async (c) => {
    const request = await readJson(c, rolesRequest);
    if (!request.ok) return problemResponse(request.error);
    const person = c.req.param('id') as PersonId;
    return jsonOrProblem(c, await changeRoles(members, c.var.session, person, request.value.roles));
  });

  routes.post(`${paths.people}/:id/belonging`, checkSession, async (c) => {
    const request = await readJson(c, belongingRequest);
    if (!request.ok) return problemResponse(request.error);
    const person = c.req.param('id') as PersonId;
    const { belongsTo } = request.value;
    return jsonOrProblem(c, await changeBelonging(members, c.var.session, person, belongsTo));
  });

  routes.post(`${paths.people}/:id/remove`, checkSession, async (c) =>
    jsonOrProblem(c, await removePerson(members, c.var.session, c.req.param('id') as PersonId)),
  );

  routes.post(paths.workspace, checkSession, async (c) => {
    const request = await readJson(c, workspaceRequest);
    return request.ok
      ? jsonOrProblem(c, await setEditing(members, c.var.session, request.value.editing))
      : problemResponse(request.error);
  });

  return routes;
}
