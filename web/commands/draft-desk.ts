/** What a person can do with edits that were not accepted. Each way out stores and settles the drafts at once. */
import * as Y from 'yjs';
import { type ActorId, type CommentId, createUuidV7 } from '../../shared/domain/ids.ts';
import { limits, type Someone } from '../../shared/domain/improvement.ts';
import { readWishes } from '../../shared/document/read-wishes.ts';
import { writeComment } from '../../shared/document/write-change.ts';
import { writeWishes } from '../../shared/document/write-wishes.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type DocumentLog, type DocumentLogDeps, openDocumentLog } from '../local/document-log.ts';
import type { LocalEdit } from '../local/document-store.ts';
import { settleOwn } from '../local/draft-store.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import type { StorageFailure } from '../services.ts';
import type { DraftFate, DraftGroup, DraftRefusal, DraftService } from '../services/drafts.ts';
import { groupDrafts, groupSettled } from './draft-groups.ts';
import { keepAsNewIdea } from './keep-as-new-idea.ts';
import { readDraftedEdits } from './drafted-edits.ts';
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

  const readRows = async ({ ns }: DraftGroup) =>
    (await store.readDrafts()).filter(({ n }) => ns.includes(n));

  const settle = (group: DraftGroup, fate: DraftFate): Promise<Result<void, StorageFailure>> =>
    store.settleDrafts(group.ns, fate);

  /** A store whose edits settle the drafts as well, so that no crash comes between and has them made twice. */
  const settlingStore = async (group: DraftGroup, fate: DraftFate): Promise<ReplicaStore> => {
    const { ns } = group;
    const along: Pick<LocalEdit, 'settle' | 'applies'> = {
      applies: (await readRows(group)).map(({ uid }) => uid),
      settle: (tables) => settleOwn(tables, ns, fate, deps.nowMs()),
    };
    return {
      ...store,
      appendEdit: (edit, source) => store.appendEdit({ ...edit, ...along }, source),
      createDocument: (edit) => store.createDocument({ ...edit, ...along }),
    };
  };

  /** Has `write` change the record, and resolves when that is stored and the drafts are settled. */
  async function writeInto(
    group: DraftGroup,
    fate: DraftFate,
    write: (doc: Y.Doc) => void,
  ): Promise<Result<void, DraftRefusal | StorageFailure>> {
    const { docId } = group;
    const stored = await store.readDocument(docId);
    if (stored?.chores.includes('rebuild') === true) return err('recordWaiting');
    const settling = { ...deps, store: await settlingStore(group, fate) };
    const log = stored && (await openDocumentLog(settling, docId));
    if (log === undefined) return err('recordMissing');
    deps.openLogs.add(log);
    try {
      const doc = log.doc.get();
      // One update, and so one transaction of the storage.
      doc.transact(() => write(doc));
      await log.flush();
      const saving = log.saving.get();
      if (saving !== 'saved' && saving !== 'saving') return err(saving);
      // Where nothing was left to write, nothing has settled them yet.
      return await settle(group, fate);
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
      const { updates, words } = readDraftedEdits(await readRows(group));
      const isWaiting = stored?.chores.includes('rebuild') === true;
      // Until the server's state is here, the record on this device holds the refused edits itself.
      const record = isWaiting ? [] : (stored?.updates ?? []);
      const { wishes, looseTexts } = readWishes(record, updates);
      return {
        wishes,
        looseTexts: [...looseTexts, ...words],
        kind: stored?.kind ?? 'improvement',
        record: stored === undefined ? 'missing' : isWaiting ? 'waiting' : 'here',
      };
    },

    applyAgain: async (group) => {
      const rows = await readRows(group);
      // Another tab was faster.
      if (rows.length === 0) return ok(group.docId);
      const edits = readDraftedEdits(rows);
      // Only records take comments: elsewhere what can't be made again stays with the draft, which is kept for a while.
      const isRecord = (await store.readDocument(group.docId))?.kind === 'improvement';
      const written = await writeInto(group, 'appliedAgain', (doc) => {
        const read = readWishes([Y.encodeStateAsUpdate(doc)], edits.updates);
        writeWishes(doc, read.wishes, author);
        const loose = [...read.looseTexts, ...edits.words];
        if (loose.length > 0 && isRecord) comment(doc, loose.join('\n\n'));
      });
      if (written.ok) return ok(group.docId);
      if (written.error !== 'recordMissing') return written;
      const settling = { ...deps, store: await settlingStore(group, 'appliedAgain') };
      const kept = await keepAsNewIdea(settling, group.title, edits);
      return kept.ok ? ok(kept.value.id) : kept;
    },

    postComment: (group, text) => writeInto(group, 'posted', (doc) => comment(doc, text)),

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
