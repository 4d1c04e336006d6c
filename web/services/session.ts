/** Who is here and how they got in, as screens use it: sessions, sign-in, people. */
import type { DemoLanguage } from '../../shared/demo/demo-languages.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import type { Someone } from '../../shared/domain/improvement.ts';
import type { Person, Role } from '../../shared/domain/person.ts';
import type { Editing } from '../../shared/process/permissions.ts';
import type { ListedDevice } from '../../shared/protocol/devices.ts';
import type { ListedPasskey, SignInWays } from '../../shared/protocol/passkeys.ts';
import type { RefusalCode } from '../../shared/protocol/refusals.ts';
import type { InvitationRequest, OpenInvitation } from '../../shared/protocol/session.ts';
import type { Result } from '../../shared/result.ts';
import type { Readable } from '../readable.ts';
import type { StorageFailure } from '../services.ts';

export type SessionState =
  | { readonly type: 'local' }
  | {
      readonly type: 'joined';
      readonly person: Person;
      readonly workspaceName: string;
      readonly editing: Editing;
      readonly serverUrl: string;
    };

/** `elsewhere`: another workspace was open, and the page is being loaded anew for the one that was entered. */
export type Arrival = 'here' | 'elsewhere';

export type SessionService = {
  readonly state: Readable<SessionState>;
  readonly people: Readable<readonly Person[]>;
  /** This device's own id for authorship: a person's when joined, else the actor's. */
  readonly me: Readable<Someone>;
  /** Spends the link and takes along what was kept here without a workspace. */
  readonly join: (
    token: string,
    displayName: string,
  ) => Promise<Result<Arrival, RefusalCode | StorageFailure | 'unreachable'>>;
  readonly invite: (
    request: InvitationRequest,
  ) => Promise<
    Result<{ readonly url: string; readonly expiresAt: number }, RefusalCode | 'unreachable'>
  >;
};

/** A made-up workspace on this device alone; it is in nobody's way and asks no server. */
export type DemoService = {
  readonly isOn: () => Promise<boolean>;
  /** Then the page loads anew, in the demo. */
  readonly enter: (
    language: DemoLanguage,
    visitorName: string,
  ) => Promise<Result<void, StorageFailure>>;
  /** Deletes all of it; then the page loads anew. */
  readonly leave: () => Promise<void>;
};

export type SignInFailure = RefusalCode | StorageFailure | 'unreachable' | 'cancelled';

export type LeftWork = {
  readonly replica: string;
  readonly personName: string;
  readonly workspaceName: string;
  /** Edits and drafts that no server has. */
  readonly unsent: number;
  /** Made under the identity that this device still has: who signs in now must be the same person. */
  readonly isOfThisIdentity: boolean;
};

export type AccountPurpose = 'signIn' | 'link';

/** A workspace that this device has joined. */
export type DeviceWorkspace = {
  readonly replica: string;
  readonly name: string;
  readonly personName: string;
  readonly isOpen: boolean;
  /** Edits and drafts that no server has. */
  readonly unsent: number;
};

export type WorkspaceSwitch = {
  /** The open one first. */
  readonly listWorkspaces: () => Promise<readonly DeviceWorkspace[]>;
  /** In all tabs, each of which loads anew; what is unsent here stays, and is sent from here as well. */
  readonly openWorkspace: (replica: string) => Promise<void>;
};

export type SignInService = WorkspaceSwitch & {
  readonly demo: DemoService;
  /** What this address and this browser offer beside a link; undefined = the server can't be reached. */
  readonly ways: () => Promise<SignInWays | undefined>;
  readonly withPasskey: () => Promise<Result<Arrival, SignInFailure>>;
  /** Leads the page to the organisation's own sign-in; with a link, who is unknown there joins by it. */
  readonly startAccount: (
    purpose: AccountPurpose,
    token: string | undefined,
  ) => Promise<Result<void, SignInFailure>>;
  /** With the ticket that the page came back with. */
  readonly finishAccount: (ticket: string) => Promise<Result<'linked' | Arrival, SignInFailure>>;
  readonly listPasskeys: () => Promise<Result<readonly ListedPasskey[], SignInFailure>>;
  readonly addPasskey: () => Promise<Result<void, SignInFailure>>;
  readonly removePasskey: (id: string) => Promise<Result<void, SignInFailure>>;
  /** One's own device. */
  readonly renameDevice: (id: string, name: string) => Promise<Result<void, SignInFailure>>;
  /**
   * Signs this device out; then the page loads anew. What is unsent stays, all else goes. A server that can't be
   * reached is told later.
   */
  readonly leave: () => Promise<void>;
  /** Workspaces whose server has still to be told that this device was signed out. */
  readonly owedSignOuts: () => Promise<readonly string[]>;
  readonly leftWork: () => Promise<readonly LeftWork[]>;
  readonly exportLeft: (replica: string) => Promise<{ readonly name: string; readonly blob: Blob }>;
  /** For good. */
  readonly deleteLeft: (replica: string) => Promise<void>;
  /** Sets the left work aside, so that another person can sign in; then the page loads anew. */
  readonly becomeSomebodyElse: (replica: string) => Promise<void>;
};

export type Reply<T> = Promise<Result<T, RefusalCode | 'unreachable'>>;

export type ShownLink = { readonly url: string; readonly expiresAt: number };

export type PeopleService = {
  /** Links that still work, newest first. */
  readonly openInvitations: () => Reply<readonly OpenInvitation[]>;
  readonly invite: (request: InvitationRequest) => Reply<ShownLink>;
  readonly endInvitation: (id: string) => Reply<unknown>;
  readonly changeRoles: (person: PersonId, roles: readonly Role[]) => Reply<unknown>;
  /** All teams and organisations of the catalogue that they belong to. */
  readonly changeBelonging: (person: PersonId, belongsTo: readonly string[]) => Reply<unknown>;
  readonly remove: (person: PersonId) => Reply<unknown>;
  readonly setEditing: (editing: Editing) => Reply<unknown>;
  /** A link that lets a new device in under the person's name. */
  readonly recover: (person: PersonId) => Reply<ShownLink>;
  readonly devicesOf: (person: PersonId) => Reply<readonly ListedDevice[]>;
  readonly signOutDevice: (device: string) => Reply<unknown>;
};
