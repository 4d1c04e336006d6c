/** Asks the server's JSON routes something for a person who waits: one way for all of them. */
import * as z from 'zod/mini';
import { err, ok } from '../../shared/result.ts';
import type { Reply } from '../services/session.ts';
import { type HttpDeps, readProblem } from '../replication/http-transport.ts';

/** A GET; with a body, a POST of its JSON. */
export type Ask = <Schema extends z.core.$ZodType>(
  path: string,
  schema: Schema,
  body?: unknown,
) => Reply<z.infer<Schema>>;

/** A person waits for the answer. */
const deadlineMs = 15_000;

export const createAsk =
  (deps: HttpDeps): Ask =>
  async (path, schema, body) => {
    try {
      const response = await deps.fetch(new URL(path, deps.serverUrl), {
        signal: AbortSignal.timeout(deadlineMs),
        ...(body === undefined
          ? {}
          : {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(body),
            }),
      });
      if (!response.ok) {
        const failure = await readProblem(response);
        return err(failure.type === 'refused' ? failure.code : 'unreachable');
      }
      const parsed = z.safeParse(schema, await response.json());
      return parsed.success ? ok(parsed.data) : err('unreachable');
    } catch {
      // No network, no answer in time, or an answer that is no JSON: there is no server to talk to.
      return err('unreachable');
    }
  };
