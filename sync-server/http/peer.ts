/** What a request says of the address that its browser used, and whether a page of that address sent it. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** True where a proxy that is ours sets `x-forwarded-*`; anybody else's word for it counts for nothing. */
export type ProxyTrust = {
  readonly trustProxy: boolean;
  /** The address that people open, where it was said. */
  readonly publicUrl?: URL | undefined;
};

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

/** The address that this request's browser shows; undefined when it says none. */
export function pageAddress(headers: IncomingHttpHeaders, trust: ProxyTrust): URL | undefined {
  if (trust.publicUrl !== undefined) return trust.publicUrl;
  const host = hostOf(headers, trust);
  const address = `${isHttps(headers, trust) ? 'https' : 'http'}://${host}`;
  return host !== undefined && URL.canParse(address) ? new URL(address) : undefined;
}

/** Programs send no Origin; a browser always does where it matters, and then it must be our own. */
export function isForeignOrigin(headers: IncomingHttpHeaders, trust: ProxyTrust): boolean {
  const { origin } = headers;
  if (origin === undefined) return false;
  const host = hostOf(headers, trust);
  return !URL.canParse(origin) || host === undefined || new URL(origin).host !== hostOfUrl(host);
}

/**
 * What a peer is counted by. Behind a proxy of ours it is the last address of `x-forwarded-for`, the one that
 * the proxy saw itself: those before it are anybody's word. One IPv6 network is one peer, because it has more
 * addresses than could be counted.
 */
export function addressOf(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  { trustProxy }: ProxyTrust,
): string {
  const forwarded = trustProxy ? lastOf(headers['x-forwarded-for']) : undefined;
  const address = (forwarded ?? socket.remoteAddress ?? '').replace(/^::ffff:/iu, '');
  return isIPv6(address) ? networkOf(address) : address;
}

/** The first 64 of an address's 128 bits. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

const hostPattern = /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/iu;

/** Without a default port and in lower case, as URL has it. */
const hostOfUrl = (host: string): string =>
  URL.canParse(`http://${host}`) ? new URL(`http://${host}`).host : host;

const firstOf = (header: string | string[] | undefined): string | undefined =>
  (Array.isArray(header) ? header[0] : header)?.split(',')[0]?.trim();

const lastOf = (header: string | string[] | undefined): string | undefined => {
  const last = (Array.isArray(header) ? header.join(',') : header)?.split(',').at(-1)?.trim();
  return last === '' ? undefined : last;
};
