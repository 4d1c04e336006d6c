/** What a request says of the address that its browser used, and whether a page of that address sent it. */
import type { IncomingHttpHeaders } from 'node:http';

/** True where a proxy that is ours sets `x-forwarded-*`; anybody else's word for it counts for nothing. */
export type ProxyTrust = { readonly trustProxy: boolean };

export const isHttps = (headers: IncomingHttpHeaders, { trustProxy }: ProxyTrust): boolean =>
  trustProxy && firstOf(headers['x-forwarded-proto']) === 'https';

/** `example.org:8080`; undefined when there is none or it could break out of a header. */
export function hostOf(
  headers: IncomingHttpHeaders,
  { trustProxy }: ProxyTrust,
): string | undefined {
  const forwarded = trustProxy ? firstOf(headers['x-forwarded-host']) : undefined;
  const host = forwarded ?? headers.host;
  return host !== undefined && hostPattern.test(host) ? host : undefined;
}

/** Programs send no Origin; a browser always does where it matters, and then it must be our own. */
export function isForeignOrigin(headers: IncomingHttpHeaders, trust: ProxyTrust): boolean {
  const { origin } = headers;
  if (origin === undefined) return false;
  const host = hostOf(headers, trust);
  return !URL.canParse(origin) || host === undefined || new URL(origin).host !== hostOfUrl(host);
}

const hostPattern = /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/iu;

/** Without a default port and in lower case, as URL has it. */
const hostOfUrl = (host: string): string =>
  URL.canParse(`http://${host}`) ? new URL(`http://${host}`).host : host;

const firstOf = (header: string | string[] | undefined): string | undefined =>
  (Array.isArray(header) ? header[0] : header)?.split(',')[0]?.trim();
