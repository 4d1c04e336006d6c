import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as encoding from 'lib0/encoding';
import { textOf } from '../../../../shared/document/schema.ts';
import type { DocumentId } from '../../../../shared/domain/ids.ts';
import { silentLog } from '../../../../sync-server/observability/log.ts';
import type { Admission } from '../../../../sync-server/replication/admission.ts';
import { createWorkerAdmission } from '../../../../sync-server/replication/worker-admission.ts';
import { createWorkerCalls, WorkerLost } from '../../../../sync-server/replication/worker-calls.ts';
import { type BuiltWorker, buildAdmissionWorker } from '../../../support/build-worker.ts';
import { captureOn } from '../../../support/record-on-device.ts';
import { type CoreDevice, createSyncCore, type SyncCore } from '../../../support/sync-core.ts';

let worker: BuiltWorker;
let admission: Admission;
let core: SyncCore;
let ada: CoreDevice;
beforeAll(async () => {
  worker = await buildAdmissionWorker();
  const limits = { batchMs: 1_500, itemMs: 1_500, memoryMb: 128 };
  admission = createWorkerAdmission({ workerUrl: worker.url, log: silentLog, limits });
  core = createSyncCore(undefined, { admission });
  ada = await core.join();
}, 30_000);
afterAll(async () => {
  await core.close();
  await admission.close();
  worker.remove();
});

async function push(docId: DocumentId, ...updates: readonly Uint8Array[]) {
  const request = ada.pushOf(updates.map((bytes) => ({ docId, bytes })));
  const answer = await core.replication.push(ada.session, request);
  return answer.ok
    ? answer.value.results.map((result) => (result.type === 'refused' ? result.code : result.type))
    : answer.error.code;
}

describe('admission in a worker', () => {
  it('judges as it does in process', async () => {
    const record = captureOn(ada.session, 'One');
    const missing = record.change({ type: 'setField', field: 'cost', value: 'low' });
    const later = record.change({ type: 'setField', field: 'cost', value: 'high' });
    expect(await push(record.docId, record.first, later, new Uint8Array([7]))).toEqual([
      'ok',
      'gap',
      'badUpdate',
    ]);
    expect(await push(record.docId, missing, later, later)).toEqual(['ok', 'ok', 'dup']);
  });

  it('refuses the one update that takes too long, and keeps those around it', async () => {
    const record = captureOn(ada.session, 'One');
    const long = record.edit((doc) => textOf(doc, 'description').insert(0, 'x'.repeat(150_000)));
    const before = record.change({ type: 'setField', field: 'cost', value: 'low' });
    const after = record.change({ type: 'setField', field: 'cost', value: 'high' });
    expect(await push(record.docId, record.first, long)).toEqual(['ok', 'ok']);
    const costly = deletionOfEverySecond(record.doc.clientID, 150_000);
    expect(await push(record.docId, before, costly, after)).toEqual(['ok', 'tooCostly', 'ok']);
    const other = captureOn(ada.session, 'Two');
    expect(await push(other.docId, other.first)).toEqual(['ok']);
  }, 20_000);
});

/** From the end to the beginning, each deletion splits the text once more: 240 KB that ask for ten seconds. */
function deletionOfEverySecond(clientId: number, length: number): Uint8Array {
  const first = 100;
  const last = Math.min(length, first + 124_000);
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, (last - first) / 2);
    for (let clock = last - 2; clock >= first; clock -= 2) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, 1);
    }
  });
}

describe('calls into a worker', () => {
  const load = () => Promise.resolve([]);
  const request = {
    type: 'release',
    key: { workspace: 'w' as never, docId: 'd' as never },
  } as const;

  /** Answers the first request of each life with `work`. */
  const calls = (work: string) =>
    createWorkerCalls({
      workerUrl: new URL(
        `data:text/javascript,${encodeURIComponent(`
          import { parentPort } from 'node:worker_threads';
          parentPort.on('message', ({ id }) => {
            const answer = (answer) => parentPort.postMessage({ type: 'answer', id, answer });
            ${work}
          });
          parentPort.postMessage({ type: 'ready' });`)}`,
      ),
      memoryMb: 16,
      log: silentLog,
    });

  it('end a worker that is past its deadline, and start another', async () => {
    const looping = calls('if (id === 1) for (;;); else answer(id);');
    await expect(looping.call(request, load, 200)).rejects.toThrow(WorkerLost);
    expect(await looping.call(request, load, 5_000)).toBe(2);
    await looping.close();
  });

  it('survive a worker that runs out of memory', async () => {
    const hungry = calls(
      'const all = []; if (id === 1) for (;;) all.push({ at: [all.length] }); answer(id);',
    );
    await expect(hungry.call(request, load, 20_000)).rejects.toThrow('died');
    expect(await hungry.call(request, load, 5_000)).toBe(2);
    await hungry.close();
  }, 30_000);

  it('blame no update for a worker that does not start', async () => {
    const url = new URL('data:text/javascript,throw new Error("broken")');
    const broken = createWorkerAdmission({ workerUrl: url, log: silentLog });
    const down = createSyncCore(undefined, { admission: broken });
    const ben = await down.join();
    const { docId, first } = captureOn(ben.session, 'One');
    const pushed = await down.replication.push(ben.session, ben.pushOf([{ docId, bytes: first }]));
    expect(pushed).toMatchObject({ ok: false, error: { code: 'storageFailed' } });
    await down.close();
  });

  it('wait for each other', async () => {
    const slow = calls('setTimeout(answer, 20 - 10 * id, id);');
    const answers = await Promise.all([1, 2].map(() => slow.call(request, load, 5_000)));
    expect(answers).toEqual([1, 2]);
    await slow.close();
  });
});
