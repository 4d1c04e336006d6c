/** How far a reader has pulled, as a text that only this module understands. */
import { hash } from 'node:crypto';
import type { ReaderPosition } from '../store/store.ts';
import type { View } from '../store/visibility-store.ts';

export type Cursor = ReaderPosition & { readonly shown: string | undefined };

export const fromStart: ReaderPosition = { complete: 0, reached: 0 };

/**
 * `complete-reached-shown`, and only this module knows it. `shown` is what the reader was shown: who is shown
 * more or less from now on starts anew. Between two pages of one pull the two differ: a document
 * that is still to come may have been edited long before the last one that came.
 */
export function parseCursor(cursor: string | null): Cursor | undefined {
  if (cursor === null) return { ...fromStart, shown: undefined };
  const [, complete, reached, shown] =
    /^(\d{1,15})-(\d{1,15})(?:-([a-z]+(?:-[0-9a-f]{16})?))?$/u.exec(cursor) ?? [];
  return complete === undefined || reached === undefined
    ? undefined
    : { complete: Number(complete), reached: Number(reached), shown };
}

export const formatCursor = ({ complete, reached }: ReaderPosition, view: View): string =>
  `${complete}-${reached}-${shownTo(view)}`;

/** Differs when other records may be seen by roles, by teams or by an organisation. */
export const shownTo = ({ sees, belongsTo }: View): string =>
  belongsTo.length === 0 || sees === 'all' ? sees : `${sees}-${digestOf(belongsTo)}`;

const digestOf = (ids: readonly string[]): string =>
  hash('sha256', [...ids].sort().join()).slice(0, 16);
