/** Headers that every answer carries: what the page may load, who may frame it, what a browser may guess. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostOf, isHttps, type ProxyTrust } from './peer.ts';

/** The one Trusted Types policy of the page; it admits the addresses of our own workers. */
const trustedTypesPolicy = 'gemba';

const hstsSeconds = 2 * 365 * 24 * 60 * 60;

export function setSecurityHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  trust: ProxyTrust,
): void {
  const https = isHttps(request.headers, trust);
  const host = hostOf(request.headers, trust);
  response.setHeader('content-security-policy', contentSecurityPolicy(https, host));
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('permissions-policy', permissionsPolicy);
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  if (https) response.setHeader('strict-transport-security', `max-age=${hstsSeconds}`);
}

function contentSecurityPolicy(https: boolean, host: string | undefined): string {
  // Safari before 15.4 does not count sockets of the same host as 'self'.
  const sockets = host === undefined ? '' : ` ${https ? 'wss' : 'ws'}://${host}`;
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `connect-src 'self'${sockets}`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types ${trustedTypesPolicy}`,
  ].join('; ');
}

/** The camera is for scanning a join link; the rest is not used. */
const permissionsPolicy = [
  'camera=(self)',
  'geolocation=()',
  'microphone=()',
  'payment=()',
  'usb=()',
].join(', ');
