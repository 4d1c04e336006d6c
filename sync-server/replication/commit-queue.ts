/**
 * The one way in for edits, from pushes and rooms alike: what waits is admitted and committed together, one
 * batch after the other, and nobody hears of an edit before its commit.
 */
import type { ClockDep } from '../../shared/deps.ts';
import type { DocumentId, WorkspaceId } from '../../shared/domain/ids.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Log } from '../observability/log.ts';
import type { Store } from '../store/store.ts';
import type { Admission, DocumentKey, LoadDocuments } from './admission.ts';
import {
  admitBatch,
  type AdmittedBatch,
  type CommittedEdit,
  type Outcome,
  storeBatch,
  type Submission,
} from './commit-batch.ts';
import { type Answer, bytesOf, type Job, piecesOf, type Step, takeBatch } from './commit-jobs.ts';

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
  /**
   * Runs `work` while nothing is judged or stored; what it has committed is told like any commit. Refused when
   * `work` fails: then nothing was committed.
   */
  readonly runAlone: <T>(
    what: string,
    work: () => Promise<{ readonly value: T; readonly committed?: CommittedBatch }>,
  ) => Promise<Result<T, Refusal>>;
  /** Keeps a document's copy with admission while it is read and edited live. */
  readonly hold: (key: DocumentKey) => void;
  /** Ends that, and writes a snapshot. */
  readonly release: (key: DocumentKey) => Promise<void>;
  /** Called after every commit, in commit order, before the submitters hear of it. */
  readonly onCommitted: (listener: (committed: CommittedBatch) => void) => () => void;
  /**
   * Runs `step` when no batch is under way: what is submitted later is judged by what it leaves. Rejects when
   * it does.
   */
  readonly betweenBatches: <T>(step: () => Promise<T>) => Promise<T>;
  /** Resolves when everything submitted before has been answered. */
  readonly drained: () => Promise<void>;
};

export type CommittedBatch = {
  readonly workspace: WorkspaceId;
  readonly headSeq: number;
  readonly edits: readonly CommittedEdit[];
  /** Documents that are gone from now on. */
  readonly purged?: readonly DocumentId[];
  /** Documents that were written anew: what was made for the old ones does not fit any more. */
  readonly rewritten?: readonly DocumentId[];
  /** Documents that somebody may read no longer. */
  readonly unshared?: readonly DocumentId[];
};

export type CommitQueueDeps = ClockDep & {
  readonly store: Store;
  readonly admission: Admission;
  readonly log: Log;
  /** Runs `work` after what is happening now, so that edits that arrive together are committed together. */
  readonly soon: (work: () => void) => void;
};

/** Bytes that may wait; beyond it, clients are told to come back later. */
const queueLimitBytes = 64 * 1024 * 1024;

/** A batch that is being judged, or waits to be stored. */
type Flight = {
  readonly jobs: readonly Job[];
  readonly docIds: ReadonlySet<DocumentId>;
  readonly admitted: Promise<Result<AdmittedBatch, unknown>>;
  /** The batch before it was not stored, and it may have been judged on top of that. */
  isVoid: boolean;
};

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
    let flight: Flight | undefined;
    for (;;) {
      const next = waiting[0];
      if (flight === undefined && next === undefined) break;
      if (flight === undefined && next !== undefined && 'run' in next) {
        waiting.shift();
        await next.run();
        continue;
      }
      flight ??= launch(takeBatch(waiting, () => true));
      const admitted = await flight.admitted;
      // What follows a void batch would be judged on top of it, and be void as well.
      const follower = flight.isVoid ? undefined : follow(flight);
      const isStored = await land(flight, admitted);
      if (follower !== undefined && !isStored) follower.isVoid = true;
      flight = follower;
    }
    running = undefined;
  };

  const isHeld = (workspace: WorkspaceId, docId: DocumentId) => held.has(heldKey(workspace, docId));

  const launch = (jobs: readonly Job[]): Flight => {
    const submissions = jobs.flatMap((job) => job.submissions);
    for (const job of jobs) waitingBytes -= job.bytes;
    const workspace = jobs[0]?.workspace;
    if (workspace === undefined) throw new Error('A batch has at least one job.');
    const surroundings = { load, isHeld: (docId: DocumentId) => isHeld(workspace, docId) };
    return {
      jobs,
      docIds: new Set(submissions.map(({ docId }) => docId)),
      admitted: admitBatch(deps, workspace, submissions, surroundings).then(ok, err),
      isVoid: false,
    };
  };

  /**
   * Has the next batch judged while this one is stored. Only of documents that this one does not touch, or
   * that admission holds with this one's edits in them: others would be judged as they were before it.
   */
  const follow = (before: Flight): Flight | undefined => {
    const jobs = takeBatch(waiting, ({ workspace, submissions }) =>
      submissions.every(({ docId }) => !before.docIds.has(docId) || isHeld(workspace, docId)),
    );
    return jobs.length > 0 ? launch(jobs) : undefined;
  };

  /** Stores the batch and answers its jobs; false when nothing of it was stored. */
  const land = async (
    { jobs, isVoid }: Flight,
    admitted: Result<AdmittedBatch, unknown>,
  ): Promise<boolean> => {
    const submissions = jobs.flatMap((job) => job.submissions);
    try {
      if (!admitted.ok) throw admitted.error;
      if (isVoid) throw new Error('The batch before it was not stored.');
      const stored = await storeBatch(store, admitted.value);
      const { workspace } = admitted.value;
      if (stored.edits.length > 0) announce({ workspace, ...stored });
      let at = 0;
      for (const job of jobs) {
        job.settle(ok(stored.outcomes.slice(at, at + job.submissions.length)));
        at += job.submissions.length;
      }
      return true;
    } catch (error) {
      log.error({ err: error, submissions: submissions.length }, 'nothing of a batch was stored');
      for (const { workspace, submissions } of jobs) {
        admission.discard(submissions.map(({ docId }) => ({ workspace, docId })));
      }
      for (const job of jobs) job.settle(err(storageFailed));
      return false;
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

  const betweenBatches = <T>(step: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      waiting.push({ run: () => step().then(resolve, reject) });
      wake();
    });

  /** The same; a failure is logged and becomes undefined. */
  const between = <T>(what: string, step: () => Promise<T>): Promise<T | undefined> =>
    betweenBatches(step).catch((error: unknown) => {
      log.error({ err: error }, `${what} failed`);
      return undefined;
    });

  return {
    async submit(workspace, submissions) {
      const bytes = bytesOf(submissions);
      if (waitingBytes + bytes > queueLimitBytes) return err(overloaded);
      waitingBytes += bytes;
      const pieces = piecesOf(submissions);
      const answers = pieces.map(
        (piece) =>
          new Promise<Answer>((settle) => {
            const isPiece = pieces.length > 1;
            waiting.push({ workspace, submissions: piece, bytes: bytesOf(piece), isPiece, settle });
          }),
      );
      wake();
      const outcomes: Outcome[] = [];
      for (const answer of await Promise.all(answers)) {
        if (!answer.ok) return answer;
        outcomes.push(...answer.value);
      }
      return ok(outcomes);
    },

    async readDifference(key, stateVector, onRead) {
      const done = await between('reading a document', async () => {
        onRead(await admission.difference(key, stateVector, load));
        return true;
      });
      return done === true ? ok(undefined) : err(storageFailed);
    },

    async runAlone(what, work) {
      const done = await between(what, async () => {
        const { value, committed } = await work();
        if (committed === undefined) return { value };
        const { workspace, purged = [], rewritten = [] } = committed;
        admission.discard([...purged, ...rewritten].map((docId) => ({ workspace, docId })));
        announce(committed);
        return { value };
      });
      return done === undefined ? err(storageFailed) : ok(done.value);
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

    betweenBatches,

    drained: () => between('waiting', async () => {}),
  };
}

const storageFailed = refusal('storageFailed', 'The server could not store it; try again later.');
const overloaded = refusal('unavailable', 'The server is busy; try again later.');

const heldKey = (workspace: string, docId: string): string => `${workspace}/${docId}`;
