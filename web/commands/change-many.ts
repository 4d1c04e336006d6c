/** One change to many records: each through its own document, permission by permission, with one way back for all. */
import type { ActorId, DocumentId } from '../../shared/domain/ids.ts';
import type { ImprovementRow, Someone } from '../../shared/domain/improvement.ts';
import { type ImprovementChange, writeChange } from '../../shared/document/write-change.ts';
import { may, type Who } from '../../shared/process/permissions.ts';
import { relationTo } from '../../shared/process/relations.ts';
import { type DocumentLog, type DocumentLogDeps, openDocumentLog } from '../local/document-log.ts';
import type { StorageFailure } from '../services.ts';
import type { ChangeManyService } from '../services/register.ts';
import { inverseOf, ownStamp } from './improvement-changes.ts';

export type ChangeManyDeps = DocumentLogDeps & {
  /** Whoever uses this device; undefined = has not joined and works alone. */
  readonly who: () => Who | undefined;
  readonly whoIs: (actor: ActorId) => Someone;
  readonly openLogs: Set<DocumentLog>;
};

/** What was done to one record, and how to tell that it still stands. */
type Done = {
  readonly id: DocumentId;
  readonly inverse: ImprovementChange;
  readonly stamp: string | undefined;
};

export function createChangeMany(deps: ChangeManyDeps): ChangeManyService {
  const { actor, device } = deps.identity;
  const author = { nowMs: deps.nowMs, actor, device };
  const isMe = (someone: Someone) => deps.whoIs(someone as ActorId) === deps.whoIs(actor);

  function isAllowed(row: ImprovementRow, change: ImprovementChange): boolean {
    const who = deps.who();
    if (who === undefined) return true;
    const isAssigning = change.type === 'setField' && change.field === 'owner';
    return may(who, isAssigning ? 'assign' : 'editRecord', relationTo(row, { isMe }));
  }

  /** Runs `act` on the open document; answers the failure of the storage, if it was one. */
  async function withLog(
    id: DocumentId,
    act: (log: DocumentLog) => void,
  ): Promise<StorageFailure | undefined> {
    const log = await openDocumentLog(deps, id);
    if (log === undefined) return undefined;
    deps.openLogs.add(log);
    try {
      act(log);
      await log.flush();
      const saving = log.saving.get();
      return saving === 'saved' || saving === 'saving' ? undefined : saving;
    } finally {
      await log.close();
      deps.openLogs.delete(log);
    }
  }

  async function takeBack(all: readonly Done[], change: ImprovementChange): Promise<number> {
    let count = 0;
    for (const { id, inverse, stamp } of all) {
      await withLog(id, (log) => {
        const doc = log.doc.get();
        if (stamp === undefined || ownStamp(doc, change, author) !== stamp) return;
        writeChange(doc, inverse, author);
        count++;
      });
    }
    return count;
  }

  return {
    plan: async (ids, change) => {
      const rows = (await deps.store.readRecords(ids)).filter((row) => row !== undefined);
      const open = rows.filter((row) => !isThere(row, change));
      const changing = open.filter((row) => isAllowed(row, change)).map(({ id }) => id);
      return {
        changing,
        unchanged: rows.length - open.length,
        forbidden: open.length - changing.length,
      };
    },
    run: async (ids, change, onProgress) => {
      const all: Done[] = [];
      let failure: StorageFailure | undefined;
      for (const [i, id] of ids.entries()) {
        failure = await withLog(id, (log) => {
          const doc = log.doc.get();
          const inverse = inverseOf(doc, change, author);
          writeChange(doc, change, author);
          all.push({ id, inverse, stamp: ownStamp(doc, change, author) });
        });
        if (failure !== undefined) break;
        onProgress(i + 1);
      }
      return { changed: all.length, failure, undo: () => takeBack(all, change) };
    },
  };
}

function isThere(row: ImprovementRow, change: ImprovementChange): boolean {
  switch (change.type) {
    case 'setEntry':
      // Other sets do not stand in rows.
      return change.field === 'tags' || change.field === 'affectedItems'
        ? row[change.field].includes(change.entry) === change.on
        : false;
    case 'setField':
      return (
        (change.field === 'owner' || change.field === 'urgency') &&
        row[change.field] === change.value &&
        !row.conflicts.includes(change.field)
      );
    case 'support':
    case 'setItem':
    case 'score':
      return false;
  }
}
