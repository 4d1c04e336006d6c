/** The cookie that binds a sign-in at the organisation's provider to the browser that began it. */
import type { IncomingHttpHeaders } from 'node:http';
import { accountLifeMs } from '../../shared/protocol/work-account.ts';
import { readCookie } from './session-cookie.ts';
import { isHttps, type ProxyTrust } from './peer.ts';

const cookieName = (https: boolean): string => (https ? '__Host-gemba-account' : 'gemba-account');

export const readAccountCookie = (headers: IncomingHttpHeaders, trust: ProxyTrust): string =>
  readCookie(headers, cookieName(isHttps(headers, trust))) ?? '';

/** Lax, because the provider's page leads back here. */
export function accountCookie(
  headers: IncomingHttpHeaders,
  trust: ProxyTrust,
  browser: string,
): string {
  const https = isHttps(headers, trust);
  const maxAge = browser === '' ? 0 : (2 * accountLifeMs) / 1000;
  const secure = https ? '; Secure' : '';
  return `${cookieName(https)}=${browser}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}`;
}
