/**
 * A replica: everything this device knows of one workspace. Each operation is one transaction, durable
 * when it resolves; a write that the storage did not do is an `err`, a read that fails throws.
 */
import type { ClockDep } from '../../shared/deps.ts';
import { type ChangeFeed, createChangeFeed } from './change-feed.ts';
import { createDecisionStore, type DecisionStore } from './decision-store.ts';
import { createDocumentStore, type DocumentStore } from './document-store.ts';
import { createDraftStore, type DraftStore } from './draft-store.ts';
import { createOutboxReading, type OutboxReading } from './outbox-reading.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createPullStore, type PullStore } from './pull-store.ts';
import { createRecordStore, type RecordStore } from './record-store.ts';
import type { ReplicaTables } from './tables.ts';

export type ReplicaStore = DocumentStore &
  DraftStore &
  DecisionStore &
  Outbox &
  OutboxReading &
  PullStore &
  RecordStore & {
    readonly changes: Pick<ChangeFeed, 'publish' | 'subscribe'>;
    readonly close: () => void;
  };

export type ReplicaStoreDeps = ClockDep & {
  readonly tables: ReplicaTables;
  readonly changes: ChangeFeed;
};

export function createReplicaStore(
  deps: ClockDep & { readonly tables: ReplicaTables; readonly changes?: ChangeFeed },
): ReplicaStore {
  const changes = deps.changes ?? createChangeFeed();
  const full: ReplicaStoreDeps = { ...deps, changes };
  return {
    ...createDocumentStore(full),
    ...createDraftStore(full),
    ...createDecisionStore(full),
    ...createOutbox(full),
    ...createOutboxReading(full),
    ...createPullStore(full),
    ...createRecordStore(full),
    changes,
    close: () => {
      changes.close();
      deps.tables.close();
    },
  };
}
