/** JSON in, JSON out: how the routes for people's own matters read and answer. */
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { PublicEnv } from './context.ts';
import { problemResponse } from './problem.ts';
import { readBody } from './read-body.ts';

const bodyBytes = 8 * 1024;

export async function readJson<Schema extends z.core.$ZodType, E extends PublicEnv>(
  c: Context<E>,
  schema: Schema,
): Promise<Result<z.infer<Schema>, Refusal>> {
  const body = await readBody(c.env.incoming, bodyBytes);
  if (!body.ok) return body;
  const parsed = z.safeParse(schema, parseJson(body.value));
  if (parsed.success) return ok(parsed.data);
  const field = parsed.error.issues[0]?.path.join('.');
  return err(refusal('malformed', 'The body is not JSON of the expected shape.', field));
}

/** undefined for bytes that are no JSON: no schema takes that. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

export function json<E extends PublicEnv>(c: Context<E>, value: object): Response {
  return c.json(value, 200, { 'cache-control': 'no-store' });
}

export const jsonOrProblem = <E extends PublicEnv>(
  c: Context<E>,
  result: Result<object, Refusal>,
): Response => (result.ok ? json(c, result.value) : problemResponse(result.error));
