/** One's devices, and for administrators other people's: which there are, renaming, signing out. */
import { Hono } from 'hono';
import type { DeviceId, PersonId } from '../../shared/domain/ids.ts';
import { renameDeviceRequest } from '../../shared/protocol/devices.ts';
import { paths } from '../../shared/protocol/paths.ts';
import { listDevices, renameDevice, signOut } from '../auth/devices.ts';
import { requireSession, type RouteDeps, type SessionEnv } from './context.ts';
import { jsonOrProblem, readJson } from './json-body.ts';
import { problemResponse } from './problem.ts';

export function createDeviceRoutes(deps: RouteDeps): Hono<SessionEnv> {
  const routes = new Hono<SessionEnv>();
  const checkSession = requireSession(deps);

  routes.get(paths.devices, checkSession, async (c) => {
    const { session } = c.var;
    return jsonOrProblem(c, await listDevices(deps, session, session.person.id));
  });

  routes.get(`${paths.people}/:id/devices`, checkSession, async (c) =>
    jsonOrProblem(c, await listDevices(deps, c.var.session, c.req.param('id') as PersonId)),
  );

  routes.post(`${paths.devices}/:id/rename`, checkSession, async (c) => {
    const request = await readJson(c, renameDeviceRequest);
    if (!request.ok) return problemResponse(request.error);
    const device = c.req.param('id') as DeviceId;
    return jsonOrProblem(c, await renameDevice(deps, c.var.session, device, request.value.name));
  });

  routes.post(`${paths.devices}/:id/sign-out`, checkSession, async (c) =>
    jsonOrProblem(c, await signOut(deps, c.var.session, c.req.param('id') as DeviceId)),
  );

  return routes;
}
