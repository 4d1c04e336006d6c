/** The part of the store port that knows who is who: people, their actors and sessions. */
import type { ActorId, DeviceId, PersonId, WorkspaceId } from '../../shared/domain/ids.ts';
import type { Person, Role } from '../../shared/domain/person.ts';
import type { Refusal } from '../../shared/protocol/refusals.ts';
import type { Result } from '../../shared/result.ts';

export type PeopleStore = {
  readonly findSession: (tokenHash: string, nowMs: number) => Promise<Session | undefined>;
  /** The Ed25519 key of a device that has joined. */
  readonly findDeviceKey: (
    workspace: WorkspaceId,
    device: DeviceId,
  ) => Promise<{ readonly publicKey: Uint8Array; readonly isSignedOut: boolean } | undefined>;
  /** A further session of a device that has joined and not been signed out; undefined when there is none. */
  readonly openSession: (opening: SessionOpening) => Promise<Session | undefined>;
  /** The person an actor is bound to; undefined = nobody yet. */
  readonly findActor: (workspace: WorkspaceId, actor: ActorId) => Promise<PersonId | undefined>;
  readonly listPeople: (workspace: WorkspaceId) => Promise<readonly Person[]>;
  readonly hasAdministrator: (workspace: WorkspaceId) => Promise<boolean>;
  /** Takes one use of a link, binds device and actor to the person for good, opens a session: all or nothing. */
  readonly join: (joining: Joining) => Promise<Result<Session, Refusal>>;
};

/** Who is asking, as every request and every socket knows it. */
export type Session = {
  readonly workspace: WorkspaceId;
  readonly workspaceName: string;
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
  /** When the device was last noted as seen, Unix ms. */
  readonly lastSeenAt: number;
};

export type SessionOpening = {
  readonly workspace: WorkspaceId;
  readonly device: DeviceId;
  readonly sessionHash: string;
  readonly sessionExpiresAt: number;
  /** Unix ms. */
  readonly atMs: number;
};

/** What lets a device in, and as whom. */
export type Entry =
  | { readonly type: 'invitation'; /** SHA-256 of the token in hex. */ readonly tokenHash: string }
  | {
      readonly type: 'identity';
      readonly workspace: WorkspaceId;
      /** null = somebody new, who gets `roles`. */
      readonly person: PersonId | null;
      readonly roles: readonly Role[];
      readonly how: 'passkey' | 'workAccount';
    };

export type Joining = {
  readonly entry: Entry;
  readonly device: DeviceId;
  readonly actor: ActorId;
  readonly publicKey: Uint8Array;
  /** From its browser; '' = unknown. A device that has joined before keeps the name it has. */
  readonly deviceName: string;
  /** undefined = none that could be kept; refused unless the person exists already. */
  readonly displayName: string | undefined;
  /** The id the person gets if this join makes a new one. */
  readonly newPerson: PersonId;
  readonly sessionHash: string;
  readonly sessionExpiresAt: number;
  /** Unix ms. */
  readonly atMs: number;
};
