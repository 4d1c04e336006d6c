/** Which address passkeys are for: WebAuthn binds them to a domain, and takes them over https or from this machine only. */

export type RelyingParty = {
  /** The domain. */
  readonly id: string;
  /** What the browser says it was on: scheme, host and port. */
  readonly origin: string;
};

/** undefined where a browser would have no passkeys: on plain http, and on an address of numbers. */
export function relyingPartyOf(address: URL | undefined): RelyingParty | undefined {
  if (address === undefined) return undefined;
  const { hostname, origin, protocol } = address;
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
  const isNumber = /^[\d.]+$|^\[/u.test(hostname);
  return (protocol === 'https:' && !isNumber) || isLocal ? { id: hostname, origin } : undefined;
}
