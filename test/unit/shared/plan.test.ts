/** The plan of a record: days in order, tasks that move on, risks, what stakeholders say. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../shared/document/collections.ts';
import { collections, type RecordCollection } from '../../../shared/domain/collections.ts';
import { levels } from '../../../shared/domain/improvement.ts';
import {
  countMoves,
  findDayProblem,
  isAgreedDayMoved,
  roomOfIteration,
  roomOfMilestone,
  roomOfTask,
} from '../../../shared/process/plan-days.ts';
import { riskGrade } from '../../../shared/process/risks.ts';
import { countAnswers } from '../../../shared/process/showcase.ts';
import { taskMovedTo, taskStates } from '../../../shared/process/task-states.ts';

function item<C extends RecordCollection>(
  collection: C,
  id: string,
  values: Partial<Item<C>['values']>,
): Item<C> {
  const empty = Object.fromEntries(Object.keys(collections[collection]).map((name) => [name, '']));
  return {
    id,
    values: { ...empty, ...values } as Item<C>['values'],
    order: 'a0',
    isRemoved: false,
    disputed: {},
  };
}

const plan = {
  createdOn: '2027-03-01',
  tasks: [item('tasks', 't', { milestone: 'm', iteration: 'i2', dueOn: '2027-04-10' })],
  milestones: [item('milestones', 'm', { dueOn: '2027-04-20' })],
  iterations: [
    item('iterations', 'i1', { endsOn: '2027-03-31' }),
    item('iterations', 'i2', { endsOn: '2027-04-15', showcaseOn: '2027-04-18' }),
  ],
};
const [task] = plan.tasks;

describe('days of a plan', () => {
  test('a task is due between the day the idea was kept and the end of its iteration', () => {
    const room = roomOfTask(task as Item<'tasks'>, plan);
    expect(findDayProblem('2027-02-28', room)).toEqual({
      type: 'tooEarly',
      bound: { day: '2027-03-01', because: 'captured' },
    });
    expect(findDayProblem('2027-04-16', room)).toEqual({
      type: 'tooLate',
      bound: { day: '2027-04-15', because: 'iteration' },
    });
    expect(findDayProblem('2027-04-15', room)).toBeUndefined();
    expect(findDayProblem('', room)).toBeUndefined();
  });

  test('a task that was begun is not due before that', () => {
    const begun = item('tasks', 't', { startedOn: '2027-03-20' });
    expect(findDayProblem('2027-03-19', roomOfTask(begun, plan))?.bound.because).toBe('started');
  });

  test('a milestone and an iteration are not over before their tasks', () => {
    expect(findDayProblem('2027-04-09', roomOfMilestone('m', plan))?.bound.because).toBe('tasks');
    const room = roomOfIteration('i2', 'endsOn', plan);
    expect(findDayProblem('2027-04-09', room)?.bound.because).toBe('tasks');
    expect(findDayProblem('2027-04-19', room)?.bound.because).toBe('showcase');
    const idle = { ...plan, tasks: [] };
    const before = findDayProblem('2027-03-30', roomOfIteration('i2', 'endsOn', idle));
    expect(before?.bound).toEqual({ day: '2027-03-31', because: 'previousIteration' });
  });

  test('a result is not shown before the iteration ends', () => {
    const problem = findDayProblem('2027-04-14', roomOfIteration('i2', 'showcaseOn', plan));
    expect(problem?.bound).toEqual({ day: '2027-04-15', because: 'iterationEnd' });
  });

  test('what a sentence names as the fix fits', () => {
    const days = fc
      .integer({ min: 1, max: 28 })
      .map((d) => `2027-04-${String(d).padStart(2, '0')}`);
    fc.assert(
      fc.property(days, days, days, (from, length, day) => {
        const to = length < from ? from : length;
        const room = {
          from: { day: from, because: 'captured' as const },
          to: { day: to, because: 'milestone' as const },
        };
        const problem = findDayProblem(day, room);
        if (problem !== undefined) {
          expect(findDayProblem(problem.bound.day, room)).toBeUndefined();
        }
      }),
    );
  });

  test('setting a day first is no move; changing or taking it away is one, counted for its entry', () => {
    expect(isAgreedDayMoved('', '2027-04-01')).toBe(false);
    expect(isAgreedDayMoved('2027-04-01', '2027-04-01')).toBe(false);
    expect(isAgreedDayMoved('2027-04-01', '2027-04-02')).toBe(true);
    expect(isAgreedDayMoved('2027-04-01', '')).toBe(true);
    const moves = [item('movedDates', 'a', { item: 't' }), item('movedDates', 'b', { item: 'm' })];
    expect(countMoves(moves, 't')).toBe(1);
  });
});

describe('a task', () => {
  test('carries the days of its state wherever it is moved, and only those', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...taskStates), { minLength: 1, maxLength: 8 }),
        (states) => {
          let values = item('tasks', 't', {}).values;
          for (const [day, state] of states.entries()) {
            values = { ...values, ...taskMovedTo(state, values, `2027-04-0${day + 1}`) };
          }
          expect(values.doneOn !== '').toBe(values.state === 'done');
          if (values.state === 'doing') expect(values.startedOn).not.toBe('');
          if (values.state === 'todo') expect(values.startedOn).toBe('');
          if (values.startedOn !== '' && values.doneOn !== '') {
            expect(values.startedOn <= values.doneOn).toBe(true);
          }
        },
      ),
    );
  });
});

test('a risk is graver the likelier and the worse it is, and has no grade before both are said', () => {
  expect(riskGrade('high', '')).toBeUndefined();
  expect(riskGrade('high', 'high')).toBe('high');
  expect(riskGrade('high', 'medium')).toBe('high');
  expect(riskGrade('medium', 'medium')).toBe('medium');
  expect(riskGrade('high', 'low')).toBe('medium');
  expect(riskGrade('low', 'medium')).toBe('low');
  const rank = (likelihood: (typeof levels)[number], impact: (typeof levels)[number]) =>
    levels.indexOf(riskGrade(likelihood, impact) ?? 'low');
  for (const likelihood of levels) {
    for (const impact of levels) {
      expect(rank(likelihood, impact)).toBe(rank(impact, likelihood));
      expect(rank('high', impact)).toBeLessThanOrEqual(rank(likelihood, impact));
    }
  }
});

test('each stakeholder counts once for an iteration, with the latest answer', () => {
  const answers = [
    item('showcaseAnswers', 'a', { iteration: 'i', person: 'p', value: 'no' }),
    item('showcaseAnswers', 'b', { iteration: 'i', person: 'p', value: 'partly' }),
    item('showcaseAnswers', 'c', { iteration: 'i', person: 'q', value: 'yes' }),
    item('showcaseAnswers', 'd', { iteration: 'j', person: 'q', value: 'no' }),
  ];
  expect(countAnswers(answers, 'i')).toEqual({ yes: 1, partly: 1, no: 0 });
});
