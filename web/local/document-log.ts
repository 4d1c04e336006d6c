/**
 * An open document: what is written in it goes to the device's storage, what others store comes in. A
 * document that the server refused is frozen and starts again as a new one from the server's state.
 */
import * as Y from 'yjs';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { nextHlc } from '../../shared/domain/hlc.ts';
import { bytesToHex, type DocumentId, type Uid } from '../../shared/domain/ids.ts';
import { projectDocument } from '../../shared/document/project-document.ts';
import type { ImprovementFacts } from '../../shared/document/projection.ts';
import type { RefusalCode } from '../../shared/protocol/refusals.ts';
import { createWritable, type Readable } from '../readable.ts';
import type { StorageFailure } from '../services.ts';
import type { Change } from './change-feed.ts';
import { createDoc } from './create-doc.ts';
import { compactDocument } from './compact-document.ts';
import type { HashDep, ReportDep, TimersDep } from './deps.ts';
import type { Appended, StoredDocument } from './document-store.ts';
import type { Identity } from './identity.ts';
import { watchForMissingEdits } from './missing-edits.ts';
import { longTailRows } from './document-rows.ts';
import type { ReplicaStore } from './replica-store.ts';

/** Typed text is stored this long after the first key stroke of a batch. */
export const textBatchMs = 300;
/** After a failed write it is tried again, at first this soon and at most this late. */
const firstRetryMs = 1_000;
const lastRetryMs = 60_000;
const longTailBytes = 32 * 1024;

export type DocumentLogDeps = ClockDep &
  RandomDep &
  TimersDep &
  HashDep &
  ReportDep & { readonly store: ReplicaStore; readonly identity: Identity };

export type DocumentLog = {
  readonly id: DocumentId;
  /** Another document after a refusal: whoever is bound to the old one binds to the new one. */
  readonly doc: Readable<Y.Doc>;
  readonly saving: Readable<'saved' | 'saving' | StorageFailure>;
  readonly refused: Readable<RefusalCode | undefined>;
  /** What the server has decided about it, as far as this device has heard. */
  readonly facts: Readable<ImprovementFacts>;
  /** Transactions of this origin are typing and stored in batches; others at once. */
  readonly editorOrigin: object;
  /** Updates of this origin come from the server: stored, but not sent. */
  readonly addRoomOrigin: (origin: object) => void;
  /** What was written here and is not stored yet, as one update. */
  readonly unstored: () => Uint8Array | undefined;
  /** Resolves when everything written so far is stored, or could not be. */
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** undefined: the document is not on this device. */
export async function openDocumentLog(
  deps: DocumentLogDeps,
  id: DocumentId,
): Promise<DocumentLog | undefined> {
  const stored = await deps.store.readDocument(id);
  return stored === undefined ? undefined : createDocumentLog(deps, id, stored);
}

const storedOrigin = Symbol('stored');

function createDocumentLog(
  deps: DocumentLogDeps,
  id: DocumentId,
  opened: StoredDocument,
): DocumentLog {
  const { store } = deps;
  const source = bytesToHex(deps.randomBytes(8));
  const editorOrigin = {};
  const roomOrigins = new WeakSet<object>();
  const saving = createWritable<'saved' | 'saving' | StorageFailure>('saved');
  const refused = createWritable<RefusalCode | undefined>(
    opened.chores.includes('rebuild') ? (opened.refusedCode as RefusalCode) : undefined,
  );
  const facts = createWritable(opened.facts);
  let shown = opened;
  let tailRows = opened.tailRows.length;
  let tailBytes = opened.tailBytes;
  const written: Uint8Array[] = [];
  const received: Uint8Array[] = [];
  let storing: Promise<void> | undefined;
  let following: Promise<void> = Promise.resolve();
  let isFollowQueued = false;
  let cancelBatch: (() => void) | undefined;
  let retryMs = firstRetryMs;

  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === storedOrigin) return;
    if (typeof origin === 'object' && origin !== null && roomOrigins.has(origin)) {
      received.push(update);
      return storeLater(textBatchMs);
    }
    written.push(update);
    saving.set('saving');
    if (origin === editorOrigin || origin instanceof Y.UndoManager) storeLater(textBatchMs);
    else void flush();
  };

  const doc = createWritable(createDoc(deps, opened.updates, storedOrigin));
  const missing = watchForMissingEdits(deps, doc.get, () => void store.addChore(id, 'fetch'));
  listenTo(doc.get());
  const stopListening = store.changes.subscribe((change) => {
    if (concerns(change)) follow();
  });

  function listenTo(opened: Y.Doc): void {
    opened.on('update', onUpdate);
    // An update of which everything waits for a missing one emits no update event.
    opened.on('afterTransaction', missing.look);
    missing.look();
  }

  function concerns(change: Change): boolean {
    if (change.type === 'everything') return true;
    return change.type === 'documents' && change.source !== source && change.docIds.includes(id);
  }

  function storeLater(delayMs: number): void {
    cancelBatch ??= deps.setTimer(delayMs, () => void flush());
  }

  function flush(): Promise<void> {
    cancelBatch?.();
    cancelBatch = undefined;
    storing ??= storeAll().finally(() => {
      storing = undefined;
      if (isLeftOver()) void flush();
    });
    return storing;
  }

  /** It came when the last of the rest was stored already; what failed is tried again later. */
  const isLeftOver = () => cancelBatch === undefined && (written.length > 0 || received.length > 0);

  async function storeAll(): Promise<void> {
    while (received.length > 0 || written.length > 0) {
      const failure = received.length > 0 ? await storeReceived() : await storeWritten();
      if (failure !== undefined) {
        saving.set(failure);
        storeLater(retryMs);
        retryMs = Math.min(retryMs * 2, lastRetryMs);
        return;
      }
      retryMs = firstRetryMs;
    }
    saving.set('saved');
    if (tailRows > longTailRows || tailBytes > longTailBytes) await compact();
  }

  async function storeWritten(): Promise<StorageFailure | undefined> {
    const batch = [...written];
    const update = mergedUpdate(batch);
    const uid = (await deps.sha256Hex(update)) as Uid;
    const { boot, actor } = deps.identity;
    const edit = { docId: id, update, uid, hlc: nextHlc(deps), boot, actor, ...projected() };
    const result = await store.appendEdit(edit, source);
    if (!result.ok) return result.error;
    written.splice(0, batch.length);
    noteAppended(result.value, [update]);
    if (result.value.drafted) follow();
    return undefined;
  }

  async function storeReceived(): Promise<StorageFailure | undefined> {
    const batch = [...received];
    const result = await store.appendFromRoom(
      { docId: id, updates: batch, ...projected() },
      source,
    );
    if (!result.ok) return result.error;
    received.splice(0, batch.length);
    noteAppended(result.value, batch);
    return undefined;
  }

  const projected = () => ({
    row: projectDocument({ kind: opened.kind, id }, doc.get(), shown.facts, deps.nowMs()),
    shows: shown,
  });

  function noteAppended(appended: Appended, updates: readonly Uint8Array[]): void {
    if (appended.rowIsCurrent) shown = { ...shown, tailN: appended.tailN };
    tailRows += updates.length;
    tailBytes += updates.reduce((sum, bytes) => sum + bytes.length, 0);
  }

  /** One read at a time: an older one that came later would bring back what a newer has replaced. */
  function follow(): void {
    if (isFollowQueued) return;
    isFollowQueued = true;
    following = following
      .then(() => {
        isFollowQueued = false;
        return catchUp();
      })
      .catch((cause: unknown) => deps.report('reading a record', cause));
  }

  async function catchUp(): Promise<void> {
    const read = await store.readDocument(id);
    if (read === undefined) return refused.set('notFound');
    if (read.generation !== shown.generation) return startAgain(read);
    shown = { ...read, tailN: Math.max(read.tailN, shown.tailN) };
    facts.set(read.facts);
    for (const update of read.updates) Y.applyUpdate(doc.get(), update, storedOrigin);
  }

  /** What is still pending was written in the old document: it is stored as such, and thereby drafted, first. */
  async function startAgain(read: StoredDocument): Promise<void> {
    refused.set(read.refusedCode as RefusalCode);
    while (written.length > 0 && saving.get() !== 'quotaExceeded') await flush();
    if (read.chores.includes('rebuild') || read.generation === shown.generation) return;
    const old = doc.get();
    old.off('update', onUpdate);
    old.off('afterTransaction', missing.look);
    const next = createDoc(deps, read.updates, storedOrigin);
    shown = read;
    facts.set(read.facts);
    tailRows = read.tailRows.length;
    tailBytes = read.tailBytes;
    doc.set(next);
    listenTo(next);
    old.destroy();
  }

  async function compact(): Promise<void> {
    const result = await compactDocument(store, id);
    if (!result.ok) return;
    tailRows = 0;
    tailBytes = 0;
  }

  return {
    id,
    doc,
    saving,
    refused,
    facts,
    editorOrigin,
    addRoomOrigin: (origin) => roomOrigins.add(origin),
    unstored: () => (written.length === 0 ? undefined : mergedUpdate(written)),
    flush,
    close: async () => {
      await flush();
      // Fields that go away with their screen write once more when it has begun to close.
      while (isLeftOver()) await flush();
      stopListening();
      cancelBatch?.();
      missing.stop();
      if (tailRows > 0) await compact();
      doc.get().destroy();
    },
  };
}

const mergedUpdate = (updates: readonly Uint8Array[]): Uint8Array =>
  updates.length === 1 && updates[0] !== undefined ? updates[0] : Y.mergeUpdates([...updates]);
