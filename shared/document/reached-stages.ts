/** When work first reached each of its stages: the stage register itself forgets what stood in it before. */
import type * as Y from 'yjs';
import type { ClockDep } from '../deps.ts';
import { type WorkStage, workStages } from '../domain/improvement.ts';
import type { ReadableDocument } from './readable-document.ts';
import { roots } from './schema.ts';

/** Unix ms, by the clock of whoever moved the record. */
export type ReachedAt = { readonly [S in WorkStage]?: number };

/** A step taken back this soon was a slip of the hand. */
const slipMs = 10 * 60_000;

/** Must run inside a transaction that sets the stage. The first time counts: going back and on again is normal. */
export function noteReached(doc: Y.Doc, stage: WorkStage, { nowMs }: ClockDep): void {
  const reached = doc.getMap<unknown>(roots.reached);
  const now = nowMs();
  for (const later of workStages.slice(workStages.indexOf(stage) + 1)) {
    const at = reached.get(later);
    if (typeof at === 'number' && now - at < slipMs) reached.delete(later);
  }
  // Every record begins as an idea.
  if (stage !== 'idea' && !isReachedEntry(stage, reached.get(stage))) reached.set(stage, now);
}

/** Total: what is no stage, or no time, is passed over. */
export function readReached(doc: ReadableDocument): ReachedAt {
  const reached: { [S in WorkStage]?: number } = {};
  doc.getMap(roots.reached).forEach((stored, key) => {
    if (isReachedEntry(key, stored)) reached[key as WorkStage] = stored as number;
  });
  return reached;
}

export const isReachedEntry = (key: string, stored: unknown): boolean =>
  key !== 'idea' &&
  (workStages as readonly string[]).includes(key) &&
  Number.isSafeInteger(stored) &&
  (stored as number) > 0;
