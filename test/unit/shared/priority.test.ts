/** Priority from high, medium and low alone: urgency × value ÷ cost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levels } from '../../../shared/domain/improvement.ts';
import { priorityFields, priorityOf } from '../../../shared/process/priority.ts';

const level = fc.constantFrom(...levels);
const maybe = fc.option(fc.constantFrom(...levels, '' as const), { nil: undefined });

describe('priorityOf', () => {
  test('multiplies urgency and value and divides by cost, with high as 3', () => {
    const sized = { urgency: 'high', value: 'medium', cost: 'low' } as const;
    expect(priorityOf(sized)).toEqual({ type: 'defined', score: 6, urgency: 3, value: 2, cost: 1 });
  });

  test('says which fields are missing instead of a number', () => {
    expect(priorityOf({ urgency: 'high', value: '' })).toEqual({
      type: 'notDefined',
      missing: ['value', 'cost'],
    });
  });

  test('is a number from 1/3 to 9 exactly when all three are set', () => {
    fc.assert(
      fc.property(maybe, maybe, maybe, (urgency, value, cost) => {
        const priority = priorityOf({
          ...(urgency !== undefined && { urgency }),
          ...(value !== undefined && { value }),
          ...(cost !== undefined && { cost }),
        });
        const unset = [urgency, value, cost].filter((one) => !one).length;
        if (priority.type === 'notDefined') {
          expect(priority.missing).toHaveLength(unset);
          expect(unset).toBeGreaterThan(0);
        } else {
          expect(unset).toBe(0);
          expect(priority.score).toBeGreaterThanOrEqual(1 / 3);
          expect(priority.score).toBeLessThanOrEqual(9);
        }
      }),
    );
  });

  test('rises with urgency and value, and falls with cost', () => {
    const rank = (one: (typeof levels)[number]) => levels.length - levels.indexOf(one);
    const scoreOf = (sized: Parameters<typeof priorityOf>[0]) => {
      const priority = priorityOf(sized);
      return priority.type === 'defined' ? priority.score : NaN;
    };
    fc.assert(
      fc.property(
        level,
        level,
        level,
        level,
        fc.constantFrom(...priorityFields),
        (urgency, value, cost, other, field) => {
          const sized = { urgency, value, cost };
          const change = Math.sign(scoreOf({ ...sized, [field]: other }) - scoreOf(sized));
          const step = Math.sign(rank(other) - rank(sized[field]));
          expect(change).toBe((field === 'cost' ? -step : step) + 0);
        },
      ),
    );
  });
});
