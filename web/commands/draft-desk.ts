/** What a person can do with edits that were not accepted. Each way out stores first and settles the drafts then. */
import * as Y from 'yjs';
import {
  type ActorId,
  type CommentId,
  createUuidV7,
  type DocumentId,
} from '../../shared/domain/ids.ts';
import { limits, type Someone } from '../../shared/domain/improvement.ts';
import { readWishes } from '../../shared/document/read-wishes.ts';
import { writeComment } from '../../shared/document/write-change.ts';
import { writeWishes } from '../../shared/document/write-wishes.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type DocumentLog, type DocumentLogDeps, openDocumentLog } from '../local/document-log.ts';
import type { StorageFailure } from '../services.ts';
import type { DraftGroup, DraftRefusal, DraftService } from '../services/drafts.ts';
import { groupDrafts, groupSettled } from './draft-groups.ts';
import { keepAsNewIdea } from './keep-as-new-idea.ts';
import { type DraftedEdits, readDraftedEdits } from './drafted-edits.ts';
import { splitText } from './split-text.ts';

export type DraftDeskDeps = DocumentLogDeps & {
  /** Known for as long as it is open, so that everything can be flushed before an update or a pagehide. */
  readonly openLogs: Set<DocumentLog>;
  /** The person behind an actor as far as this device knows, else the actor. */
  readonly whoIs: (actor: ActorId) => Someone;
};

/** Screens hear of a change at most this often. */
const readIntervalMs = 100;

export function createDraftDesk(deps: DraftDeskDeps): DraftService {
  const { store, identity } = deps;
  const author = {
    ...identity,
    nowMs: deps.nowMs,
    randomBytes: deps.randomBytes,
    isOwn: (actor: ActorId) => deps.whoIs(actor) === deps.whoIs(identity.actor),
  };

  const readEdits = async (group: DraftGroup): Promise<DraftedEdits> =>
    readDraftedEdits((await store.readDrafts()).filter(({ n }) => group.ns.includes(n)));

  async function settle(
    group: DraftGroup,
    fate: Parameters<typeof store.settleDrafts>[1],
  ): Promise<Result<void, StorageFailure>> {
    return store.settleDrafts(group.ns, fate);
  }

  /** Has `write` change the record, and resolves when that is stored. */
  async function writeInto(
    id: DocumentId,
    write: (doc: Y.Doc) => void,
  ): Promise<Result<void, DraftRefusal | StorageFailure>> {
    const stored = await store.readDocument(id);
    if (stored?.chores.includes('rebuild') === true) return err('recordWaiting');
    const log = stored && (await openDocumentLog(deps, id));
    if (log === undefined) return err('recordMissing');
    deps.openLogs.add(log);
    try {
      write(log.doc.get());
      await log.flush();
      const saving = log.saving.get();
      return saving === 'saved' || saving === 'saving' ? ok(undefined) : err(saving);
    } finally {
      await log.close();
      deps.openLogs.delete(log);
    }
  }

  const comment = (doc: Y.Doc, text: string) => {
    for (const part of splitText(text, limits.commentLength)) {
      writeComment(doc, { id: createUuidV7<CommentId>(deps), text: part }, author);
    }
  };

  return {
    watch: (onDrafts) => watchDrafts(deps, onDrafts),

    compare: async (group) => {
      const stored = await store.readDocument(group.docId);
      const { updates, words } = await readEdits(group);
      const isWaiting = stored?.chores.includes('rebuild') === true;
      // Until the server's state is here, the record on this device holds the refused edits itself.
      const record = isWaiting ? [] : (stored?.updates ?? []);
      const { wishes, looseTexts } = readWishes(record, updates);
      return {
        wishes,
        looseTexts: [...looseTexts, ...words],
        record: stored === undefined ? 'missing' : isWaiting ? 'waiting' : 'here',
      };
    },

    applyAgain: async (group) => {
      const edits = await readEdits(group);
      const written = await writeInto(group.docId, (doc) => {
        const read = readWishes([Y.encodeStateAsUpdate(doc)], edits.updates);
        writeWishes(doc, read.wishes, author);
        const loose = [...read.looseTexts, ...edits.words];
        if (loose.length > 0) comment(doc, loose.join('\n\n'));
      });
      if (!written.ok && written.error !== 'recordMissing') return written;
      const kept = written.ok
        ? ok({ id: group.docId })
        : await keepAsNewIdea(deps, group.title, edits);
      if (!kept.ok) return kept;
      const settled = await settle(group, 'appliedAgain');
      return settled.ok ? ok(kept.value.id) : settled;
    },

    postComment: async (group, text) => {
      const written = await writeInto(group.docId, (doc) => comment(doc, text));
      return written.ok ? settle(group, 'posted') : written;
    },

    settle,
    takeUp: (group) => store.takeUpDrafts(group.ns),
  };
}

function watchDrafts(
  { store, setTimer, report }: DraftDeskDeps,
  onDrafts: Parameters<DraftService['watch']>[0],
): () => void {
  let isStopped = false;
  let isStale = false;
  let cancelTimer: (() => void) | undefined;

  async function read(): Promise<void> {
    isStale = false;
    try {
      const [drafts, settled] = await Promise.all([store.readDrafts(), store.readSettled()]);
      if (isStopped) return;
      onDrafts({ waiting: groupDrafts(drafts), settled: groupSettled(settled) });
    } catch (cause) {
      report('reading drafts', cause);
    }
  }

  function readSoon(): void {
    isStale = true;
    cancelTimer ??= setTimer(readIntervalMs, () => {
      cancelTimer = undefined;
      if (isStale && !isStopped) void read();
    });
  }

  const stop = store.changes.subscribe(readSoon);
  void read();
  return () => {
    isStopped = true;
    cancelTimer?.();
    stop();
  };
}
