/** A real OpenID provider on a free loopback port, whose people sign in by clicking their name. */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export type TestAccount = {
  readonly name: string;
  readonly email: string;
  readonly isVerified?: boolean;
};

export type StartedProvider = {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stop: () => Promise<void>;
};

/** `accounts` by subject; `callbackOf` is told the addresses at which the server may be opened. */
export async function startOpenIdProvider(
  accounts: Readonly<Record<string, TestAccount>>,
  redirectUris: readonly string[],
): Promise<StartedProvider> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { clientId: 'gemba', clientSecret: 'a secret of at least some length' };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [...redirectUris],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['test'] },
    interactions: { url: (_, { uid }) => `/pick/${uid}` },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => {
        const { name = '', email = '', isVerified = true } = accounts[sub] ?? {};
        return { sub, name, email, email_verified: isVerified };
      },
    }),
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    if (!url.pathname.startsWith('/pick/')) return void answer(request, response);
    const sub = url.searchParams.get('sub');
    if (sub === null) {
      const links = Object.entries(accounts).map(
        ([id, { name }]) => `<p><a href="${url.pathname}?sub=${id}">${name}</a></p>`,
      );
      response.setHeader('content-type', 'text/html').end(`<h1>Who are you?</h1>${links.join('')}`);
      return undefined;
    }
    return void finish(provider, request, response, sub);
  });
  return {
    issuer: new URL(issuer),
    ...client,
    stop: () => close(server),
  };
}

type Finishing = Parameters<Provider['interactionDetails']>;

/** Signs in and grants everything that is asked, in one step; 'nobody' says no. */
async function finish(
  provider: Provider,
  request: Finishing[0],
  response: Finishing[1],
  sub: string,
): Promise<void> {
  const details = await provider.interactionDetails(request, response);
  if (sub === 'nobody') {
    const refused = { error: 'access_denied' };
    return provider.interactionFinished(request, response, refused);
  }
  const grant = new provider.Grant({
    accountId: sub,
    clientId: String(details.params['client_id']),
  });
  grant.addOIDCScope('openid profile email');
  const grantId = await grant.save();
  return provider.interactionFinished(request, response, {
    login: { accountId: sub },
    consent: { grantId },
  });
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
