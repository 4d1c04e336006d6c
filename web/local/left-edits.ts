/**
 * Edits that a page had not stored when it went away: left in localStorage at once, because a database write may
 * come too late then. The next page writes them into their documents.
 */
import type { DocumentId } from '../../shared/domain/ids.ts';
import { base64ToBytes, bytesToBase64 } from './base64.ts';

const key = 'gemba:edits';

export type LeftEdit = { readonly id: DocumentId; readonly update: Uint8Array };

/** Synchronous: the page may be gone in a moment. What earlier pages left and nobody has taken stays. */
export function leaveEdits(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  edits: readonly LeftEdit[],
): void {
  if (edits.length > 0) writeLeftEdits(storage, [...readLeftEdits(storage), ...edits]);
}

export function readLeftEdits(storage: Pick<Storage, 'getItem'>): readonly LeftEdit[] {
  const stored = JSON.parse(storage.getItem(key) ?? '[]') as readonly Stored[];
  return stored.map(({ id, base64 }) => ({ id, update: base64ToBytes(base64) }));
}

export function writeLeftEdits(
  storage: Pick<Storage, 'setItem'>,
  edits: readonly LeftEdit[],
): void {
  const stored: readonly Stored[] = edits.map(({ id, update }) => ({
    id,
    base64: bytesToBase64(update),
  }));
  storage.setItem(key, JSON.stringify(stored));
}

type Stored = { readonly id: DocumentId; readonly base64: string };
