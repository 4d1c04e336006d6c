/** Passkeys: one's own, and signing in with one. */
import { type Context, Hono } from 'hono';
import { paths } from '../../shared/protocol/paths.ts';
import {
  passkeyRequest,
  passkeySignInOptionsRequest,
  passkeySignInRequest,
} from '../../shared/protocol/passkeys.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { deviceNameOf } from '../auth/device-name.ts';
import { createPasskeys } from '../auth/passkeys.ts';
import { type RelyingParty, relyingPartyOf } from '../auth/relying-party.ts';
import {
  type PublicEnv,
  requestHeaders,
  requireSession,
  type RouteDeps,
  type SessionEnv,
} from './context.ts';
import { json, jsonOrProblem, readJson } from './json-body.ts';
import { openSession } from './open-session.ts';
import { pageAddress } from './peer.ts';
import { problemResponse } from './problem.ts';

export function createPasskeyRoutes(deps: RouteDeps): Hono<PublicEnv> {
  const { store, trust } = deps;
  const passkeys = createPasskeys(deps);
  const routes = new Hono<PublicEnv>();
  const own = new Hono<SessionEnv>();
  const checkSession = requireSession(deps);

  const partyOf = <E extends PublicEnv>(c: Context<E>): Result<RelyingParty, Refusal> => {
    const party = relyingPartyOf(pageAddress(requestHeaders(c), trust));
    return party === undefined ? err(noPasskeysHere) : ok(party);
  };

  routes.post(`${paths.passkeySignIn}/options`, async (c) => {
    const party = partyOf(c);
    if (!party.ok) return problemResponse(party.error);
    const request = await readJson(c, passkeySignInOptionsRequest);
    return request.ok
      ? jsonOrProblem(c, await passkeys.optionsToSignIn(request.value.device, party.value))
      : problemResponse(request.error);
  });

  routes.post(paths.passkeySignIn, async (c) => {
    const party = partyOf(c);
    if (!party.ok) return problemResponse(party.error);
    const request = await readJson(c, passkeySignInRequest);
    if (!request.ok) return problemResponse(request.error);
    const deviceName = deviceNameOf(requestHeaders(c)['user-agent']);
    return openSession(c, deps, await passkeys.signIn(party.value, request.value, deviceName));
  });

  own.get(paths.passkeys, checkSession, async (c) => {
    const { workspace, person } = c.var.session;
    return json(c, { passkeys: await store.listPasskeys(workspace, person.id) });
  });

  own.post(`${paths.passkeys}/options`, checkSession, async (c) => {
    const party = partyOf(c);
    return party.ok
      ? jsonOrProblem(c, await passkeys.optionsToAdd(c.var.session, party.value))
      : problemResponse(party.error);
  });

  own.post(paths.passkeys, checkSession, async (c) => {
    const party = partyOf(c);
    if (!party.ok) return problemResponse(party.error);
    const request = await readJson(c, passkeyRequest);
    if (!request.ok) return problemResponse(request.error);
    const name = deviceNameOf(requestHeaders(c)['user-agent']);
    return jsonOrProblem(c, await passkeys.add(c.var.session, party.value, request.value, name));
  });

  own.post(`${paths.passkeys}/:id/remove`, checkSession, async (c) => {
    const { workspace, person } = c.var.session;
    const isRemoved = await store.removePasskey(
      workspace,
      person.id,
      c.req.param('id'),
      deps.nowMs(),
    );
    return isRemoved ? json(c, {}) : problemResponse(unknownPasskey);
  });

  return routes.route('/', own as unknown as Hono<PublicEnv>);
}

const noPasskeysHere = refusal(
  'passkeyInvalid',
  'Passkeys need https and a domain name, or localhost.',
);
const unknownPasskey = refusal('notFound', 'You have no such passkey.', 'id');
