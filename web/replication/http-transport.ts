/** The sync server over HTTP: CBOR bodies, and problem bodies read back into refusals. */
import * as z from 'zod/mini';
import type { ServerEpoch } from '../../shared/domain/ids.ts';
import { cborMediaType, decodeFrame, encodeFrame } from '../../shared/protocol/frame.ts';
import {
  documentsAnswer,
  problem,
  pullAnswer,
  pushAnswer,
} from '../../shared/protocol/messages.ts';
import { paths, workspaceHeader } from '../../shared/protocol/paths.ts';
import { type RefusalCode, refusalStatus } from '../../shared/protocol/refusals.ts';
import { err, ok } from '../../shared/result.ts';
import type { Answer, Transport, TransportFailure } from './transport.ts';

export type HttpDeps = {
  readonly fetch: typeof fetch;
  readonly serverUrl: string;
  /** Of those that this browser has sessions of, the one that is meant; asked at each request. */
  readonly workspace: () => string | undefined;
};

const unreachable = err({ type: 'unreachable' } as const);

export function createHttpTransport(deps: HttpDeps): Transport {
  async function post<Schema extends z.core.$ZodType>(
    path: string,
    request: unknown,
    schema: Schema,
    signal: AbortSignal,
  ): Answer<z.infer<Schema>> {
    try {
      const response = await deps.fetch(new URL(path, deps.serverUrl), {
        method: 'POST',
        headers: { 'content-type': cborMediaType, ...namingWorkspace(deps) },
        body: encodeFrame(request),
        signal,
      });
      if (!response.ok) return err(await readProblem(response));
      const frame = decodeFrame(new Uint8Array(await response.arrayBuffer()));
      const parsed = z.safeParse(schema, frame);
      return parsed.success ? ok(parsed.data) : unreachable;
    } catch {
      // fetch rejects without a network and when it is called off: both mean that there is no answer.
      return unreachable;
    }
  }

  return {
    push: (request, signal) => post(paths.push, request, pushAnswer, signal),
    pull: (request, signal) => post(paths.pull, request, pullAnswer, signal),
    documents: (request, signal) => post(paths.documents, request, documentsAnswer, signal),
  };
}

export function namingWorkspace({
  workspace,
}: Pick<HttpDeps, 'workspace'>): Readonly<Record<string, string>> {
  const named = workspace();
  return named === undefined ? {} : { [workspaceHeader]: named };
}

/** A refusal by its code; an answer that is none of the server's own, as from a proxy, counts as no answer. */
export async function readProblem(response: Response): Promise<TransportFailure> {
  const parsed = z.safeParse(problem, await response.json().catch(() => undefined));
  if (!parsed.success || !isRefusalCode(parsed.data.code)) return { type: 'unreachable' };
  const { code, epoch } = parsed.data;
  const retryAfterMs = code === 'rateLimited' ? readRetryAfter(response) : undefined;
  return {
    type: 'refused',
    code,
    ...(epoch === undefined ? {} : { epoch: epoch as ServerEpoch }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** A server that names a longer time, or none, is asked again after this. */
const longestWaitMs = 10 * 60_000;
const usualWaitMs = 30_000;

/** RFC 9110 §10.2.3; the server gives seconds. */
function readRetryAfter({ headers }: Response): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return seconds > 0 ? Math.min(seconds * 1_000, longestWaitMs) : usualWaitMs;
}

const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(refusalStatus, code);
