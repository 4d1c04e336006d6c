/** The admission worker: runs admission where it can be ended, and asks the server for the documents it lacks. */
import { parentPort } from 'node:worker_threads';
import type { LoadDocuments } from './admission.ts';
import { createInProcessAdmission } from './admit.ts';
import { unpackBatch } from './packed-batch.ts';
import type { FromWorker, ToWorker, WorkerAnswer, WorkerRequest } from './worker-messages.ts';

const port = parentPort;
if (port === null) throw new Error('This module runs in a worker thread.');

const admission = createInProcessAdmission();
const send = (message: FromWorker): void => port.postMessage(message);

type Loaded = Awaited<ReturnType<LoadDocuments>>;

/** The server sends one request at a time, so at most one load is waiting. */
let waitingLoad:
  | { readonly resolve: (loaded: Loaded) => void; readonly reject: (error: Error) => void }
  | undefined;

const load: LoadDocuments = (workspace, docIds) =>
  new Promise((resolve, reject) => {
    waitingLoad = { resolve, reject };
    send({ type: 'load', workspace, docIds });
  });

function run(request: WorkerRequest): Promise<WorkerAnswer> {
  switch (request.type) {
    case 'admit':
      return admission.admit(unpackBatch(request.batch), load);
    case 'difference':
      return admission.difference(request.key, request.stateVector, load);
    case 'describe':
      return admission.describe(request.key, request.bytes, load);
    case 'rewrite':
      return admission.rewrite(request.key, request.rewriting, load);
    case 'release':
      return admission.release(request.key, load);
  }
}

port.on('message', (message: ToWorker) => {
  switch (message.type) {
    case 'request':
      run(message.request).then(
        (answer) => send({ type: 'answer', id: message.id, answer }),
        (error: unknown) => send({ type: 'failed', id: message.id, message: String(error) }),
      );
      return;
    case 'loaded':
      waitingLoad?.resolve(message.documents);
      return;
    case 'loadFailed':
      waitingLoad?.reject(new Error('The documents could not be loaded.'));
      return;
    case 'discard':
      admission.discard(message.documents);
  }
});

send({ type: 'ready' });
