/** Talks to the organisation's OpenID provider: code flow with PKCE, state and nonce, all on the server. */
import type { Configuration } from 'openid-client';
import type { AccountConfig } from './account-config.ts';

/** What must still be known when the browser comes back. */
export type Checks = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
};

export type Account = {
  readonly issuer: string;
  readonly subject: string;
  /** '' = not told. */
  readonly name: string;
  /** Only one that the provider has verified; '' = none. */
  readonly email: string;
};

export type OpenIdProvider = {
  readonly begin: (
    redirectUri: string,
  ) => Promise<{ readonly url: string; readonly checks: Checks }>;
  /** `query`: what the browser came back with. Throws when it does not fit or the provider can't be reached. */
  readonly finish: (query: string, checks: Checks) => Promise<Account>;
};

export function createOpenIdProvider(config: AccountConfig): OpenIdProvider {
  const { issuer, clientId, clientSecret } = config;
  let discovered: Promise<Configuration> | undefined;

  /** A failure is not kept: the provider may only be restarting. */
  const discover = async () => {
    const client = await import('openid-client');
    const options = issuer.protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {};
    discovered ??= client.discovery(issuer, clientId, clientSecret, undefined, options);
    try {
      return { client, configuration: await discovered };
    } catch (error) {
      discovered = undefined;
      throw error;
    }
  };

  return {
    async begin(redirectUri) {
      const { client, configuration } = await discover();
      const verifier = client.randomPKCECodeVerifier();
      const [state, nonce] = [client.randomState(), client.randomNonce()];
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { url: url.href, checks: { state, nonce, verifier, redirectUri } };
    },

    async finish(query, { state, nonce, verifier, redirectUri }) {
      const { client, configuration } = await discover();
      const tokens = await client.authorizationCodeGrant(
        configuration,
        new URL(`${redirectUri}${query}`),
        {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        },
      );
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('The provider sent no id token.');
      const { sub: subject, iss } = claims;
      const told = configuration.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(configuration, tokens.access_token, subject)
        : claims;
      return {
        issuer: iss,
        subject,
        name: textOf(told.name),
        email: told.email_verified === true ? textOf(told.email) : '',
      };
    },
  };
}

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim : '');
