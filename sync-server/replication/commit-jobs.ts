/** What waits in the commit queue, and how much of it makes one batch. */
import type { WorkspaceId } from '../../shared/domain/ids.ts';
import type { Refusal } from '../../shared/protocol/refusals.ts';
import type { Result } from '../../shared/result.ts';
import type { Outcome, Submission } from './commit-batch.ts';

export type Answer = Result<readonly Outcome[], Refusal>;

export type Job = {
  readonly workspace: WorkspaceId;
  readonly submissions: readonly Submission[];
  readonly bytes: number;
  /** A piece of something large: a batch of its own. */
  readonly isPiece: boolean;
  readonly settle: (answer: Answer) => void;
};

/** Something that happens between two batches. */
export type Step = { readonly run: () => Promise<void> };

/** Of one commit: bounds how long a later edit waits, and how much is admitted before the first is stored. */
const batchLimits = { submissions: 1_000, bytes: 8 * 1024 * 1024 };

/** A large push is taken in pieces, so that one piece is judged while the one before it is stored. */
const pieceSize = 500;

/** As many waiting jobs of the first one's workspace, in order, as one commit takes and `mayTake` lets pass. */
export function takeBatch(waiting: (Job | Step)[], mayTake: (job: Job) => boolean): readonly Job[] {
  const jobs: Job[] = [];
  let submissions = 0;
  let bytes = 0;
  for (let next = waiting[0]; next !== undefined && !('run' in next); next = waiting[0]) {
    submissions += next.submissions.length;
    bytes += next.bytes;
    const isOver = submissions > batchLimits.submissions || bytes > batchLimits.bytes;
    const isApart = next.isPiece || isOver || next.workspace !== jobs[0]?.workspace;
    if ((jobs.length > 0 && isApart) || !mayTake(next)) break;
    jobs.push(next);
    waiting.shift();
    if (next.isPiece) break;
  }
  return jobs;
}

export function piecesOf(submissions: readonly Submission[]): readonly (readonly Submission[])[] {
  const count = Math.max(1, Math.ceil(submissions.length / pieceSize));
  return Array.from({ length: count }, (_, at) =>
    submissions.slice(at * pieceSize, (at + 1) * pieceSize),
  );
}

export const bytesOf = (submissions: readonly Submission[]): number =>
  submissions.reduce(
    (sum, { parts }) => sum + parts.reduce((size, part) => size + part.length, 0),
    0,
  );
