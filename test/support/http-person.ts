/** People who have joined a server over plain HTTP, for tests of its JSON routes. */
import { paths } from '../../shared/protocol/paths.ts';
import {
  type InvitationRequest,
  type JoinRequest,
  type SessionAnswer,
  sessionAnswer,
} from '../../shared/protocol/session.ts';
import { type Identity, joinBody, newIdentity } from './join-body.ts';

export type JsonAnswer = {
  readonly status: number;
  readonly body: unknown;
  readonly cookie: string;
};

export async function sendJson(
  url: string,
  method: 'GET' | 'POST',
  headers: Readonly<Record<string, string>>,
  body: unknown = {},
): Promise<JsonAnswer> {
  const answer = await fetch(url, {
    method,
    headers,
    ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  return { status: answer.status, body: await answer.json(), cookie };
}

export type HttpPerson = SessionAnswer & {
  readonly cookie: string;
  readonly identity: Identity;
  readonly get: (path: string) => Promise<JsonAnswer>;
  readonly post: (path: string, body?: unknown) => Promise<JsonAnswer>;
  /** The token of a new link. */
  readonly invite: (request: InvitationRequest) => Promise<string>;
};

export type JoinOptions = {
  readonly identity?: Identity;
  readonly replaced?: Partial<JoinRequest>;
  readonly userAgent?: string;
};

export const tryJoin = (serverUrl: string, token: string, options: JoinOptions = {}) =>
  sendJson(
    serverUrl + paths.join,
    'POST',
    { 'user-agent': options.userAgent ?? 'node' },
    joinBody(token, options.identity, options.replaced),
  );

export async function joinPerson(
  serverUrl: string,
  token: string,
  options: JoinOptions = {},
): Promise<HttpPerson> {
  const identity = options.identity ?? newIdentity();
  const { body, cookie } = await tryJoin(serverUrl, token, { ...options, identity });
  return personWith(serverUrl, cookie, identity, sessionAnswer.parse(body));
}

function personWith(
  serverUrl: string,
  cookie: string,
  identity: Identity,
  answer: SessionAnswer,
): HttpPerson {
  const post = (path: string, body?: unknown) =>
    sendJson(serverUrl + path, 'POST', { cookie }, body);
  return {
    ...answer,
    cookie,
    identity,
    get: (path) => sendJson(serverUrl + path, 'GET', { cookie }),
    post,
    invite: async (request) =>
      ((await post(paths.invitations, request)).body as { token: string }).token,
  };
}
