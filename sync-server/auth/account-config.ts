/** The organisation's OpenID provider, from the environment. */
import { isRole, type Role } from '../../shared/domain/person.ts';
import { err, ok, type Result } from '../../shared/result.ts';

export type AccountConfig = {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says. */
  readonly name: string;
  /** Who may come in without a link; undefined = nobody. */
  readonly newcomers:
    { readonly domains: readonly string[]; readonly roles: readonly Role[] } | undefined;
};

/** undefined where OIDC_ISSUER is not set; the error is a sentence. */
export function readAccountConfig(
  env: Readonly<Record<string, string | undefined>>,
): Result<AccountConfig | undefined, string> {
  const address = env['OIDC_ISSUER'];
  if (address === undefined || address === '') return ok(undefined);
  const issuer = URL.canParse(address) ? new URL(address) : undefined;
  if (issuer === undefined || !isSafe(issuer)) {
    return err('OIDC_ISSUER is an https address, or http on this machine.');
  }
  const [clientId, clientSecret] = [env['OIDC_CLIENT_ID'], env['OIDC_CLIENT_SECRET']];
  if (!clientId || !clientSecret) {
    return err('OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET beside it.');
  }
  const roles = listOf(env['OIDC_JOIN']);
  const domains = listOf(env['OIDC_DOMAINS']).map((domain) => domain.toLowerCase());
  if (!roles.every(isRole)) return err('OIDC_JOIN is a list of roles, with commas.');
  if (roles.length > 0 && domains.length === 0) {
    return err('OIDC_JOIN needs OIDC_DOMAINS: from which mail domains newcomers may come.');
  }
  const name = env['OIDC_NAME']?.trim() || issuer.hostname;
  const newcomers = roles.length === 0 ? undefined : { domains, roles: roles.filter(isRole) };
  return ok({ issuer, clientId, clientSecret, name, newcomers });
}

const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' ||
  (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));

const listOf = (text = ''): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
