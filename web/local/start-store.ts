/** What a page uses of a replica from its first moment: reading, keeping, editing, deciding. */
import type { ChangeFeed } from './change-feed.ts';
import { createDecisionStore, type DecisionStore } from './decision-store.ts';
import { createDocumentStore, type DocumentStore } from './document-store.ts';
import { createOutboxReading, type OutboxReading } from './outbox-reading.ts';
import { createRecordStore, type RecordStore } from './record-store.ts';
import type { ReplicaStoreDeps } from './replica-store.ts';
import { createSyncReading, type SyncReading } from './sync-reading.ts';

export type StartStore = DocumentStore &
  DecisionStore &
  OutboxReading &
  RecordStore &
  SyncReading & {
    readonly changes: Pick<ChangeFeed, 'publish' | 'subscribe'>;
    readonly close: () => void;
  };

export const createStartStore = (deps: ReplicaStoreDeps): StartStore => ({
  ...createDocumentStore(deps),
  ...createDecisionStore(deps),
  ...createOutboxReading(deps),
  ...createRecordStore(deps),
  ...createSyncReading(deps),
  changes: deps.changes,
  close: () => {
    deps.changes.close();
    deps.tables.close();
  },
});
