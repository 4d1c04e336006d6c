/** The half of the store port that knows who is who: people, their devices and actors, sessions, invitations. */
import type { ActorId, DeviceId, PersonId, WorkspaceId } from '../../shared/domain/ids.ts';
import type { Person, Role } from '../../shared/domain/person.ts';
import type { Refusal } from '../../shared/protocol/refusals.ts';
import type { Result } from '../../shared/result.ts';

export type PeopleStore = {
  readonly findSession: (tokenHash: string, nowMs: number) => Promise<Session | undefined>;
  /** Signs the session's device out: all its sessions end, and its key opens none until it joins again. */
  readonly endSession: (tokenHash: string, nowMs: number) => Promise<void>;
  /** The Ed25519 key of a device that has joined and not been signed out. */
  readonly findDeviceKey: (
    workspace: WorkspaceId,
    device: DeviceId,
  ) => Promise<Uint8Array | undefined>;
  /** A further session of such a device; undefined when there is none. */
  readonly openSession: (opening: SessionOpening) => Promise<Session | undefined>;
  /** The person an actor is bound to; undefined = nobody yet. */
  readonly findActor: (workspace: WorkspaceId, actor: ActorId) => Promise<PersonId | undefined>;
  readonly listPeople: (workspace: WorkspaceId) => Promise<readonly Person[]>;
  readonly hasAdministrator: (workspace: WorkspaceId) => Promise<boolean>;
  readonly addInvitation: (invitation: Invitation) => Promise<void>;
  /** Ends every unspent invitation that no person has made. */
  readonly endServerInvitations: (workspace: WorkspaceId) => Promise<void>;
  /** Spends the invitation, binds device and actor to the person for good, opens a session: all or nothing. */
  readonly join: (joining: Joining) => Promise<Result<Session, Refusal>>;
};

/** Who is asking, as every request and every socket knows it. */
export type Session = {
  readonly workspace: WorkspaceId;
  readonly person: {
    readonly id: PersonId;
    readonly displayName: string;
    readonly roles: readonly Role[];
  };
  readonly device: DeviceId;
  /** The actor the device joined with last; a person's further actors are found in the store. */
  readonly actor: ActorId;
  /** The device's Ed25519 key: 32 bytes. */
  readonly publicKey: Uint8Array;
};

export type SessionOpening = {
  readonly workspace: WorkspaceId;
  readonly device: DeviceId;
  readonly sessionHash: string;
  readonly sessionExpiresAt: number;
  /** Unix ms. */
  readonly atMs: number;
};

/** Whom a link lets in: somebody with these roles, or one more device of whoever made it. */
export type InvitationPurpose =
  { readonly type: 'person'; readonly roles: readonly Role[] } | { readonly type: 'ownDevice' };

export type Invitation = {
  readonly workspace: WorkspaceId;
  /** SHA-256 of the token in hex. */
  readonly tokenHash: string;
  readonly purpose: InvitationPurpose;
  /** Who made it; null = the server, for the first administrator. */
  readonly by: PersonId | null;
  /** Unix ms. */
  readonly createdAt: number;
  readonly expiresAt: number;
};

export type Joining = {
  readonly tokenHash: string;
  readonly device: DeviceId;
  readonly actor: ActorId;
  readonly publicKey: Uint8Array;
  /** undefined = none that could be kept; refused unless the person exists already. */
  readonly displayName: string | undefined;
  /** The id the person gets if this join makes a new one. */
  readonly newPerson: PersonId;
  readonly sessionHash: string;
  readonly sessionExpiresAt: number;
  /** Unix ms. */
  readonly atMs: number;
};
