/** Passkeys: adding one while signed in, and signing in with it on a device that has nothing else. */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import type { PersonId, WorkspaceId } from '../../shared/domain/ids.ts';
import { signInProofText } from '../../shared/protocol/device-proofs.ts';
import {
  passkeyChallengeLifeMs,
  type PasskeyRequest,
  type PasskeySignInRequest,
} from '../../shared/protocol/passkeys.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Session } from '../store/people-store.ts';
import type { Store } from '../store/store.ts';
import { createOneTimeSecrets } from './one-time-secrets.ts';
import type { RelyingParty } from './relying-party.ts';
import { enter, type Joined } from './sessions.ts';

type Deps = ClockDep & RandomDep & { readonly store: Store };

export type Passkeys = {
  readonly optionsToAdd: (
    session: Session,
    party: RelyingParty,
  ) => Promise<Result<{ readonly options: PublicKeyCredentialCreationOptionsJSON }, Refusal>>;
  /** `name`: what the device that made it is called. */
  readonly add: (
    session: Session,
    party: RelyingParty,
    request: PasskeyRequest,
    name: string,
  ) => Promise<Result<object, Refusal>>;
  readonly optionsToSignIn: (
    device: string,
    party: RelyingParty,
  ) => Promise<Result<{ readonly options: PublicKeyCredentialRequestOptionsJSON }, Refusal>>;
  readonly signIn: (
    party: RelyingParty,
    request: PasskeySignInRequest,
    deviceName: string,
  ) => Promise<Result<Joined, Refusal>>;
};

/** What a challenge was given out for: it counts for nothing else. */
type Meant =
  | { readonly type: 'add'; readonly workspace: WorkspaceId; readonly person: PersonId }
  | { readonly type: 'signIn'; readonly device: string };

/** Challenges that people have not answered yet; asking for one costs a stranger a request each. */
const mostWaiting = 20_000;

/** Loaded with the first passkey: with its certificates it is larger than the rest of the server. */
const loadWebAuthn = () => import('@simplewebauthn/server');

export function createPasskeys(deps: Deps): Passkeys {
  const { store } = deps;
  const challenges = createOneTimeSecrets<Meant>(deps, {
    lifeMs: passkeyChallengeLifeMs,
    mostWaiting,
  });

  return {
    async optionsToAdd({ workspace, person }, party) {
      const { generateRegistrationOptions } = await loadWebAuthn();
      const challenge = challenges.issue({ type: 'add', workspace, person: person.id });
      if (challenge === undefined) return err(tooMany);
      const present = await store.listPasskeys(workspace, person.id);
      const options = await generateRegistrationOptions({
        rpName: 'Gemba',
        rpID: party.id,
        userName: person.displayName,
        userDisplayName: person.displayName,
        userID: userHandleOf(workspace, person.id),
        challenge: bytesOf(challenge),
        timeout: passkeyChallengeLifeMs,
        attestationType: 'none',
        excludeCredentials: present.map(({ id }) => ({ id })),
        // Without a name typed in, the passkey must be found by itself; and it stands for the person alone.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      return ok({ options });
    },

    async add({ workspace, person }, party, { challenge, response }, name) {
      const meant = challenges.spend(challenge);
      const isMeant =
        meant?.type === 'add' && meant.workspace === workspace && meant.person === person.id;
      if (!isMeant) return err(invalid);
      const { verifyRegistrationResponse } = await loadWebAuthn();
      const verified = await verifyRegistrationResponse({
        response: response as unknown as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: party.origin,
        expectedRPID: party.id,
      }).catch(noProof);
      if (verified?.verified !== true) return err(invalid);
      const { id, publicKey, counter } = verified.registrationInfo.credential;
      const passkey = { id, publicKey, counter, name, createdAt: deps.nowMs() };
      const isAdded = await store.addPasskey({ ...passkey, workspace, person: person.id });
      return isAdded ? ok({}) : err(invalid);
    },

    async optionsToSignIn(device, party) {
      const { generateAuthenticationOptions } = await loadWebAuthn();
      const challenge = challenges.issue({ type: 'signIn', device });
      if (challenge === undefined) return err(tooMany);
      const options = await generateAuthenticationOptions({
        rpID: party.id,
        challenge: bytesOf(challenge),
        timeout: passkeyChallengeLifeMs,
        userVerification: 'required',
      });
      return ok({ options });
    },

    async signIn(party, request, deviceName) {
      const { challenge, response, device, actor } = request;
      const meant = challenges.spend(challenge);
      if (meant?.type !== 'signIn' || meant.device !== device) return err(invalid);
      const passkey = await store.findPasskey(response.id);
      if (passkey === undefined) return err(invalid);
      const { id, publicKey, counter, workspace, person } = passkey;
      const { verifyAuthenticationResponse } = await loadWebAuthn();
      const verified = await verifyAuthenticationResponse({
        response: response as unknown as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: party.origin,
        expectedRPID: party.id,
        credential: { id, publicKey: new Uint8Array(publicKey), counter },
      }).catch(noProof);
      if (verified?.verified !== true) return err(invalid);
      const { newCounter } = verified.authenticationInfo;
      // Two answers with one counter value are of two authenticators that hold the same key.
      if (!(await store.usePasskey(id, counter, newCounter, deps.nowMs()))) return err(invalid);
      const entry = { type: 'identity', workspace, person, roles: [], how: 'passkey' } as const;
      const claim = { ...request, proven: signInProofText(challenge, device, actor) };
      return enter(deps, entry, claim, { displayName: '', deviceName });
    },
  };
}

/** The library throws whatever does not fit: that is an expected no. */
const noProof = (): undefined => undefined;

/** Both ids, because one authenticator keeps one passkey for each user of a domain, and a person may be in two workspaces. */
const userHandleOf = (workspace: WorkspaceId, person: PersonId) =>
  new Uint8Array(Buffer.from(`${workspace}${person}`.replaceAll('-', ''), 'hex'));

const bytesOf = (challenge: string) => new Uint8Array(Buffer.from(challenge, 'base64url'));

const invalid = refusal('passkeyInvalid', 'The passkey is unknown here or proves nothing.');
const tooMany = refusal('unavailable', 'Too many sign-ins are under way; try again later.');
