/** What the leading tab and its sync worker say to each other. */
import type { Identity } from '../local/identity.ts';
import type { ReplicatorState } from './replicator.ts';

/** What is to be led. */
export type Leading = {
  readonly replica: string;
  /** undefined: there is no server yet; only projecting and compacting. */
  readonly workspace: string | undefined;
  readonly identity: Identity;
  readonly serverUrl: string;
};

export type SyncRequest =
  /** First message, and never a second: another replica gets another worker. */
  ({ readonly type: 'lead' } & Leading) | { readonly type: 'wake'; readonly urgent: boolean };

export type SyncReply = { readonly type: 'state'; readonly state: ReplicatorState };
