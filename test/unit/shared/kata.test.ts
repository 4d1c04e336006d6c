/** The kata's coaching card: what is asked next, what is known before, and what it leaves on the storyboard. */
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../shared/document/collections.ts';
import {
  collections,
  type ItemValues,
  type RecordCollection,
} from '../../../shared/domain/collections.ts';
import {
  knownAnswers,
  nextQuestion,
  obstacleAtHand,
  openCardOf,
  questionFields,
  questionsOf,
  resultsOf,
  stepBefore,
  type Storyboard,
} from '../../../shared/process/kata.ts';

function item<C extends RecordCollection>(
  collection: C,
  id: string,
  values: Partial<ItemValues<C>>,
): Item<C> {
  const names = Object.keys(collections[collection]);
  const blank = Object.fromEntries(names.map((name) => [name, '']));
  return {
    id,
    values: { ...blank, ...values } as ItemValues<C>,
    order: id,
    isRemoved: false,
    disputed: {},
  };
}

const card = (values: Partial<ItemValues<'coachings'>> = {}) =>
  item('coachings', 'card', values).values;

const stamp = item('experiments', 'stamp', {
  title: 'One stamp',
  expected: '12 min',
  metric: 'min',
});
const queue = item('obstacles', 'queue', { title: 'The second queue', state: 'addressing' });
const printer = item('obstacles', 'printer', { title: 'The printer', state: 'open' });
const storyboard: Storyboard = {
  target: 'Admitted within 15 minutes by March',
  obstacles: [queue, printer],
  experiments: [stamp],
};

describe('a coaching card', () => {
  test('asks five questions, and looks back from the second cycle on', () => {
    expect(questionsOf(true)).toEqual(['target', 'actual', 'inTheWay', 'step', 'see']);
    expect(questionsOf(false)).toContain('reflection');
    expect(stepBefore([], card())).toBeUndefined();
    expect(stepBefore([stamp], card())).toBe(stamp);
  });

  test('asks the first question that is not answered, until all are', () => {
    let values = card();
    for (const question of questionsOf(false)) {
      expect(nextQuestion(values, false)).toBe(question);
      values = { ...values, [questionFields[question][0]]: 'An answer' };
    }
    expect(nextQuestion(values, false)).toBeUndefined();
  });

  test('takes a look back for done once it says what was learned, not because the plan is known', () => {
    const begun = card({ target: 'x', actual: 'y', planned: 'One stamp', expected: '12 min' });
    expect(nextQuestion(begun, false)).toBe('reflection');
    expect(nextQuestion(begun, true)).toBe('inTheWay');
  });

  test('goes on with the latest that was not closed', () => {
    const kept = item('coachings', 'a', { closedOn: '2027-01-04' });
    const [early, late] = [item('coachings', 'b', {}), item('coachings', 'c', {})];
    expect(openCardOf([kept])).toBeUndefined();
    expect(openCardOf([early, late, kept])).toBe(late);
  });

  test('begins with what the storyboard knows, and with nothing where that knows nothing', () => {
    expect(knownAnswers(storyboard)).toEqual({
      target: 'Admitted within 15 minutes by March',
      planned: 'One stamp',
      expected: '12 min',
      obstacle: 'queue',
    });
    expect(knownAnswers({ target: '', obstacles: [], experiments: [] })).toEqual({});
    expect(knownAnswers({ ...storyboard, target: 'x'.repeat(5_000) }).target).toHaveLength(2_000);
  });
});

describe('what a card leaves on the storyboard', () => {
  test('fills in the result of the last step and adds the next one', () => {
    const results = resultsOf(
      card({
        happened: '14 min',
        learned: 'The walk counts',
        nextStep: 'Move the desk',
        nextExpected: '12 min',
        seeOn: '2027-01-05',
        obstacle: 'queue',
      }),
      storyboard,
    );
    expect(results).toEqual({
      last: { id: 'stamp', change: { happened: '14 min', learned: 'The walk counts' } },
      obstacles: [],
      next: {
        title: 'Move the desk',
        expected: '12 min',
        dueOn: '2027-01-05',
        obstacle: 'queue',
      },
    });
  });

  test('leaves what people wrote there', () => {
    const told = item('experiments', 'stamp', { happened: '13 min', learned: 'Slower on Mondays' });
    const said = card({ happened: '14 min', learned: 'The walk counts' });
    expect(resultsOf(said, { ...storyboard, experiments: [told] })).toEqual({ obstacles: [] });
  });

  test('adds a step once, and looks back past the one that the card led to', () => {
    const own = item('experiments', 'own', { title: 'Move the desk' });
    const kept = card({ nextStep: 'Move the desk', experiment: 'own', learned: 'The walk counts' });
    const results = resultsOf(kept, { ...storyboard, experiments: [stamp, own] });
    expect(results.next).toBeUndefined();
    expect(results.last?.id).toBe('stamp');
  });

  test('has one obstacle addressed at a time', () => {
    expect(obstacleAtHand(storyboard.obstacles)).toBe(queue);
    expect(resultsOf(card({ obstacle: 'printer' }), storyboard).obstacles).toEqual([
      { id: 'queue', change: { state: 'open' } },
      { id: 'printer', change: { state: 'addressing' } },
    ]);
    expect(resultsOf(card({ obstacle: 'of another record' }), storyboard).obstacles).toEqual([]);
    expect(resultsOf(card(), storyboard).obstacles).toEqual([]);
  });
});
