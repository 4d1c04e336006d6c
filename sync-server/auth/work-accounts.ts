/** Signing in with the organisation's own account: who was linked, invited, or comes from a domain that may. */
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { signInProofText } from '../../shared/protocol/device-proofs.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { accountLifeMs, type AccountSignInRequest } from '../../shared/protocol/work-account.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Log } from '../observability/log.ts';
import type { Entry, Session } from '../store/people-store.ts';
import type { Store } from '../store/store.ts';
import type { AccountConfig } from './account-config.ts';
import { createOneTimeSecrets } from './one-time-secrets.ts';
import type { Account, Checks, OpenIdProvider } from './openid-provider.ts';
import { enter, type Joined } from './sessions.ts';
import { createToken, hashToken } from './tokens.ts';

export type WorkAccounts = {
  readonly name: string;
  /** Whereto the browser goes, and what its cookie says until it is back. */
  readonly begin: (
    redirectUri: string,
    token: string | undefined,
  ) => Promise<Result<{ readonly url: string; readonly browser: string }, Refusal>>;
  /** The ticket with which the page goes on; undefined: the provider said no, or somebody else's answer came. */
  readonly arrive: (query: string, browser: string) => Promise<string | undefined>;
  readonly signIn: (
    request: AccountSignInRequest,
    browser: string,
    deviceName: string,
  ) => Promise<Result<Joined, Refusal>>;
  readonly link: (
    session: Session,
    ticket: string,
    browser: string,
  ) => Promise<Result<object, Refusal>>;
};

type Deps = ClockDep &
  RandomDep & { readonly store: Store; readonly log: Log; readonly provider: OpenIdProvider };

type Begun = { readonly checks: Checks; readonly token: string | undefined };
type Arrived = {
  readonly account: Account;
  readonly token: string | undefined;
  /** The hash of what the cookie of the browser that began says: another browser has no use for the ticket. */
  readonly browserHash: string;
};

const limits = { lifeMs: accountLifeMs, mostWaiting: 20_000 };

export function createWorkAccounts(deps: Deps, config: AccountConfig): WorkAccounts {
  const { store, log, provider } = deps;
  const waiting = new Map<string, Begun & { readonly until: number }>();
  const arrived = createOneTimeSecrets<Arrived>(deps, limits);

  const forgetExpired = () => {
    for (const [hash, { until }] of waiting) {
      if (until > deps.nowMs()) return;
      waiting.delete(hash);
    }
  };

  const spend = (ticket: string, browser: string): Arrived | undefined => {
    const found = arrived.spend(ticket);
    return found?.browserHash === hashToken(browser) ? found : undefined;
  };

  /** As whom the account comes in; undefined = as nobody. A link decides into which workspace. */
  const entryOf = async ({ account, token }: Arrived): Promise<Entry | undefined> => {
    const by = { type: 'identity', how: 'workAccount' } as const;
    const tokenHash = token === undefined ? undefined : hashToken(token);
    const invitedTo =
      tokenHash === undefined
        ? undefined
        : await store.findInvitationWorkspace(tokenHash, deps.nowMs());
    const { issuer, subject } = account;
    const linked = await store.findAccount(issuer, subject, invitedTo ?? null);
    if (linked?.isRemoved === false) {
      return { ...by, workspace: linked.workspace, person: linked.person, roles: [] };
    }
    if (tokenHash !== undefined) return { type: 'invitation', tokenHash };
    // Whoever was removed comes back by somebody's decision, not by a domain.
    if (linked !== undefined) return undefined;
    const { newcomers } = config;
    const domain = account.email.split('@').at(-1)?.toLowerCase() ?? '';
    if (newcomers === undefined || !newcomers.domains.includes(domain)) return undefined;
    const workspace = store.lineage.workspace.id;
    return { ...by, workspace, person: null, roles: newcomers.roles };
  };

  return {
    name: config.name,

    async begin(redirectUri, token) {
      forgetExpired();
      if (waiting.size >= limits.mostWaiting) return err(unreachable);
      try {
        const { url, checks } = await provider.begin(redirectUri);
        const browser = createToken(deps);
        const until = deps.nowMs() + limits.lifeMs;
        waiting.set(hashToken(browser), { checks, token, until });
        return ok({ url, browser });
      } catch (error) {
        log.warn({ err: error }, 'the OpenID provider can’t be reached');
        return err(unreachable);
      }
    },

    async arrive(query, browser) {
      const browserHash = hashToken(browser);
      const begun = waiting.get(browserHash);
      waiting.delete(browserHash);
      if (begun === undefined || begun.until <= deps.nowMs()) return undefined;
      try {
        const account = await provider.finish(query, begun.checks);
        return arrived.issue({ account, token: begun.token, browserHash });
      } catch (error) {
        log.info({ err: error }, 'a sign-in with a work account did not come about');
        return undefined;
      }
    },

    async signIn(request, browser, deviceName) {
      const { ticket, device, actor } = request;
      const found = spend(ticket, browser);
      if (found === undefined) return err(spent);
      const entry = await entryOf(found);
      if (entry === undefined) return err(unknown);
      const { account } = found;
      const claim = { ...request, proven: signInProofText(ticket, device, actor) };
      const displayName = request.displayName === '' ? account.name : request.displayName;
      const joined = await enter(deps, entry, claim, { displayName, deviceName });
      if (joined.ok) await linkTo(joined.value.session, account);
      return joined;
    },

    async link(session, ticket, browser) {
      const found = spend(ticket, browser);
      if (found === undefined) return err(spent);
      return (await linkTo(session, found.account)) ? ok({}) : err(taken);
    },
  };

  /** False: it is somebody else's in this workspace. True as well when it was linked before. */
  function linkTo({ workspace, person }: Session, { issuer, subject }: Account): Promise<boolean> {
    const atMs = deps.nowMs();
    return store.linkAccount({ workspace, person: person.id, issuer, subject, atMs });
  }
}

const unreachable = refusal(
  'unavailable',
  'The OpenID provider can’t be reached; try again later.',
);
const spent = refusal('accountUnknown', 'This sign-in has been used, has expired or is another’s.');
const unknown = refusal('accountUnknown', 'This account is not known here: ask for a link.');
const taken = refusal('accountUnknown', 'This account is linked to somebody else here.', 'ticket');
