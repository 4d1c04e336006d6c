/** Takes in what a server sends: pages of documents with their rows, whole documents, people, the cursor. */
import type { Result } from '../../shared/result.ts';
import type { DocumentId, ServerEpoch } from '../../shared/domain/ids.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Editing } from '../../shared/process/permissions.ts';
import type { PulledDocument } from '../../shared/protocol/messages.ts';
import type { StorageFailure } from '../services.ts';
import { readSyncPoint, writeSyncPoint } from './counters.ts';
import { type Decision, takeDecisions } from './take-decisions.ts';
import { forgetHidden } from './forget-hidden.ts';
import { removeGone } from './outbox.ts';
import { dropRefused } from './start-again.ts';
import type { ReplicaStoreDeps } from './replica-store.ts';
import { storageResult } from './storage-failure.ts';
import { takeIn, takeInWhole } from './take-in.ts';
import type { SyncPoint, Tables } from './tables.ts';

export type PulledPeople = {
  readonly version: number;
  readonly list: readonly Person[];
  readonly editing?: Editing | undefined;
};

export type PulledPage = {
  /** What was asked with: when another tab has moved on since, the page is dropped. */
  readonly after: Pick<SyncPoint, 'epoch' | 'cursor'>;
  readonly epoch: ServerEpoch;
  readonly cursor: string;
  readonly documents: readonly PulledDocument[];
  /** Documents that were removed for good. */
  readonly tombs?: readonly DocumentId[];
  readonly people: PulledPeople | undefined;
  /** Documents that this person is not shown any longer. */
  readonly forget?: readonly DocumentId[] | undefined;
  /** All that this person is shown, where that is not everything. */
  readonly only?: readonly DocumentId[] | undefined;
  readonly decisions?: { readonly upTo: number; readonly list: readonly Decision[] } | undefined;
  /** True: the server had no more. */
  readonly isLast: boolean;
};

export type PullStore = {
  /** The page's documents, rows, people and cursor in one transaction; false: it was dropped. */
  readonly applyPage: (page: PulledPage) => Promise<Result<boolean, StorageFailure>>;
  /**
   * Whole documents that were asked for by id; one that the server does not know is in `unknown`. Dropped when
   * the server's lineage, as known here, is another one by now than `epoch`.
   */
  readonly applyWhole: (
    documents: readonly PulledDocument[],
    unknown: readonly DocumentId[],
    epoch?: ServerEpoch | null,
  ) => Promise<Result<void, StorageFailure>>;
};

export function createPullStore(deps: ReplicaStoreDeps): PullStore {
  const { tables: replica, changes } = deps;

  return {
    applyPage: async (page) => {
      const tombs = page.tombs ?? [];
      const isLess =
        tombs.length > 0 ||
        page.forget !== undefined ||
        page.only !== undefined ||
        page.documents.some(({ docEpoch }) => docEpoch > 0);
      let forgotten: readonly DocumentId[] = [];
      const result = await storageResult(() =>
        replica.transact('write', isLess ? goneTables : pageTables, async (tables) => {
          const point = await readSyncPoint(tables);
          if (point.cursor !== page.after.cursor || point.epoch !== page.after.epoch) return false;
          const changed = await takeIn(tables, page.documents);
          for (const id of tombs) await removeGone(tables, id, deps.nowMs());
          if (isLess) forgotten = await forgetHidden(tables, page);
          if (page.people !== undefined) await replacePeople(tables, page.people.list);
          await takeDecisions(tables, page.decisions?.list ?? []);
          await deps.makeNotices?.(tables, changed, {
            lastSyncedAt: point.lastSyncedAt,
            editing: page.people?.editing ?? point.editing,
          });
          await writeSyncPoint(tables, {
            epoch: page.epoch,
            cursor: page.cursor,
            peopleVersion: page.people?.version ?? point.peopleVersion,
            editing: page.people?.editing ?? point.editing,
            decisionN: page.decisions?.upTo ?? point.decisionN ?? 0,
            lastSyncedAt: page.isLast ? deps.nowMs() : point.lastSyncedAt,
          });
          return true;
        }),
      );
      if (!result.ok || !result.value) return result;
      const docIds = [
        ...page.documents.map((item) => item.docId as DocumentId),
        ...tombs,
        ...forgotten,
        ...(page.decisions?.list ?? []).map((decision) => decision.docId),
      ];
      if (docIds.length > 0) changes.publish({ type: 'documents', docIds });
      if (page.people !== undefined) changes.publish({ type: 'people' });
      return result;
    },

    applyWhole: async (documents, unknown, epoch) => {
      const result = await storageResult(() =>
        replica.transact('write', [...pageTables, 'search'], async (tables) => {
          if (epoch !== undefined && (await readSyncPoint(tables)).epoch !== epoch) return;
          for (const document of documents) {
            const changed = await takeInWhole(tables, document);
            await deps.makeNotices?.(tables, changed, await readSyncPoint(tables));
          }
          for (const id of unknown) await dropRefused(tables, id);
        }),
      );
      const docIds = [...documents.map((item) => item.docId as DocumentId), ...unknown];
      if (result.ok) changes.publish({ type: 'documents', docIds });
      return result;
    },
  };
}

const pageTables = [
  'meta',
  'docs',
  'tail',
  'outbox',
  'acked',
  'records',
  'measures',
  'people',
  'drafts',
  'settled',
  'notices',
] as const;
const goneTables = [...pageTables, 'search'] as const;

async function replacePeople(
  tables: Pick<Tables, 'people'>,
  people: readonly Person[],
): Promise<void> {
  await tables.people.deleteMany(await tables.people.keys({}));
  await tables.people.putMany(people);
}
