/** Who took part in an improvement, from the idea to its lessons, and with what: those to be thanked. */
import type { Item } from '../document/collections.ts';
import type { Someone } from '../domain/improvement.ts';
import { type Fact, isFact } from './facts.ts';

/** In the order in which a record goes through them. */
export const shares = [
  'idea',
  'support',
  'score',
  'decision',
  'owner',
  'task',
  'showcase',
  'lesson',
  'word',
] as const;
export type Share = (typeof shares)[number];

export type TakingPart = {
  readonly person: Someone;
  /** Each once, in their order. */
  readonly shares: readonly Share[];
};

export type PartTaken = {
  readonly createdBy: Someone | '';
  readonly supporters: readonly Someone[];
  readonly scorers: readonly Someone[];
  readonly facts: readonly Fact[];
  readonly owner: Someone | '';
  readonly tasks: readonly Item<'tasks'>[];
  readonly showcaseAnswers: readonly Item<'showcaseAnswers'>[];
  readonly lessons: readonly Item<'lessons'>[];
  readonly speakers: readonly Someone[];
};

/** `personOf`: the person behind an author's id, so that nobody is thanked twice. Whoever began comes first. */
export function takingPart(
  record: PartTaken,
  personOf: (someone: Someone) => Someone,
): readonly TakingPart[] {
  const byShare: { readonly [S in Share]: readonly string[] } = {
    idea: [record.createdBy],
    support: record.supporters,
    score: record.scorers,
    decision: record.facts.filter(isYes).map(({ by }) => by),
    owner: [record.owner],
    task: record.tasks
      .filter(({ values }) => values.state === 'done')
      .map(({ values }) => values.owner),
    showcase: record.showcaseAnswers.map(({ values }) => values.person),
    lesson: record.lessons.map(({ values }) => values.by),
    word: record.speakers,
  };
  const taken = new Map<Someone, Set<Share>>();
  for (const share of shares) {
    for (const someone of byShare[share]) {
      if (someone === '') continue;
      const person = personOf(someone as Someone);
      taken.set(person, (taken.get(person) ?? new Set<Share>()).add(share));
    }
  }
  return [...taken].map(([person, own]) => ({ person, shares: [...own] }));
}

/** Decisions that carried it on. */
const isYes = (fact: Fact): boolean =>
  isFact(fact, 'approve') ||
  isFact(fact, 'confirmVerdict') ||
  (isFact(fact, 'ruleEscalation') && fact.said.ruling === 'approved');
