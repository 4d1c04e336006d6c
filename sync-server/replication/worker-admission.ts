/**
 * Admission in a worker thread. An update that takes too long or too much memory ends the worker, not the
 * server: a new one judges the same batch item by item, and the culprit is refused.
 */
import { refusal } from '../../shared/protocol/refusals.ts';
import type { Log } from '../observability/log.ts';
import type {
  Admission,
  AdmissionBatch,
  AdmissionItem,
  DocumentBatch,
  DocumentVerdict,
  ItemVerdict,
  LoadDocuments,
  RewrittenRecord,
} from './admission.ts';
import type { EditSummary } from './describe-edit.ts';
import { packBatch } from './packed-batch.ts';
import { createWorkerCalls, WorkerLost } from './worker-calls.ts';

export type WorkerAdmissionOptions = {
  /** The built module `admission-worker`. */
  readonly workerUrl: URL;
  readonly log: Log;
  readonly limits?: AdmissionLimits;
};

export type AdmissionLimits = {
  /** For a whole batch; a busy machine needs well under a tenth of it. */
  readonly batchMs: number;
  /** For one item alone: what exceeds it is refused for good, so it is generous. */
  readonly itemMs: number;
  readonly memoryMb: number;
};

const defaultLimits: AdmissionLimits = { batchMs: 3_000, itemMs: 2_000, memoryMb: 256 };

export function createWorkerAdmission({
  workerUrl,
  log,
  limits = defaultLimits,
}: WorkerAdmissionOptions): Admission {
  const calls = createWorkerCalls({ workerUrl, memoryMb: limits.memoryMb, log });

  const admit = (batch: AdmissionBatch, load: LoadDocuments, limitMs: number) => {
    const packed = packBatch(batch);
    const request = { type: 'admit', batch: packed } as const;
    const answer = calls.call(request, load, limitMs, [packed.bytes.buffer]);
    return answer as Promise<readonly DocumentVerdict[]>;
  };

  /** Each item with those before it that passed; the last verdict is the item's own. */
  const admitOneByOne = async (
    batch: AdmissionBatch,
    document: DocumentBatch,
    load: LoadDocuments,
  ): Promise<DocumentVerdict> => {
    const passed: AdmissionItem[] = [];
    const verdicts: ItemVerdict[] = [];
    let last: DocumentVerdict | undefined;
    for (const item of document.items) {
      const alone = { ...batch, documents: [{ ...document, items: [...passed, item] }] };
      const verdict = await admit(alone, load, limits.itemMs).catch(passLost);
      verdicts.push(verdict?.[0]?.items.at(-1) ?? tooCostly(item));
      if (verdict === undefined) continue;
      passed.push(item);
      last = verdict[0];
    }
    return { items: verdicts, rowJson: last?.rowJson, snapshot: last?.snapshot };
  };

  return {
    async admit(batch, load) {
      const together = await admit(batch, load, limits.batchMs).catch(passLost);
      if (together !== undefined) return together;
      log.warn({ documents: batch.documents.length }, 'admission was ended; judging one by one');
      const verdicts: DocumentVerdict[] = [];
      for (const document of batch.documents) {
        verdicts.push(await admitOneByOne(batch, document, load));
      }
      return verdicts;
    },
    difference: (key, stateVector, load) =>
      calls.call({ type: 'difference', key, stateVector }, load, limits.batchMs) as Promise<
        Uint8Array | undefined
      >,
    describe: async (key, bytes, load) => {
      const request = { type: 'describe', key, bytes } as const;
      const summary = await calls.call(request, load, limits.itemMs).catch(passLost);
      return (summary as EditSummary | undefined) ?? indescribable;
    },
    rewrite: (key, rewriting, load) =>
      calls.call({ type: 'rewrite', key, rewriting }, load, limits.batchMs) as Promise<
        RewrittenRecord | undefined
      >,
    release: (key, load) =>
      calls.call({ type: 'release', key }, load, limits.batchMs) as Promise<Uint8Array>,
    discard: (documents) => calls.post({ type: 'discard', documents }),
    close: () => calls.close(),
  };
}

/** It took too long or too much memory: what refused it would do so again. */
const indescribable: EditSummary = { summary: [], looseTexts: [] };

/** A lost worker is an answer here; anything else is a failure. */
function passLost(error: unknown): undefined {
  if (!(error instanceof WorkerLost)) throw error;
  return undefined;
}

function tooCostly({ parts }: AdmissionItem): ItemVerdict {
  const { code, message } = refusal('tooCostly', 'It took too long or too much memory to judge.');
  const joined = parts.length > 1 ? Buffer.concat(parts) : undefined;
  return { type: 'refused', code, message, joined, ranges: [] };
}
