/** Where the characters of a text are after others have edited it. */
import type { TextEdit } from './text-diff.ts';

/** The parts of a Yjs delta that a plain text can have. */
export type DeltaPart = {
  readonly retain?: number;
  readonly insert?: unknown;
  readonly delete?: number;
};
export type Delta = readonly DeltaPart[];

/** Where an offset is after `delta`; text inserted right at it comes before it only if `stay` is false. */
export function moveOffset(offset: number, delta: Delta, stay = true): number {
  let read = 0;
  let moved = offset;
  for (const part of delta) {
    if (read > offset) break;
    if (part.retain !== undefined) read += part.retain;
    else if (part.delete !== undefined) {
      moved -= Math.max(0, Math.min(part.delete, offset - read));
      read += part.delete;
    } else if (read < offset || !stay) moved += insertedLength(part);
  }
  return moved;
}

const insertedLength = (part: DeltaPart): number =>
  typeof part.insert === 'string' ? part.insert.length : 1;

/** For each character of a text that others edited meanwhile: where it is now, or -1 when it is gone. */
export type CharacterMap = readonly number[];

export const identityMap = (length: number): CharacterMap => Array.from({ length }, (_, at) => at);

export function moveCharacters(map: CharacterMap, delta: Delta): CharacterMap {
  return map.map((at) => (at < 0 || isDeleted(at, delta) ? -1 : moveOffset(at, delta, false)));
}

function isDeleted(at: number, delta: Delta): boolean {
  let read = 0;
  for (const part of delta) {
    if (part.retain !== undefined) read += part.retain;
    else if (part.delete !== undefined) {
      if (at >= read && at < read + part.delete) return true;
      read += part.delete;
    }
  }
  return false;
}

export type RebasedEdit = {
  readonly insertAt: number;
  /** Runs of characters to delete, last first, so that each can be deleted without moving the others. */
  readonly deletions: readonly { readonly at: number; readonly length: number }[];
};

/**
 * An edit made on the old text, for the text as it is now: it deletes only what the person saw and is
 * still there, and inserts behind the nearest surviving character before it.
 */
export function rebaseEdit(edit: TextEdit, map: CharacterMap): RebasedEdit {
  const runs: { at: number; length: number }[] = [];
  for (const at of map.slice(edit.at, edit.at + edit.deleted)) {
    const last = runs.at(-1);
    if (at < 0) continue;
    if (last !== undefined && last.at + last.length === at) last.length++;
    else runs.push({ at, length: 1 });
  }
  return { insertAt: insertionPoint(edit.at, map), deletions: runs.reverse() };
}

function insertionPoint(offset: number, map: CharacterMap): number {
  for (let before = offset - 1; before >= 0; before--) {
    const at = map[before];
    if (at !== undefined && at >= 0) return at + 1;
  }
  return 0;
}
