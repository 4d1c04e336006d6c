/** Calls into a worker thread, one at a time, each with a deadline; a worker that is lost is replaced. */
import { Worker } from 'node:worker_threads';
import type { Log } from '../observability/log.ts';
import type { LoadDocuments } from './admission.ts';
import type { FromWorker, ToWorker, WorkerAnswer, WorkerRequest } from './worker-messages.ts';

export type WorkerCalls = {
  /** Rejects with WorkerLost when the worker was ended or died over it. */
  readonly call: (
    request: WorkerRequest,
    load: LoadDocuments,
    limitMs: number,
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

type Call = {
  readonly id: number;
  readonly load: LoadDocuments;
  readonly resolve: (answer: WorkerAnswer) => void;
  readonly reject: (error: Error) => void;
};

export function createWorkerCalls({ workerUrl, memoryMb, log }: WorkerCallsOptions): WorkerCalls {
  let worker: Worker | undefined;
  let current: Call | undefined;
  let lastId = 0;
  /** The end of the queue: calls wait for the one before. */
  let queue: Promise<unknown> = Promise.resolve();

  const start = (): Worker => {
    const started = new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    started.unref();
    started.on('message', (message: FromWorker) => receive(started, message));
    started.on('error', (error) => log.warn({ err: error }, 'the admission worker failed'));
    started.on('exit', () => {
      if (worker !== started) return;
      worker = undefined;
      current?.reject(new WorkerLost('The worker died.'));
    });
    return started;
  };

  const receive = (from: Worker, message: FromWorker) => {
    if (from !== worker || current === undefined) return;
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
  ): Promise<WorkerAnswer> => {
    worker ??= start();
    const running = worker;
    lastId += 1;
    const id = lastId;
    const deadline = setTimeout(() => {
      if (worker === running) worker = undefined;
      void running.terminate();
      current?.reject(new WorkerLost('The deadline passed.'));
    }, limitMs);
    try {
      return await new Promise<WorkerAnswer>((resolve, reject) => {
        current = { id, load, resolve, reject };
        running.postMessage({ type: 'request', id, request } satisfies ToWorker);
      });
    } finally {
      clearTimeout(deadline);
      current = undefined;
    }
  };

  return {
    call(request, load, limitMs) {
      const result = queue.then(() => run(request, load, limitMs));
      // The next one runs whatever became of this one; its caller hears of that.
      queue = result.catch(() => {});
      return result;
    },
    post: (message) => worker?.postMessage(message),
    async close() {
      await queue;
      const running = worker;
      worker = undefined;
      await running?.terminate();
    },
  };
}
