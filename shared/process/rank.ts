/** The order of a backlog: ranks by a method, how methods differ, quick wins, and the PICK chart. */
import type { Level } from '../domain/improvement.ts';

export type Ranked = {
  readonly id: string;
  readonly score: number;
  /** From 1; records of one score share a rank, and the next one skips as many. */
  readonly rank: number;
};

/** Highest first; of one score in the order of their ids, so that every replica lists them alike. */
export function rankByScore(
  scored: readonly { readonly id: string; readonly score: number }[],
): readonly Ranked[] {
  const sorted = [...scored].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  let rank = 0;
  return sorted.map(({ id, score }, at) => {
    const isTied = at > 0 && isSame(sorted[at - 1]?.score ?? Number.NaN, score);
    if (!isTied) rank = at + 1;
    return { id, score, rank };
  });
}

const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

type Sized = {
  readonly cost: Level | '';
  readonly effort?: Level | '' | undefined;
  readonly value?: Level | '' | undefined;
};

/** Little to pay, little to do, and something to gain. */
export const isQuickWin = ({ cost, effort = '', value = '' }: Sized): boolean =>
  cost === 'low' && effort === 'low' && value !== '';

export const pickQuadrants = ['implement', 'challenge', 'possible', 'kill'] as const;
export type PickQuadrant = (typeof pickQuadrants)[number];

/**
 * Payoff against ease: easy with a high payoff is implemented, hard with a high payoff challenged, easy with a
 * low payoff possible, hard with a low one killed. Medium counts as high payoff, and as easy. undefined = value or
 * effort is not said.
 */
export function pickQuadrantOf({
  value = '',
  effort = '',
}: Omit<Sized, 'cost'>): PickQuadrant | undefined {
  if (value === '' || effort === '') return undefined;
  const isEasy = effort !== 'high';
  if (value !== 'low') return isEasy ? 'implement' : 'challenge';
  return isEasy ? 'possible' : 'kill';
}
