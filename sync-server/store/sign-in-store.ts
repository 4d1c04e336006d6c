/** The third of the store port that knows how people get in: links and devices. */
import type { DeviceId, PersonId, WorkspaceId } from '../../shared/domain/ids.ts';
import type { Role } from '../../shared/domain/person.ts';
import type { OpenInvitation } from '../../shared/protocol/session.ts';

export type SignInStore = {
  readonly addInvitation: (invitation: Invitation) => Promise<void>;
  /** Those that still work, newest first. */
  readonly listInvitations: (
    workspace: WorkspaceId,
    nowMs: number,
  ) => Promise<readonly OpenInvitation[]>;
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
};

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
