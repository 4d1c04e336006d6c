/** The cookie that carries a session: closed to scripts, other sites and other hosts. */
import type { IncomingHttpHeaders } from 'node:http';
import { sessionLifeMs } from '../auth/sessions.ts';
import { isHttps, type ProxyTrust } from './peer.ts';

/** Browsers take the `__Host-` prefix over https only; on a plain address the name goes without. */
const cookieName = (https: boolean): string => (https ? '__Host-gemba' : 'gemba');

export function readSessionCookie(
  headers: IncomingHttpHeaders,
  trust: ProxyTrust,
): string | undefined {
  return readCookie(headers, cookieName(isHttps(headers, trust)));
}

export function readCookie(headers: IncomingHttpHeaders, name: string): string | undefined {
  const prefix = `${name}=`;
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  const value = cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length);
  return value === '' ? undefined : value;
}

/** `token` '' ends the session in the browser. */
export function sessionCookie(
  headers: IncomingHttpHeaders,
  trust: ProxyTrust,
  token: string,
): string {
  const https = isHttps(headers, trust);
  const maxAge = token === '' ? 0 : sessionLifeMs / 1000;
  const secure = https ? '; Secure' : '';
  return `${cookieName(https)}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAge}${secure}`;
}
