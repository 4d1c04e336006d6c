/** How far a reader has pulled, as a text that only this module understands. */
import type { ReaderPosition } from '../store/store.ts';
import type { View } from '../store/visibility-store.ts';

export type Cursor = ReaderPosition & { readonly sees: View['sees'] | undefined };

export const fromStart: ReaderPosition = { complete: 0, reached: 0 };

/**
 * `complete-reached-sees`, and only this module knows it. `sees` is what the reader was shown: who is shown
 * more or less from now on starts anew. Between two pages of one pull the two differ: a document
 * that is still to come may have been edited long before the last one that came.
 */
export function parseCursor(cursor: string | null): Cursor | undefined {
  if (cursor === null) return { ...fromStart, sees: undefined };
  const [, complete, reached, sees] =
    /^(\d{1,15})-(\d{1,15})(?:-(all|workspace|own))?$/u.exec(cursor) ?? [];
  return complete === undefined || reached === undefined
    ? undefined
    : { complete: Number(complete), reached: Number(reached), sees: sees as Cursor['sees'] };
}

export const formatCursor = ({ complete, reached }: ReaderPosition, { sees }: View): string =>
  `${complete}-${reached}-${sees}`;
