/** Replication as one thing that needs no network: push, pull and the queue that rooms and pokes hang on. */
import type { ClockDep } from '../../shared/deps.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type {
  DocumentsAnswer,
  DocumentsRequest,
  PullAnswer,
  PullRequest,
  PushAnswer,
  PushRequest,
} from '../../shared/protocol/messages.ts';
import type { QuarantineDecision } from '../../shared/protocol/quarantine.ts';
import type { Result } from '../../shared/result.ts';
import { type Log, silentLog } from '../observability/log.ts';
import type { Session } from '../store/people-store.ts';
import type { RefusedItem } from '../store/quarantine-store.ts';
import type { Store } from '../store/store.ts';
import type { Admission } from './admission.ts';
import { type CommitQueue, createCommitQueue } from './commit-queue.ts';
import { type AskedErasure, erasePassage } from './erase-passage.ts';
import { pull, type PullPage, pullPages, readDocuments } from './pull.ts';
import { decideOf, readQuarantine } from './quarantine.ts';
import { push, pushAll, verifyEd25519, type VerifySignature } from './push.ts';
import type { SyncRefusal } from './sync-refusal.ts';

export type Replication = {
  readonly push: (
    session: Session,
    request: PushRequest,
  ) => Promise<Result<PushAnswer, SyncRefusal>>;
  readonly pull: (
    session: Session,
    request: PullRequest,
  ) => Promise<Result<PullAnswer, SyncRefusal>>;
  /** Each in its turn, until one is refused. */
  readonly pushAll: (
    session: Session,
    requests: AsyncIterator<Result<PushRequest, SyncRefusal>>,
  ) => AsyncGenerator<Result<PushAnswer, SyncRefusal>>;
  /** Page after page up to the present, until one is refused. */
  readonly pullPages: (
    session: Session,
    request: PullRequest,
  ) => AsyncGenerator<Result<PullPage, SyncRefusal>>;
  readonly documents: (
    session: Session,
    request: DocumentsRequest,
  ) => Promise<Result<DocumentsAnswer, SyncRefusal>>;
  readonly quarantine: {
    /** What waits for a decision and was refused before item `beforeN`. */
    readonly read: (session: Session, beforeN: number) => ReturnType<typeof readQuarantine>;
    readonly decide: (
      session: Session,
      item: RefusedItem,
      decision: QuarantineDecision,
    ) => ReturnType<typeof decideOf>;
  };
  readonly erasePassage: (
    session: Session,
    docId: DocumentId,
    asked: AskedErasure,
  ) => ReturnType<typeof erasePassage>;
  readonly queue: CommitQueue;
};

export type ReplicationDeps = ClockDep & {
  readonly store: Store;
  readonly admission: Admission;
  readonly log?: Log;
  /** Default: the end of this turn of the event loop. */
  readonly soon?: (work: () => void) => void;
  /** Default: Ed25519 by node:crypto. */
  readonly verifySignature?: VerifySignature;
};

export function createReplication(deps: ReplicationDeps): Replication {
  const { store, admission, nowMs } = deps;
  const queue = createCommitQueue({
    nowMs,
    store,
    admission,
    log: deps.log ?? silentLog,
    soon: deps.soon ?? ((work) => void setImmediate(work)),
  });
  const pushDeps = { nowMs, store, queue, verifySignature: deps.verifySignature ?? verifyEd25519 };
  const pullDeps = { store, nowMs };
  const quarantineDeps = { nowMs, store, admission, queue };
  const erasing = { ...quarantineDeps, log: deps.log ?? silentLog };
  return {
    push: (session, request) => push(pushDeps, session, request),
    pull: (session, request) => pull(pullDeps, session, request),
    pushAll: (session, requests) => pushAll(pushDeps, session, requests),
    pullPages: (session, request) => pullPages(pullDeps, session, request),
    documents: (session, request) => readDocuments(store, session, request),
    quarantine: {
      read: (session, beforeN) => readQuarantine(quarantineDeps, session, beforeN),
      decide: (session, item, decision) => decideOf(quarantineDeps, session, item, decision),
    },
    erasePassage: (session, docId, asked) => erasePassage(erasing, session, docId, asked),
    queue,
  };
}
