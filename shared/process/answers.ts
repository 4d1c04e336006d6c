/** Answers to those who had an idea: whether one is still owed, and how long the first one took. */
import type { ImprovementRow, Someone } from '../domain/improvement.ts';
import { type ToldDecision, toldDecisions } from '../domain/told-decisions.ts';
import type { WorkspaceValues } from '../domain/workspace.ts';
import type { CommandType } from './commands.ts';
import type { Fact } from './facts.ts';
import { outcomeOf } from './notices.ts';

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

/** The last decision that its author should hear of, as a row keeps it. */
export type LastDecision = NonNullable<ImprovementRow['lastDecision']>;

export function lastDecisionOf(facts: readonly Fact[]): LastDecision | undefined {
  const last = facts.findLast(({ said }) => isTold(said.type));
  if (last === undefined) return undefined;
  const { said, by, at } = last;
  const outcome = outcomeOf(said);
  return {
    type: said.type as ToldDecision,
    by,
    at,
    ...('reason' in said && said.reason !== undefined && { reason: said.reason }),
    ...(outcome !== undefined && { outcome }),
  };
}

const isTold = (type: CommandType): boolean => toldDecisions.some((told) => told === type);

export type AnswerState =
  | { readonly type: 'answered'; readonly afterMs: number }
  /** Asked back: it is for the author to go on. */
  | { readonly type: 'waitsForAuthor' }
  /** `forMs`: without the time in which it waited for its author. */
  | { readonly type: 'open'; readonly forMs: number; readonly isLate: boolean }
  /** Nobody owes one. */
  | { readonly type: 'none' };

type Answerable = Pick<
  ImprovementRow,
  'createdAt' | 'decidedAt' | 'replies' | 'isWaiting' | 'waitedMs' | 'triageId'
>;

/** Where an idea stands between its author and those who answer. `isAuthor`: on any of their devices. */
export function answerState(
  row: Answerable,
  isAuthor: (someone: Someone) => boolean,
  nowMs: number,
  withinDays: number,
): AnswerState {
  if (row.isWaiting === true) return { type: 'waitsForAuthor' };
  const answeredAt = firstAnswerAt(row, isAuthor);
  if (answeredAt !== undefined) {
    return { type: 'answered', afterMs: Math.max(0, answeredAt - row.createdAt) };
  }
  if (row.triageId === undefined) return { type: 'none' };
  return { type: 'open', ...openAnswer(row, nowMs, withinDays) };
}

/** How long an answer has been owed, and whether that is too long. */
export function openAnswer(
  { createdAt, waitedMs = 0 }: Pick<ImprovementRow, 'createdAt' | 'waitedMs'>,
  nowMs: number,
  withinDays: number,
): { readonly forMs: number; readonly isLate: boolean } {
  const forMs = Math.max(0, nowMs - createdAt - waitedMs);
  return { forMs, isLate: workingDays(nowMs - forMs, nowMs) > withinDays };
}

/** Working days within which a first answer is due, unless the workspace says otherwise. */
export const usualAnswerDays = 5;

/** By what the workspace has agreed on. */
export const answerDaysIn = (agreed?: Pick<WorkspaceValues, 'answerWithinDays'>): number =>
  agreed?.answerWithinDays || usualAnswerDays;

const dayMs = 24 * 60 * 60 * 1000;

/** Mondays to Fridays begun between two moments, by UTC: near enough for a limit of days. */
export function workingDays(fromMs: number, toMs: number): number {
  const [from, to] = [Math.floor(fromMs / dayMs), Math.floor(toMs / dayMs)];
  const upTo = (day: number) => {
    // Day 0, 1970-01-01, was a Thursday: three days into a week that begins on a Monday.
    const sinceMonday = day + 3;
    return Math.floor(sinceMonday / 7) * 5 + Math.min(5, ((sinceMonday % 7) + 7) % 7);
  };
  return Math.max(0, upTo(to) - upTo(from));
}
