/** What drafts hold: edits that can be tried on a record, and the words of commands, which can't. */
import type { DraftRow } from '../local/tables.ts';

export type DraftedEdits = {
  /** Yjs V1 updates in the order in which they were written. */
  readonly updates: readonly Uint8Array[];
  readonly words: readonly string[];
};

export function readDraftedEdits(rows: readonly DraftRow[]): DraftedEdits {
  const updates: Uint8Array[] = [];
  const words: string[] = [];
  for (const { body } of rows) {
    if (body.type === 'update') updates.push(body.bytes);
    else words.push(...wordsOf(body.command));
  }
  return { updates, words };
}

/** What a person wrote into a command, such as a reason; its other parts are ids and names of fields. */
const wordsOf = (command: Readonly<Record<string, unknown>>): readonly string[] =>
  ['text', 'reason', 'note', 'comment']
    .map((name) => command[name])
    .filter((word): word is string => typeof word === 'string' && word.trim() !== '');
