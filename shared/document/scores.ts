/**
 * What each assessor gives a record on each criterion: one value a person, which nobody else overwrites. Answers to
 * the question how satisfied somebody is stand beside them (shared/process/pulse.ts).
 */
import type * as Y from 'yjs';
import { type Hlc, isHlc, nextHlc } from '../domain/hlc.ts';
import { type ActorId, isUuid } from '../domain/ids.ts';
import type { ReadableDocument } from './readable-document.ts';
import type { Author } from './registers.ts';
import { roots } from './schema.ts';

export type Score = {
  readonly criterion: string;
  readonly by: ActorId;
  readonly value: number;
  readonly hlc: Hlc;
};

/** By a person or one of their devices; a person's latest counts. Total, in no order. */
export function readScores(doc: ReadableDocument): readonly Score[] {
  const scores: Score[] = [];
  doc.getMap(roots.scores).forEach((stored, key) => {
    const place = parseScoreKey(key);
    if (place === undefined || !isStoredScore(stored) || stored.v === null) return;
    scores.push({ ...place, value: stored.v, hlc: stored.hlc as Hlc });
  });
  return scores;
}

/** null takes it back. A person has one score: what another of their devices gave goes. Must run inside a transaction. */
export function writeScore(
  doc: Y.Doc,
  criterion: string,
  value: number | null,
  author: Author,
): void {
  const write = (actor: ActorId, v: number | null) =>
    doc
      .getMap(roots.scores)
      .set(scoreKey(criterion, actor), { v, hlc: nextHlc(author) } satisfies StoredScore);
  for (const { by, criterion: scored } of readScores(doc)) {
    if (scored === criterion && by !== author.actor && author.isOwn?.(by) === true) write(by, null);
  }
  write(author.actor, value);
}

export const scoreKey = (criterion: string, actor: ActorId): string => `${criterion}|${actor}`;

export type StoredScore = { readonly v: number | null; readonly hlc: string };

/** Wider than any scale: which one holds is said by the model, which may change. */
const widest = 1e9;

export function isStoredScore(stored: unknown): stored is StoredScore {
  if (typeof stored !== 'object' || stored === null) return false;
  const { v, hlc } = stored as { readonly v?: unknown; readonly hlc?: unknown };
  const isValue = v === null || (typeof v === 'number' && Math.abs(v) <= widest);
  return isValue && typeof hlc === 'string' && isHlc(hlc);
}

/** Splits `criterion|actor`; a criterion is an entry of the model, or a built-in one by name. */
export function parseScoreKey(
  key: string,
): { readonly criterion: string; readonly by: ActorId } | undefined {
  const at = key.indexOf('|');
  const criterion = key.slice(0, at);
  const by = key.slice(at + 1);
  return at > 0 && /^[\w.-]{1,40}$/.test(criterion) && isUuid(by)
    ? { criterion, by: by as ActorId }
    : undefined;
}
