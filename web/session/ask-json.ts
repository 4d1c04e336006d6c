/** Asks the server's JSON routes something for a person who waits: one way for all of them. */
import * as z from 'zod/mini';
import { err, ok } from '../../shared/result.ts';
import type { Reply } from '../services/session.ts';
import { type HttpDeps, namingWorkspace, readProblem } from '../replication/http-transport.ts';
import type { Answer } from '../replication/transport.ts';

/** A GET; with a body, a POST of its JSON. */
export type Ask = <Schema extends z.core.$ZodType>(
  path: string,
  schema: Schema,
  body?: unknown,
) => Reply<z.infer<Schema>>;

/** The same for a program, which wants to know when to come again. */
export type AskFully = <Schema extends z.core.$ZodType>(
  path: string,
  schema: Schema,
  body?: unknown,
) => Answer<z.infer<Schema>>;

/** A person waits for the answer. */
const deadlineMs = 15_000;

export function createAsk(deps: HttpDeps): Ask {
  const ask = createAskFully(deps);
  return async (path, schema, body) => {
    const answer = await ask(path, schema, body);
    if (answer.ok) return answer;
    return err(answer.error.type === 'refused' ? answer.error.code : 'unreachable');
  };
}

export const createAskFully =
  (deps: HttpDeps): AskFully =>
  async (path, schema, body) => {
    try {
      const response = await deps.fetch(new URL(path, deps.serverUrl), {
        signal: AbortSignal.timeout(deadlineMs),
        headers: {
          ...namingWorkspace(deps),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      });
      if (!response.ok) return err(await readProblem(response));
      const parsed = z.safeParse(schema, await response.json());
      return parsed.success ? ok(parsed.data) : unreachable;
    } catch {
      // No network, no answer in time, or an answer that is no JSON: there is no server to talk to.
      return unreachable;
    }
  };

const unreachable = err({ type: 'unreachable' } as const);
