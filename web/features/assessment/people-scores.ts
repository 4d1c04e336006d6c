/** Scores by person: each one's latest on each criterion, whichever device it was given on. */
import type { Score } from '../../../shared/document/scores.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { ScoresByCriterion } from '../../../shared/process/assess.ts';
import { findPerson } from '../improvement-words.ts';

export type PeopleScores = {
  readonly byCriterion: ScoresByCriterion;
  /** Of one person, by criterion. */
  readonly of: (person: Someone) => ReadonlyMap<string, number>;
  /** Who has scored on one of `criteria` at least. */
  readonly assessors: (criteria: ReadonlySet<string>) => readonly Someone[];
};

export function scoresOfPeople(scores: readonly Score[], people: readonly Person[]): PeopleScores {
  const idOf = (someone: Someone): Someone => findPerson(people, someone)?.id ?? someone;
  const latest = new Map<Someone, Map<string, Score>>();
  for (const score of scores) {
    const own = latest.get(idOf(score.by)) ?? new Map<string, Score>();
    latest.set(idOf(score.by), own);
    if (score.hlc > (own.get(score.criterion)?.hlc ?? '')) own.set(score.criterion, score);
  }
  const byCriterion: Record<string, number[]> = {};
  for (const own of latest.values()) {
    for (const { criterion, value } of own.values()) (byCriterion[criterion] ??= []).push(value);
  }
  return {
    byCriterion,
    of: (person) => {
      const own = latest.get(idOf(person));
      return new Map([...(own ?? [])].map(([criterion, { value }]) => [criterion, value]));
    },
    assessors: (criteria) =>
      [...latest]
        .filter(([, own]) => [...own.keys()].some((criterion) => criteria.has(criterion)))
        .map(([person]) => person),
  };
}
