/** Joining and being known: an invitation and a proof of the device's key become a session. */
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import {
  type ActorId,
  createUuidV7,
  type DeviceId,
  type PersonId,
  type WorkspaceId,
} from '../../shared/domain/ids.ts';
import { normaliseDisplayName } from '../../shared/domain/person.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { joinProofText, renewProofText } from '../../shared/protocol/device-proofs.ts';
import type { JoinRequest, RenewRequest, SessionAnswer } from '../../shared/protocol/session.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { verifyEd25519 } from '../replication/push.ts';
import { legacyRoleOf } from './legacy-role.ts';
import type { Entry, Session } from '../store/people-store.ts';
import type { Store } from '../store/store.ts';
import type { Challenges } from './challenges.ts';
import { createToken, hashToken } from './tokens.ts';

/** Browsers keep a cookie for 400 days at most. */
export const sessionLifeMs = 400 * 24 * 60 * 60 * 1000;

type Deps = ClockDep & RandomDep & { readonly store: Store };

export type Joined = { readonly session: Session; readonly sessionToken: string };

/** `deviceName` comes from its browser; '' = unknown. */
export function join(
  deps: Deps,
  request: JoinRequest,
  deviceName: string,
): Promise<Result<Joined, Refusal>> {
  const { token, device, actor, displayName } = request;
  const entry = { type: 'invitation', tokenHash: hashToken(token) } as const;
  const proven = joinProofText(token, device, actor);
  return enter(deps, entry, { ...request, proven }, { displayName, deviceName });
}

/** A device that says whose it wants to be, and that it holds its key: `proof` is over the text `proven`. */
export type DeviceClaim = Pick<JoinRequest, 'device' | 'actor' | 'publicKey' | 'proof'> & {
  readonly proven: string;
};

type Names = { readonly displayName: string; readonly deviceName: string };

/** Makes the device one of the entry's person and opens a session. */
export async function enter(
  deps: Deps,
  entry: Entry,
  claim: DeviceClaim,
  { displayName, deviceName }: Names,
): Promise<Result<Joined, Refusal>> {
  const publicKey = Buffer.from(claim.publicKey, 'base64url');
  const proof = Buffer.from(claim.proof, 'base64url');
  if (!verifyEd25519(publicKey, Buffer.from(claim.proven), proof)) {
    return err(refusal('badSignature', 'The proof does not fit the key.', 'proof'));
  }
  const sessionToken = createToken(deps);
  const atMs = deps.nowMs();
  const joined = await deps.store.join({
    entry,
    device: claim.device as DeviceId,
    actor: claim.actor as ActorId,
    publicKey,
    deviceName,
    displayName: normaliseDisplayName(displayName),
    newPerson: createUuidV7<PersonId>(deps),
    sessionHash: hashToken(sessionToken),
    sessionExpiresAt: atMs + sessionLifeMs,
    atMs,
  });
  return joined.ok ? ok({ session: joined.value, sessionToken }) : joined;
}

/**
 * A session for a device that proves its key; the same refusal whether it is unknown or lying. One that was
 * signed out hears so, once it has proved who it is.
 */
export async function renew(
  deps: Deps & { readonly challenges: Challenges },
  { device, challenge, proof, workspace: asked }: RenewRequest,
): Promise<Result<Joined, Refusal>> {
  if (!deps.challenges.isValid(challenge, device, asked)) return err(notRenewable);
  const workspace = (asked ?? deps.store.lineage.workspace.id) as WorkspaceId;
  const known = await deps.store.findDeviceKey(workspace, device as DeviceId);
  const proven = Buffer.from(renewProofText(challenge, device));
  if (
    known === undefined ||
    !verifyEd25519(known.publicKey, proven, Buffer.from(proof, 'base64url'))
  ) {
    return err(notRenewable);
  }
  if (known.isSignedOut) return err(signedOut);
  const sessionToken = createToken(deps);
  const atMs = deps.nowMs();
  const session = await deps.store.openSession({
    workspace,
    device: device as DeviceId,
    sessionHash: hashToken(sessionToken),
    sessionExpiresAt: atMs + sessionLifeMs,
    atMs,
  });
  return session === undefined ? err(noLongerMember) : ok({ session, sessionToken });
}

const noLongerMember = refusal('revoked', 'This person is no longer a member.');
const signedOut = refusal('signedOut', 'This device was signed out: join or sign in again.');
const notRenewable = refusal('signIn', 'This device can’t sign in by its key: join with a link.');

/** What a browser shows of a session: the secret, and the workspace that it says to be of. */
export type ShownSession = { readonly workspace: WorkspaceId; readonly token: string };

export const findSession = async (
  { store, nowMs }: Pick<Deps, 'store' | 'nowMs'>,
  shown: ShownSession | undefined,
): Promise<Session | undefined> =>
  shown && ofItsWorkspace(shown, await store.findSession(hashToken(shown.token), nowMs()));

export const findRemovedSession = async (
  { store, nowMs }: Pick<Deps, 'store' | 'nowMs'>,
  shown: ShownSession,
): Promise<Session | undefined> =>
  ofItsWorkspace(shown, await store.findRemovedSession(hashToken(shown.token), nowMs()));

const ofItsWorkspace = ({ workspace }: ShownSession, session: Session | undefined) =>
  session?.workspace === workspace ? session : undefined;

/** When a device was last seen is written at most this often. */
const seenEveryMs = 5 * 60_000;

export async function noteSeen(
  { store, nowMs }: Pick<Deps, 'store' | 'nowMs'>,
  { workspace, device, lastSeenAt }: Session,
): Promise<void> {
  const atMs = nowMs();
  if (atMs - lastSeenAt >= seenEveryMs) await store.noteDeviceSeen(workspace, device, atMs);
}

export function sessionAnswerOf({ lineage }: Store, session: Session): SessionAnswer {
  const { serverId, epoch } = lineage;
  const { person, device } = session;
  const workspace = { id: session.workspace, name: session.workspaceName };
  const told = { ...person, roles: [...person.roles], role: legacyRoleOf(person.roles) };
  return { serverId, workspace, person: told, device, epoch };
}
