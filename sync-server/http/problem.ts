/** A refusal as an HTTP answer: RFC 9457 problem details. */
import type { Problem } from '../../shared/protocol/messages.ts';
import { type Refusal, refusalStatus } from '../../shared/protocol/refusals.ts';
import type { SyncRefusal } from '../replication/sync-refusal.ts';

export const problemMediaType = 'application/problem+json';

export function problemResponse(reason: Refusal | SyncRefusal): Response {
  const status = refusalStatus[reason.code];
  const headers = new Headers({ 'content-type': problemMediaType, 'cache-control': 'no-store' });
  const { retryAfterSeconds } = reason;
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds));
  return new Response(problemText(reason), { status, headers });
}

export const problemText = (reason: Refusal | SyncRefusal): string =>
  JSON.stringify(problemOf(reason));

export const problemOf = ({ message, ...known }: Refusal | SyncRefusal): Problem => ({
  type: `urn:gemba:refusal:${known.code}`,
  title: titleOf(known.code),
  status: refusalStatus[known.code],
  detail: message,
  ...known,
});

/** `badUpdate` → `Bad update`: RFC 9457 wants a title that stays the same for a type. */
const titleOf = (code: string): string =>
  code.charAt(0).toUpperCase() +
  code.slice(1).replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
