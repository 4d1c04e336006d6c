/**
 * The cookies that carry sessions: closed to scripts, other sites and other hosts. One for each workspace,
 * because a browser may be in several at once.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { isUuid } from '../../shared/domain/ids.ts';
import { workspaceHeader } from '../../shared/protocol/paths.ts';
import { sessionLifeMs, type ShownSession } from '../auth/sessions.ts';
import { isHttps, type ProxyTrust } from './peer.ts';

/** Browsers take the `__Host-` prefix over https only; on a plain address the name goes without. */
const prefixOf = (https: boolean): string => (https ? '__Host-gemba-' : 'gemba-');

/** Of the workspace that is asked for, else the first: a program that is in one workspace need not name it. */
export function readSessionCookie(
  headers: IncomingHttpHeaders,
  trust: ProxyTrust,
  asked: string | undefined = askedOf(headers),
): ShownSession | undefined {
  const prefix = prefixOf(isHttps(headers, trust));
  return cookiesOf(headers)
    .filter(({ name, value }) => name.startsWith(prefix) && value !== '')
    .map(({ name, value }) => ({ workspace: name.slice(prefix.length), token: value }))
    .find(
      (found): found is ShownSession =>
        isUuid(found.workspace) && (asked ?? found.workspace) === found.workspace,
    );
}

export const readCookie = (headers: IncomingHttpHeaders, wanted: string): string | undefined =>
  cookiesOf(headers).find(({ name, value }) => name === wanted && value !== '')?.value;

/** `token` '' ends the session in the browser. */
export function sessionCookie(
  headers: IncomingHttpHeaders,
  trust: ProxyTrust,
  { workspace, token }: ShownSession,
): string {
  const https = isHttps(headers, trust);
  const maxAge = token === '' ? 0 : sessionLifeMs / 1000;
  const secure = https ? '; Secure' : '';
  const name = `${prefixOf(https)}${workspace}`;
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAge}${secure}`;
}

const cookiesOf = (headers: IncomingHttpHeaders) =>
  (headers.cookie ?? '').split(';').map((cookie) => {
    const [name = '', ...value] = cookie.trim().split('=');
    return { name, value: value.join('=') };
  });

function askedOf(headers: IncomingHttpHeaders): string | undefined {
  const asked = headers[workspaceHeader];
  return Array.isArray(asked) ? asked.join() : asked;
}
