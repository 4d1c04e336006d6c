/** Answers to those who had an idea: whether one is still owed, and how long the first one took. */
import type { ImprovementRow, Someone } from '../domain/improvement.ts';
import type { CommandType } from './commands.ts';
import type { Fact } from './facts.ts';

/** Decisions that tell the originator something. Holding, sharing and freezing a target are between others. */
const answering: ReadonlySet<CommandType> = new Set([
  'acknowledge',
  'approve',
  'decline',
  'markDuplicate',
  'ruleEscalation',
]);

/** Unix ms of the first decision that answers; undefined = none yet. */
export const firstDecidedAt = (facts: readonly Fact[]): number | undefined =>
  facts.find(({ said }) => answering.has(said.type))?.at;

/**
 * Unix ms of the first answer by a human: a decision, or a reply by anybody but the author. `isAuthor` knows
 * all the devices of a person. Undefined = none yet.
 */
export function firstAnswerAt(
  { decidedAt, replies = [] }: Pick<ImprovementRow, 'decidedAt' | 'replies'>,
  isAuthor: (someone: Someone) => boolean,
): number | undefined {
  const times = replies.filter(({ by }) => !isAuthor(by)).map(({ at }) => at);
  if (decidedAt !== undefined) times.push(decidedAt);
  return times.length === 0 ? undefined : Math.min(...times);
}
