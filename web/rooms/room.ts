/**
 * The live session of an open record: joined when there is a server and everything written before has been
 * sent, left and joined again by itself. It brings speed and presence; durability stays with the outbox.
 */
import type * as Y from 'yjs';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { closeCodes } from '../../shared/protocol/refusals.ts';
import type { Result } from '../../shared/result.ts';
import type { ReportDep, TimersDep } from '../local/deps.ts';
import type { DocumentLog } from '../local/document-log.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import { createWritable, type Readable } from '../readable.ts';
import { createBackoff } from '../replication/backoff.ts';
import type { Caret, Presence, RoomService } from '../services/open-document.ts';
import type { LiveConnection, LiveEvents } from './live-connection.ts';

const rejoinBackoff = { firstMs: 500, lastMs: 30_000 };

export type RoomDeps = TimersDep &
  ReportDep & {
    readonly random: () => number;
    readonly store: Pick<ReplicaStore, 'readUnsentDocuments' | 'setAsideDocument' | 'changes'>;
    /** Joined, and the server answers: only then is there a room. */
    readonly canJoin: Readable<boolean>;
    readonly fetchTicket: (id: DocumentId) => Promise<Result<string, string>>;
    readonly wakeReplication: () => void;
    readonly createConnection: (
      id: DocumentId,
      doc: Y.Doc,
      events: LiveEvents,
    ) => Promise<LiveConnection>;
  };

export type Room = RoomService & { readonly leave: () => void };

/** After these the room is not tried again while the record stays open. */
const finalCodes: ReadonlySet<number> = new Set([
  closeCodes.revoked,
  closeCodes.gone,
  closeCodes.upgrade,
]);

export function enterRoom(deps: RoomDeps, id: DocumentId, log: DocumentLog): Room {
  const state = createWritable<'off' | 'connecting' | 'live'>('off');
  const others = createWritable<readonly Presence[]>([]);
  const backoff = createBackoff(deps.random, rejoinBackoff);
  let connection: LiveConnection | undefined;
  let caret: Caret | undefined;
  let isLeft = false;
  let isJoining = false;
  /** Refused: nothing more is sent from this document, until the log has another one. */
  let isFrozen = log.refused.get() !== undefined;
  let cancelRejoin: (() => void) | undefined;

  async function join(): Promise<void> {
    if (isJoining || isLeft || isFrozen || state.get() === 'live' || !deps.canJoin.get()) return;
    isJoining = true;
    state.set('connecting');
    try {
      await drained();
      const ticket = isLeft ? undefined : await deps.fetchTicket(id);
      if (ticket?.ok === true && deps.canJoin.get()) await connect(ticket.value);
      else rejoinLater();
    } catch (cause) {
      deps.report('joining the live session', cause);
      rejoinLater();
    }
    isJoining = false;
  }

  /** Resolves when nothing of this document waits in the outbox. */
  async function drained(): Promise<void> {
    await log.flush();
    while (await isWaiting()) {
      deps.wakeReplication();
      await nextChange();
    }
  }

  const isWaiting = async () => !isLeft && (await deps.store.readUnsentDocuments([id])).has(id);

  const nextChange = () =>
    new Promise<void>((resolve) => {
      const stop = deps.store.changes.subscribe((change) => {
        if (change.type === 'documents' && !change.docIds.includes(id)) return;
        stop();
        resolve();
      });
    });

  async function connect(ticket: string): Promise<void> {
    const doc = log.doc.get();
    connection ??= await deps.createConnection(id, doc, events);
    if (isLeft || isFrozen || doc !== log.doc.get()) return dropConnection();
    log.addRoomOrigin(connection.origin);
    connection.setCaret(caret);
    connection.connect(ticket);
  }

  const events: LiveEvents = {
    onSynced: () => {
      backoff.reset();
      state.set('live');
    },
    onDurable: deps.wakeReplication,
    onRefused: (code) => {
      freeze();
      // Written anew: a push says of each edit whether it was in time, and a pull brings the document.
      if (code === 'rebase' || code === 'doneAlready') return deps.wakeReplication();
      const message = 'The server refused an edit made in the live session.';
      void deps.store.setAsideDocument(id, code, message);
    },
    onClosed: (code) => {
      others.set([]);
      if (code !== undefined && finalCodes.has(code)) state.set('off');
      else rejoinLater();
    },
    onPresence: others.set,
  };

  function rejoinLater(): void {
    cancelRejoin?.();
    if (isLeft || isFrozen) return;
    state.set('off');
    cancelRejoin = deps.setTimer(backoff.nextMs(), () => void join());
  }

  function freeze(): void {
    isFrozen = true;
    dropConnection();
  }

  function dropConnection(): void {
    connection?.destroy();
    connection = undefined;
    others.set([]);
    state.set('off');
  }

  const stopFollowingRefusal = log.refused.subscribe(freeze);
  const stopFollowingDoc = log.doc.subscribe(() => {
    isFrozen = false;
    dropConnection();
    void join();
  });
  const stopFollowingServer = deps.canJoin.subscribe(() => void join());
  void join();

  return {
    state,
    others,
    setCaret: (next) => {
      caret = next;
      connection?.setCaret(next);
    },
    leave: () => {
      isLeft = true;
      stopFollowingRefusal();
      stopFollowingDoc();
      stopFollowingServer();
      cancelRejoin?.();
      dropConnection();
    },
  };
}
