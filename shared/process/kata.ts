/** The improvement kata and its coaching card: which question comes next, what is known before it is asked, what a card leaves on the storyboard. */
import type { Item } from '../document/collections.ts';
import type { ItemChange, ItemValues } from '../domain/collections.ts';

/** The five questions in their order; the look back belongs to the second. */
export const cardQuestions = ['target', 'actual', 'reflection', 'inTheWay', 'step', 'see'] as const;
export type CardQuestion = (typeof cardQuestions)[number];

export const questionNumber: { readonly [Q in CardQuestion]: 1 | 2 | 3 | 4 | 5 } = {
  target: 1,
  actual: 2,
  reflection: 2,
  inTheWay: 3,
  step: 4,
  see: 5,
};

type CardField = keyof ItemValues<'coachings'>;

/** What is said under each question; the first one is what answers it. */
export const questionFields = {
  target: ['target'],
  actual: ['actual'],
  reflection: ['learned', 'planned', 'expected', 'happened'],
  inTheWay: ['inTheWay', 'obstacle'],
  step: ['nextStep', 'nextExpected'],
  see: ['seeOn'],
} as const satisfies { readonly [Q in CardQuestion]: readonly CardField[] };

/** In the first cycle there is no step to look back at. */
export const questionsOf = (isFirstCycle: boolean): readonly CardQuestion[] =>
  cardQuestions.filter((question) => question !== 'reflection' || !isFirstCycle);

const isAnswered = (card: ItemValues<'coachings'>, question: CardQuestion): boolean =>
  card[questionFields[question][0]] !== '';

/** The first that is not answered; undefined = all are. */
export const nextQuestion = (
  card: ItemValues<'coachings'>,
  isFirstCycle: boolean,
): CardQuestion | undefined =>
  questionsOf(isFirstCycle).find((question) => !isAnswered(card, question));

/** The one being filled: the latest that was not closed. */
export const openCardOf = (cards: readonly Item<'coachings'>[]): Item<'coachings'> | undefined =>
  cards.findLast(({ values }) => values.closedOn === '');

/** The step that a card looks back at: the last but the one that it led to itself. */
export const stepBefore = (
  experiments: readonly Item<'experiments'>[],
  card: ItemValues<'coachings'>,
): Item<'experiments'> | undefined => experiments.findLast(({ id }) => id !== card.experiment);

/** The obstacle that is worked at: one at a time, the first where several say so. */
export const obstacleAtHand = (
  obstacles: readonly Item<'obstacles'>[],
): Item<'obstacles'> | undefined => obstacles.find(({ values }) => values.state === 'addressing');

export type Storyboard = {
  readonly target: string;
  readonly obstacles: readonly Item<'obstacles'>[];
  readonly experiments: readonly Item<'experiments'>[];
};

/** What of a new card the storyboard knows already, so that it is looked at again and not typed again. */
export function knownAnswers(storyboard: Storyboard): ItemChange<'coachings'> {
  const last = storyboard.experiments.at(-1)?.values;
  const obstacle = obstacleAtHand(storyboard.obstacles);
  return withoutBlanks({
    target: storyboard.target.trim().slice(0, noteLength),
    planned: last?.title ?? '',
    expected: last?.expected ?? '',
    happened: last?.happened ?? '',
    obstacle: obstacle?.id ?? '',
  });
}

/** As much as an answer on a card takes. */
const noteLength = 2_000;

/** What a filled card tells the storyboard: results of the last step, the obstacle at hand, the next step. */
export type CardResults = {
  /** Of the last step; undefined = nothing that is not known. */
  readonly last?: { readonly id: string; readonly change: ItemChange<'experiments'> };
  readonly obstacles: readonly { readonly id: string; readonly change: ItemChange<'obstacles'> }[];
  /** undefined: the card names none, or it stands there already. */
  readonly next?: ItemChange<'experiments'>;
};

/** What people have written on the storyboard stays: only what is empty there is filled. */
export function resultsOf(card: ItemValues<'coachings'>, storyboard: Storyboard): CardResults {
  const last = stepBefore(storyboard.experiments, card);
  const lastChange = withoutBlanks({
    happened: last?.values.happened === '' ? card.happened : '',
    learned: last?.values.learned === '' ? card.learned : '',
  });
  const isOnBoard = storyboard.experiments.some(({ id }) => id === card.experiment);
  return {
    ...(last !== undefined &&
      Object.keys(lastChange).length > 0 && { last: { id: last.id, change: lastChange } }),
    obstacles: obstacleChanges(card.obstacle, storyboard.obstacles),
    ...(card.nextStep !== '' &&
      !isOnBoard && {
        next: withoutBlanks({
          title: card.nextStep,
          expected: card.nextExpected,
          dueOn: card.seeOn,
          obstacle: card.obstacle,
        }),
      }),
  };
}

/** One obstacle at a time: the others that were worked at are open again. */
function obstacleChanges(
  chosen: string,
  obstacles: readonly Item<'obstacles'>[],
): CardResults['obstacles'] {
  if (!obstacles.some(({ id }) => id === chosen)) return [];
  return obstacles.flatMap(({ id, values }) => {
    const isAtHand = values.state === 'addressing';
    if (isAtHand === (id === chosen)) return [];
    return [{ id, change: { state: isAtHand ? 'open' : 'addressing' } as const }];
  });
}

const withoutBlanks = <T extends Readonly<Record<string, string>>>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<T>;
