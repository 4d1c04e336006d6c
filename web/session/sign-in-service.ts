/** The ways in beside a link, one's own passkeys and devices, and the way out. */
import * as z from 'zod/mini';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { signInProofText } from '../../shared/protocol/device-proofs.ts';
import {
  passkeyOptionsAnswer,
  passkeysAnswer,
  type SignInWays,
  signInWays,
} from '../../shared/protocol/passkeys.ts';
import { paths } from '../../shared/protocol/paths.ts';
import { type SessionAnswer, sessionAnswer } from '../../shared/protocol/session.ts';
import { accountStartAnswer } from '../../shared/protocol/work-account.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { exportUnsent } from '../local/export-unsent.ts';
import type { TimersDep } from '../local/deps.ts';
import type { CurrentReplica } from '../local/current-replica.ts';
import { demoReplica } from '../local/demo-replica.ts';
import type { Identity } from '../local/identity.ts';
import { createJoinedWorkspaces } from '../local/joined-workspaces.ts';
import { createLeftSessions } from '../local/left-sessions.ts';
import {
  becomeSomebodyElse,
  browserReplicas,
  deleteLeftReplica,
  tidyLeftReplicas,
} from '../local/left-replicas.ts';
import { openBrowserReplica } from '../local/browser-replica.ts';
import type { HttpDeps } from '../replication/http-transport.ts';
import type { StorageFailure } from '../services.ts';
import type { Arrival, DemoService, SignInFailure, SignInService } from '../services/session.ts';
import { createAsk } from './ask-json.ts';
import { bytesToBase64url } from './base64url.ts';
import type { DeviceKey } from './device-key.ts';
import { forgetLook } from './forget-look.ts';
import { type LeaveDeps, leaveOnDevice } from './leave.ts';
import { askForPasskey, makePasskey } from './passkey-browser.ts';
import { readOwedSignOuts } from './owed-sign-outs.ts';
import { renewSession } from './renew-session.ts';
import { createSessionClient } from './session-client.ts';
import { tidyDemo } from './tidy-demo.ts';
import { createWorkspaceSwitch, type WorkspaceSwitchDeps } from './workspace-switch.ts';

export type SignInDeps = ClockDep &
  RandomDep &
  TimersDep &
  HttpDeps &
  WorkspaceSwitchDeps &
  Omit<LeaveDeps, 'openTables' | 'deleteReplica' | 'exists' | 'leftSessions' | 'forgetLook'> & {
    readonly identity: Identity;
    readonly loadKey: () => Promise<DeviceKey>;
    readonly enter: (answer: SessionAnswer) => Promise<Result<Arrival, StorageFailure>>;
    /** The one that this page works on. */
    readonly replica: Pick<CurrentReplica, 'name'>;
    readonly askForBackgroundSync: () => Promise<void>;
  };

/** The device has left its workspace when the server says that it was signed out. */
type WatchingService = SignInService & { readonly leaveIfSignedOut: () => Promise<void> };

const nothing = z.looseObject({});

/** Who signs out waits for the server no longer than this; it is told later then. */
const leaveDeadlineMs = 4_000;

/** In the tab's own storage, while the page is away at the organisation's sign-in. */
const purposeKey = 'gemba.account';

export function createSignInService(deps: SignInDeps): WatchingService {
  const { identity } = deps;
  const ask = createAsk(deps);
  const leftSessions = createLeftSessions(deps.device);
  const replicas = { ...deps, ...browserReplicas(deps), leftSessions, forgetLook };

  /** What a device says of itself when it signs in. */
  const claim = async (secret: string) => {
    const { device, actor } = identity;
    const key = await deps.loadKey();
    const proven = new TextEncoder().encode(signInProofText(secret, device, actor));
    const proof = bytesToBase64url(await key.sign(proven));
    return { device, actor, publicKey: bytesToBase64url(key.publicKey), proof };
  };

  const done = async (path: string, body: object = {}): Promise<Result<void, SignInFailure>> => {
    const answer = await ask(path, nothing, body);
    return answer.ok ? ok(undefined) : answer;
  };

  const leaveHere = async (isOwed: boolean) => {
    await leaveOnDevice(replicas, { replica: deps.replica.name(), isOwed });
    if (isOwed) await deps.askForBackgroundSync();
    localStorage.removeItem('gemba:device');
    location.assign('/me');
  };

  /** False: the server could not be told, or does not say so in time. */
  const endSession = (): Promise<boolean> =>
    new Promise((resolve) => {
      deps.setTimer(leaveDeadlineMs, () => resolve(false));
      void done(paths.leave, { device: identity.device }).then((ended) =>
        // Without a session there is none to end.
        resolve(ended.ok || ended.error === 'signIn' || ended.error === 'revoked'),
      );
    });

  /** Fetched when somebody asks for it: most never do. */
  const openDemo = async () => (await import('./demo-desk.ts')).createDemoDesk(deps);
  const demo: DemoService = {
    isOn: async () => {
      if (deps.replica.name() === demoReplica) return true;
      await tidyDemo(deps.device);
      return false;
    },
    enter: async (language, visitorName) => (await openDemo()).enter(language, visitorName),
    leave: async () => (await openDemo()).leave(),
  };

  return {
    demo,
    ...createWorkspaceSwitch(deps),

    ways: async (): Promise<SignInWays | undefined> => {
      const answer = await ask(paths.ways, signInWays);
      if (!answer.ok) return undefined;
      return { ...answer.value, passkey: answer.value.passkey && 'PublicKeyCredential' in window };
    },

    withPasskey: async () => {
      const path = `${paths.passkeySignIn}/options`;
      const begun = await ask(path, passkeyOptionsAnswer, { device: identity.device });
      if (!begun.ok) return begun;
      const { options } = begun.value;
      const response = await askForPasskey(options);
      if (response === undefined) return err('cancelled');
      const { challenge } = options;
      const body = { challenge, response, ...(await claim(challenge)) };
      const answer = await ask(paths.passkeySignIn, sessionAnswer, body);
      return answer.ok ? deps.enter(answer.value) : answer;
    },

    startAccount: async (purpose, token) => {
      const begun = await ask(`${paths.account}/start`, accountStartAnswer, { token });
      if (!begun.ok) return begun;
      sessionStorage.setItem(purposeKey, purpose);
      location.assign(begun.value.url);
      return ok(undefined);
    },

    finishAccount: async (ticket) => {
      const purpose = sessionStorage.getItem(purposeKey) === 'link' ? 'link' : 'signIn';
      sessionStorage.removeItem(purposeKey);
      if (purpose === 'link') {
        const linked = await done(`${paths.account}/link`, { ticket });
        return linked.ok ? ok('linked') : linked;
      }
      const body = { ticket, displayName: '', ...(await claim(ticket)) };
      const answer = await ask(paths.account, sessionAnswer, body);
      if (!answer.ok) return answer;
      return deps.enter(answer.value);
    },

    listPasskeys: async () => {
      const answer = await ask(paths.passkeys, passkeysAnswer);
      return answer.ok ? ok(answer.value.passkeys) : answer;
    },

    addPasskey: async () => {
      const begun = await ask(`${paths.passkeys}/options`, passkeyOptionsAnswer, {});
      if (!begun.ok) return begun;
      const { options } = begun.value;
      const response = await makePasskey(options);
      if (response === undefined) return err('cancelled');
      return done(paths.passkeys, { challenge: options.challenge, response });
    },

    removePasskey: (id) => done(`${paths.passkeys}/${id}/remove`),

    renameDevice: (id, name) => done(`${paths.devices}/${id}/rename`, { name }),

    leave: async () => leaveHere(!(await endSession())),

    owedSignOuts: async () =>
      (await readOwedSignOuts(deps.device)).map(({ workspaceName }) => workspaceName),

    leaveIfSignedOut: async () => {
      const { open, others } = await createJoinedWorkspaces(deps.device).read();
      const session = [open, ...others].find((each) => each?.replica === deps.replica.name());
      if (session === undefined) return;
      const client = createSessionClient(deps);
      const key = await deps.loadKey();
      const reason = await renewSession(client, key, identity.device, session.workspace.id);
      if (reason?.type === 'refused' && reason.code === 'signedOut') await leaveHere(false);
    },

    leftWork: async () =>
      (await tidyLeftReplicas(replicas)).map(({ session, device, unsent }) => ({
        replica: session.replica,
        personName: session.person.displayName,
        workspaceName: session.workspace.name,
        unsent,
        isOfThisIdentity: device === identity.device,
      })),

    exportLeft: async (replica) => {
      const store = openBrowserReplica(replica);
      try {
        return await exportUnsent({ ...deps, store });
      } finally {
        store.close();
      }
    },

    deleteLeft: (replica) => deleteLeftReplica(replicas, replica),

    becomeSomebodyElse: async (replica) => {
      await becomeSomebodyElse(replicas, replica);
      localStorage.removeItem('gemba:device');
      location.reload();
    },
  };
}
