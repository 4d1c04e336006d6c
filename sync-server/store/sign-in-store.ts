/** The part of the store port that knows how people get in: links, devices, passkeys. */
import type { DeviceId, PersonId, WorkspaceId } from '../../shared/domain/ids.ts';
import type { Role } from '../../shared/domain/person.ts';
import type { ListedPasskey } from '../../shared/protocol/passkeys.ts';
import type { OpenInvitation } from '../../shared/protocol/session.ts';

/** One organisation's register. */
export type Workspace = { readonly id: WorkspaceId; readonly name: string };

export type SignInStore = {
  /** Empty, with nobody in it. */
  readonly addWorkspace: (name: string) => Promise<Workspace>;
  /** In the order in which they were made. */
  readonly listWorkspaces: () => Promise<readonly Workspace[]>;
  readonly addInvitation: (invitation: Invitation) => Promise<void>;
  /** Those that still work, newest first. */
  readonly listInvitations: (
    workspace: WorkspaceId,
    nowMs: number,
  ) => Promise<readonly OpenInvitation[]>;
  /** Where a link leads to that still works. */
  readonly findInvitationWorkspace: (
    tokenHash: string,
    nowMs: number,
  ) => Promise<WorkspaceId | undefined>;
  /** False: there is no such link, or it works no more. */
  readonly revokeInvitation: (
    workspace: WorkspaceId,
    id: string,
    by: PersonId,
    atMs: number,
  ) => Promise<boolean>;
  /** Ends every unspent link that servers have printed for a first administrator. */
  readonly endFirstAdministratorInvitations: (workspace: WorkspaceId) => Promise<void>;
  /** Last seen first. */
  readonly listDevices: (
    workspace: WorkspaceId,
    person: PersonId,
  ) => Promise<readonly StoredDevice[]>;
  readonly findDevice: (
    workspace: WorkspaceId,
    device: DeviceId,
  ) => Promise<StoredDevice | undefined>;
  readonly renameDevice: (workspace: WorkspaceId, device: DeviceId, name: string) => Promise<void>;
  readonly noteDeviceSeen: (
    workspace: WorkspaceId,
    device: DeviceId,
    atMs: number,
  ) => Promise<void>;
  /** Ends the device's sessions, and its key opens none until it joins again; the hashes of what ended. */
  readonly signOutDevice: (
    workspace: WorkspaceId,
    device: DeviceId,
    by: PersonId,
    atMs: number,
  ) => Promise<readonly string[]>;
  /** False: there is one of that id already. */
  readonly addPasskey: (passkey: NewPasskey) => Promise<boolean>;
  /** Newest first. */
  readonly listPasskeys: (
    workspace: WorkspaceId,
    person: PersonId,
  ) => Promise<readonly ListedPasskey[]>;
  /** By the credential's id alone: who signs in says nothing else. */
  readonly findPasskey: (id: string) => Promise<StoredPasskey | undefined>;
  /** False: it has been removed or used since its counter was `counter`. */
  readonly usePasskey: (
    id: string,
    counter: number,
    newCounter: number,
    atMs: number,
  ) => Promise<boolean>;
  /** False: the person has no such passkey. */
  readonly removePasskey: (
    workspace: WorkspaceId,
    person: PersonId,
    id: string,
    atMs: number,
  ) => Promise<boolean>;
  /** In `workspace`; without one, of several the one in which it was linked first, and is no former member's. */
  readonly findAccount: (
    issuer: string,
    subject: string,
    workspace: WorkspaceId | null,
  ) => Promise<AccountOwner | undefined>;
  /** True: it is the person's, since now or before. False: it is another member's in this workspace. */
  readonly linkAccount: (account: LinkedAccount) => Promise<boolean>;
};

export type AccountOwner = {
  readonly workspace: WorkspaceId;
  readonly person: PersonId;
  readonly isRemoved: boolean;
};

/** An account of an OpenID provider, by its issuer and the issuer's own name for it. */
export type LinkedAccount = {
  readonly workspace: WorkspaceId;
  readonly person: PersonId;
  readonly issuer: string;
  readonly subject: string;
  readonly atMs: number;
};

export type StoredPasskey = {
  readonly workspace: WorkspaceId;
  readonly person: PersonId;
  /** The credential's, in base64url. */
  readonly id: string;
  /** COSE. */
  readonly publicKey: Uint8Array;
  readonly counter: number;
};

/** `createdAt` in Unix ms. */
export type NewPasskey = StoredPasskey & { readonly name: string; readonly createdAt: number };

export type InvitationKind = OpenInvitation['for'];

export type Invitation = {
  readonly workspace: WorkspaceId;
  readonly id: string;
  /** SHA-256 of the token in hex. */
  readonly tokenHash: string;
  readonly kind: InvitationKind;
  readonly roles: readonly Role[];
  readonly label: string;
  /** Who made it; null = the server. */
  readonly by: PersonId | null;
  /** Whose further device it lets in; null = it lets in somebody new. */
  readonly person: PersonId | null;
  /** Unix ms. */
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly uses: number;
};

export type StoredDevice = {
  readonly id: DeviceId;
  readonly person: PersonId;
  readonly name: string;
  /** Unix ms. */
  readonly joinedAt: number;
  readonly lastSeenAt: number;
  readonly isSignedOut: boolean;
};
