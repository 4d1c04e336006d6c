/** How each text of a document changes in a transaction: the steps from what it was to what it is. */
import type * as Y from 'yjs';
import { textFields } from '../domain/record-fields.ts';
import { workspaceTexts } from '../domain/workspace.ts';
import { type DocumentText, textOf } from './schema.ts';

/** One of the three; offsets are UTF-16. */
export type TextStep = {
  readonly retain?: number;
  readonly insert?: string;
  readonly delete?: number;
};

/** Filled with the steps of the next transaction; a text that it leaves alone is left out. */
export function watchTexts(doc: Y.Doc): ReadonlyMap<DocumentText, readonly TextStep[]> {
  const steps = new Map<DocumentText, readonly TextStep[]>();
  for (const field of [...textFields, ...workspaceTexts]) {
    textOf(doc, field).observe((event) => steps.set(field, event.delta.map(stepOf)));
  }
  return steps;
}

/** Plain text only; anything else in a text has no step. */
const stepOf = (part: Y.YTextEvent['delta'][number]): TextStep => ({
  ...(part.retain === undefined ? {} : { retain: part.retain }),
  ...(typeof part.insert === 'string' ? { insert: part.insert } : {}),
  ...(part.delete === undefined ? {} : { delete: part.delete }),
});
