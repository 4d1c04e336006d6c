/**
 * The one way in for edits, from pushes and rooms alike: what waits is admitted and committed together, one
 * batch after the other, and nobody hears of an edit before its commit.
 */
import type { ClockDep } from '../../shared/deps.ts';
import type { WorkspaceId } from '../../shared/domain/ids.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Log } from '../observability/log.ts';
import type { Store } from '../store/store.ts';
import type { Admission, DocumentKey, LoadDocuments } from './admission.ts';
import {
  type CommittedEdit,
  commitSubmissions,
  type Outcome,
  type Submission,
} from './commit-batch.ts';

export type CommitQueue = {
  /** An outcome for each submission, in order; refused as a whole when the store fails or the queue is full. */
  readonly submit: (
    workspace: WorkspaceId,
    submissions: readonly Submission[],
  ) => Promise<Result<readonly Outcome[], Refusal>>;
  /**
   * What a replica misses of the document as committed. `onRead` runs before any later commit is announced;
   * its argument is undefined when the state vector is malformed.
   */
  readonly readDifference: (
    key: DocumentKey,
    stateVector: Uint8Array,
    onRead: (difference: Uint8Array | undefined) => void,
  ) => Promise<Result<void, Refusal>>;
  /** Keeps a document's copy with admission while it is read and edited live. */
  readonly hold: (key: DocumentKey) => void;
  /** Ends that, and writes a snapshot. */
  readonly release: (key: DocumentKey) => Promise<void>;
  /** Called after every commit, in commit order, before the submitters hear of it. */
  readonly onCommitted: (listener: (committed: CommittedBatch) => void) => () => void;
  /** Resolves when everything submitted before has been answered. */
  readonly drained: () => Promise<void>;
};

export type CommittedBatch = {
  readonly workspace: WorkspaceId;
  readonly headSeq: number;
  readonly edits: readonly CommittedEdit[];
};

export type CommitQueueDeps = ClockDep & {
  readonly store: Store;
  readonly admission: Admission;
  readonly log: Log;
  /** Runs `work` after what is happening now, so that edits that arrive together are committed together. */
  readonly soon: (work: () => void) => void;
};

/** Of one commit: bounds how long a later edit waits, and how much is admitted before the first is stored. */
const batchLimits = { submissions: 1_000, bytes: 8 * 1024 * 1024 };

/** Bytes that may wait; beyond it, clients are told to come back later. */
const queueLimitBytes = 64 * 1024 * 1024;

type Job = {
  readonly workspace: WorkspaceId;
  readonly submissions: readonly Submission[];
  readonly bytes: number;
  readonly settle: (result: Result<readonly Outcome[], Refusal>) => void;
};

/** Something that happens between two batches. */
type Step = { readonly run: () => Promise<void> };

export function createCommitQueue(deps: CommitQueueDeps): CommitQueue {
  const { store, admission, log } = deps;
  const load: LoadDocuments = (workspace, docIds) => store.loadDocuments(workspace, docIds);
  const waiting: (Job | Step)[] = [];
  const listeners = new Set<(committed: CommittedBatch) => void>();
  const held = new Set<string>();
  let waitingBytes = 0;
  let running: Promise<void> | undefined;

  const wake = () => {
    running ??= new Promise<void>((resolve) => deps.soon(() => void work().finally(resolve)));
  };

  const work = async () => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      if ('run' in next) {
        waiting.shift();
        await next.run();
      } else await commitBatch(takeBatch(waiting));
    }
    running = undefined;
  };

  const commitBatch = async (jobs: readonly Job[]) => {
    const [first] = jobs;
    if (first === undefined) return;
    const { workspace } = first;
    const submissions = jobs.flatMap((job) => job.submissions);
    for (const job of jobs) waitingBytes -= job.bytes;
    try {
      const isHeld = (docId: string) => held.has(heldKey(workspace, docId));
      const committed = await commitSubmissions(deps, workspace, submissions, { load, isHeld });
      if (committed.edits.length > 0) announce({ workspace, ...committed });
      let at = 0;
      for (const job of jobs) {
        job.settle(ok(committed.outcomes.slice(at, at + job.submissions.length)));
        at += job.submissions.length;
      }
    } catch (error) {
      log.error({ err: error, submissions: submissions.length }, 'nothing of a batch was stored');
      admission.discard(submissions.map(({ docId }) => ({ workspace, docId })));
      for (const job of jobs) job.settle(err(storageFailed));
    }
  };

  const announce = (committed: CommittedBatch) => {
    for (const listener of listeners) {
      try {
        listener(committed);
      } catch (error) {
        // The edits are durable; whoever missed the news reads them at the next pull.
        log.error({ err: error }, 'a listener failed on a commit');
      }
    }
  };

  /** Runs `step` between batches; its failure is logged and becomes undefined. */
  const between = <T>(what: string, step: () => Promise<T>): Promise<T | undefined> =>
    new Promise((resolve) => {
      const run = () =>
        step().then(resolve, (error: unknown) => {
          log.error({ err: error }, `${what} failed`);
          resolve(undefined);
        });
      waiting.push({ run });
      wake();
    });

  return {
    submit(workspace, submissions) {
      const bytes = submissions.reduce((sum, submission) => sum + sizeOf(submission), 0);
      if (waitingBytes + bytes > queueLimitBytes) return Promise.resolve(err(overloaded));
      waitingBytes += bytes;
      return new Promise((settle) => {
        waiting.push({ workspace, submissions, bytes, settle });
        wake();
      });
    },

    async readDifference(key, stateVector, onRead) {
      const done = await between('reading a document', async () => {
        onRead(await admission.difference(key, stateVector, load));
        return true;
      });
      return done === true ? ok(undefined) : err(storageFailed);
    },

    hold: ({ workspace, docId }) => void held.add(heldKey(workspace, docId)),

    async release(key) {
      held.delete(heldKey(key.workspace, key.docId));
      await between('closing a document', async () => {
        // Opened again in the meantime: the next close writes the snapshot.
        if (held.has(heldKey(key.workspace, key.docId))) return;
        const bytes = await admission.release(key, load);
        const [inspection] = await store.inspect(key.workspace, [
          { docId: key.docId, uid: undefined },
        ]);
        const document = inspection?.document;
        if (document === undefined || document.sinceSnapshot === 0) return;
        await store.saveSnapshot(key.workspace, key.docId, { seq: document.headSeq, bytes });
      });
    },

    onCommitted(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    drained: () => between('waiting', async () => {}),
  };
}

const storageFailed = refusal('storageFailed', 'The server could not store it; try again later.');
const overloaded = refusal('unavailable', 'The server is busy; try again later.');

/** As many waiting jobs of the first one's workspace, in order, as one commit takes; at least one. */
function takeBatch(waiting: (Job | Step)[]): readonly Job[] {
  const jobs: Job[] = [];
  let submissions = 0;
  let bytes = 0;
  for (let next = waiting[0]; next !== undefined && !('run' in next); next = waiting[0]) {
    submissions += next.submissions.length;
    bytes += next.bytes;
    const isOver = submissions > batchLimits.submissions || bytes > batchLimits.bytes;
    if (jobs.length > 0 && (isOver || next.workspace !== jobs[0]?.workspace)) break;
    jobs.push(next);
    waiting.shift();
  }
  return jobs;
}

const sizeOf = ({ parts }: Submission): number => parts.reduce((sum, part) => sum + part.length, 0);

const heldKey = (workspace: string, docId: string): string => `${workspace}/${docId}`;
