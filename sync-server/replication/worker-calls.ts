/** Calls into a worker thread, one at a time, each with a deadline; a worker that is lost is replaced. */
import { Worker } from 'node:worker_threads';
import type { Log } from '../observability/log.ts';
import type { LoadDocuments } from './admission.ts';
import type { FromWorker, ToWorker, WorkerAnswer, WorkerRequest } from './worker-messages.ts';

export type WorkerCalls = {
  /** Rejects with WorkerLost when the worker was ended or died over it, else when it could not be asked. */
  readonly call: (
    request: WorkerRequest,
    load: LoadDocuments,
    limitMs: number,
    /** Buffers of the request that the worker takes over. */
    transfer?: readonly ArrayBuffer[],
  ) => Promise<WorkerAnswer>;
  /** A message without an answer; a worker that is not running has nothing to be told. */
  readonly post: (message: ToWorker) => void;
  readonly close: () => Promise<void>;
};

export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
}

export type WorkerCallsOptions = {
  readonly workerUrl: URL;
  readonly memoryMb: number;
  readonly log: Log;
};

/** A worker that does not come up in this time will not. */
const startLimitMs = 30_000;

/** The deadline is counted in steps of its own thread: where both stand still, nobody is to blame. */
const stepMs = 100;

/** Documents are opened and forgotten by the thousand: most should die before they are moved. */
const youngMb = 16;

type Running = {
  readonly worker: Worker;
  /** Rejects when it does not come up: that is our failure, not an update's. */
  readonly whenUp: Promise<void>;
};

type Call = {
  readonly id: number;
  readonly load: LoadDocuments;
  readonly resolve: (answer: WorkerAnswer) => void;
  readonly reject: (error: Error) => void;
};

export function createWorkerCalls({ workerUrl, memoryMb, log }: WorkerCallsOptions): WorkerCalls {
  let running: Running | undefined;
  let current: Call | undefined;
  let lastId = 0;
  /** The end of the queue: calls wait for the one before. */
  let queue: Promise<unknown> = Promise.resolve();

  const start = (): Running => {
    const worker = new Worker(workerUrl, {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngMb },
    });
    worker.unref();
    const started = { worker, whenUp: firstMessage(worker) };
    worker.on('message', (message: FromWorker) => receive(worker, message));
    worker.on('error', (error) => log.warn({ err: error }, 'the admission worker failed'));
    worker.on('exit', () => lose(started, 'The worker died.'));
    return started;
  };

  const lose = (lost: Running, reason: string) => {
    if (running !== lost) return;
    running = undefined;
    void lost.worker.terminate();
    current?.reject(new WorkerLost(reason));
  };

  const receive = (from: Worker, message: FromWorker) => {
    if (from !== running?.worker || current === undefined || message.type === 'ready') return;
    if (message.type === 'load') {
      const { workspace, docIds } = message;
      current.load(workspace, docIds).then(
        (documents) => from.postMessage({ type: 'loaded', documents } satisfies ToWorker),
        (error: unknown) => {
          log.error({ err: error }, 'documents could not be loaded for admission');
          from.postMessage({ type: 'loadFailed' } satisfies ToWorker);
        },
      );
      return;
    }
    if (message.id !== current.id) return;
    if (message.type === 'answer') current.resolve(message.answer);
    else current.reject(new Error(`Admission failed: ${message.message}`));
  };

  const run = async (
    request: WorkerRequest,
    load: LoadDocuments,
    limitMs: number,
    transfer: readonly ArrayBuffer[],
  ): Promise<WorkerAnswer> => {
    running ??= start();
    const used = running;
    await used.whenUp;
    lastId += 1;
    const id = lastId;
    const stopDeadline = afterSteps(limitMs, () => lose(used, 'The deadline passed.'));
    try {
      return await new Promise<WorkerAnswer>((resolve, reject) => {
        current = { id, load, resolve, reject };
        used.worker.postMessage({ type: 'request', id, request } satisfies ToWorker, transfer);
      });
    } finally {
      stopDeadline();
      current = undefined;
    }
  };

  // Before it is needed, so that the first push does not wait; one that fails is told of by the first call.
  running = start();
  running.whenUp.catch(() => {});

  return {
    call(request, load, limitMs, transfer = []) {
      const result = queue.then(() => run(request, load, limitMs, transfer));
      // The next one runs whatever became of this one; its caller hears of that.
      queue = result.catch(() => {});
      return result;
    },
    post: (message) => running?.worker.postMessage(message),
    async close() {
      await queue;
      const used = running;
      running = undefined;
      await used?.worker.terminate();
    },
  };
}

function firstMessage(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => {
      stopDeadline();
      reject(new Error('The admission worker did not start.'));
      void worker.terminate();
    };
    const stopDeadline = afterSteps(startLimitMs, fail);
    worker.once('exit', fail);
    worker.once('message', () => {
      stopDeadline();
      worker.off('exit', fail);
      resolve();
    });
  });
}

/** Runs `work` once, unless it is stopped before. */
function afterSteps(limitMs: number, work: () => void): () => void {
  let stepsLeft = Math.ceil(limitMs / stepMs);
  const timer = setInterval(() => {
    stepsLeft -= 1;
    if (stepsLeft > 0) return;
    clearInterval(timer);
    work();
  }, stepMs);
  return () => clearInterval(timer);
}
