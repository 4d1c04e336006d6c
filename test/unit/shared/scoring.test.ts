/** The scoring model, what several assessors' scores come to, and the order that follows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../shared/document/collections.ts';
import { levels } from '../../../shared/domain/improvement.ts';
import {
  assess,
  criteriaLeft,
  scoreBy,
  type ScoresByCriterion,
} from '../../../shared/process/assess.ts';
import { isQuickWin, pickQuadrantOf, rankByScore } from '../../../shared/process/rank.ts';
import {
  builtInCriteria,
  criteriaFrom,
  type Criterion,
  firstModel,
  isOnScale,
  methodCriteria,
  normalise,
  type ScoringModel,
} from '../../../shared/process/scoring-model.ts';

const unsized = { urgency: '', cost: '' } as const;

const criterion = (id: string, more: Partial<Criterion> = {}): Criterion => ({
  id,
  scale: { type: 'range', least: 1, most: 3 },
  better: 'higher',
  weight: 1,
  title: id,
  explanation: '',
  lowLabel: '',
  highLabel: '',
  ...more,
});

const model = (...criteria: readonly Criterion[]): ScoringModel => ({ ...firstModel, criteria });

const entry = (id: string, values: Partial<Item<'criteria'>['values']>, isRemoved = false) =>
  ({
    id,
    order: '',
    isRemoved,
    disputed: {},
    values: {
      title: '',
      explanation: '',
      lowLabel: '',
      highLabel: '',
      weight: '',
      better: '',
      least: '',
      most: '',
      ...values,
    },
  }) satisfies Item<'criteria'>;

describe('the model', () => {
  test('begins with six criteria, two of which are better when they are lower', () => {
    const { criteria } = firstModel;
    expect(criteria).toHaveLength(6);
    expect(criteria.filter(({ better }) => better === 'lower').map(({ id }) => id)).toEqual([
      builtInCriteria.cost,
      builtInCriteria.effort,
    ]);
  });

  test('takes what a workspace changes, adds and takes out', () => {
    const own = '018f0000-0000-7000-8000-0000000000aa';
    const criteria = criteriaFrom([
      entry(builtInCriteria.cost, { weight: 5 }),
      entry(builtInCriteria.reach, {}, true),
      entry(own, { title: 'Patients seen', least: 0, most: 10, better: 'higher' }),
      entry('018f0000-0000-7000-8000-0000000000bb', {}),
    ]);
    expect(criteria).toHaveLength(6);
    expect(criteria.find(({ id }) => id === builtInCriteria.cost)).toMatchObject({
      weight: 5,
      better: 'lower',
    });
    expect(criteria.some(({ id }) => id === builtInCriteria.reach)).toBe(false);
    expect(criteria.at(-1)).toMatchObject({
      id: own,
      scale: { type: 'range', least: 0, most: 10 },
    });
  });

  test('keeps the former scale where the new one has no room between its ends', () => {
    const [first] = criteriaFrom([entry(builtInCriteria.benefit, { least: 4, most: 4 })]);
    expect(first?.scale).toEqual({ type: 'range', least: 1, most: 5 });
  });

  test.each([
    [firstModel.criteria[0], 5, true],
    [firstModel.criteria[0], 6, false],
    [firstModel.criteria[0], 2.5, false],
    [methodCriteria.wsjf[0], 13, true],
    [methodCriteria.wsjf[0], 4, false],
    [methodCriteria.rice[3], 0.5, true],
    [methodCriteria.rice[3], 0.4, false],
    [methodCriteria.rice[0], Number.NaN, false],
    [methodCriteria.rice[2], 80, true],
    [methodCriteria.rice[2], 0.8, false],
  ] as const)('%o takes %d: %o', (asked, value, isTaken) => {
    expect(asked !== undefined && isOnScale(asked.scale, value)).toBe(isTaken);
  });

  test('normalises from 0 at the worse end to 1 at the better one', () => {
    expect(normalise(criterion('a'), 1)).toBe(0);
    expect(normalise(criterion('a'), 2)).toBe(0.5);
    expect(normalise(criterion('a', { better: 'lower' }), 3)).toBe(0);
    expect(normalise(methodCriteria.rice[0], 3)).toBeUndefined();
  });
});

describe('an assessment', () => {
  test('is contested at half a scale, by two assessors and no fewer', () => {
    const asked = model(criterion('a'));
    expect(assess(asked, { a: [1, 2] })).toMatchObject({ spread: 0.5, isContested: true });
    expect(assess(asked, { a: [2, 2] })).toMatchObject({ spread: 0, isContested: false });
    expect(assess(asked, { a: [1] })).toMatchObject({ spread: 0, isContested: false });
    const three = { ...asked, assessorsNeeded: 3 };
    expect(assess(three, { a: [1, 3] }).isContested).toBe(false);
    expect(assess(three, { a: [1, 3, 3] }).isContested).toBe(true);
  });

  test('looks at the criterion on which people are furthest apart', () => {
    const asked = model(
      criterion('a'),
      criterion('b', { scale: { type: 'range', least: 1, most: 5 } }),
    );
    const { spread, summaries } = assess(asked, { a: [2, 2], b: [1, 4, 5] });
    expect(spread).toBe(1);
    expect(summaries.map(({ mean, least, most, count }) => [mean, least, most, count])).toEqual([
      [2, 2, 2, 2],
      [10 / 3, 1, 5, 3],
    ]);
  });

  test('does not call people contested for a scale that has no end, nor for none at all', () => {
    const rice = { ...firstModel, method: 'rice' } as const;
    expect(assess(rice, { 'rice.reach': [1, 90_000] }).isContested).toBe(false);
    expect(assess({ ...firstModel, contestedAt: 0 }, {}).isContested).toBe(false);
  });

  test('knows what a person has not scored yet', () => {
    const asked = model(criterion('a'), criterion('b'));
    expect(criteriaLeft(asked, new Set(['a'])).map(({ id }) => id)).toEqual(['b']);
  });
});

describe('a score', () => {
  const of = (
    method: Parameters<typeof scoreBy>[0],
    scores: ScoresByCriterion,
    asked = firstModel,
  ) => scoreBy(method, asked, { ...unsized, scores });

  test('by weights: Σ weight × normalised ÷ Σ weight', () => {
    const asked = model(
      criterion('a', { weight: 3 }),
      criterion('b', { better: 'lower', scale: { type: 'range', least: 0, most: 10 } }),
    );
    // a: mean 2 of 1…3 = 0.5; b: 2 of 0…10, lower is better = 0.8.
    expect(of('weighted', { a: [1, 3], b: [2] }, asked)).toMatchObject({
      type: 'defined',
      score: (3 * 0.5 + 1 * 0.8) / 4,
    });
  });

  test('by WSJF: cost of delay ÷ job size', () => {
    const scores = { 'wsjf.value': [8], 'wsjf.time': [5], 'wsjf.risk': [3], 'wsjf.size': [5] };
    expect(of('wsjf', scores)).toMatchObject({ score: 16 / 5 });
  });

  test('by RICE: reach × impact × confidence ÷ effort', () => {
    const scores = {
      'rice.reach': [500],
      'rice.impact': [3],
      'rice.confidence': [80],
      'rice.effort': [2],
    };
    expect(of('rice', scores)).toMatchObject({ score: 600 });
  });

  test('by ICE: impact × confidence × ease', () => {
    expect(
      of('ice', { 'ice.impact': [8, 10], 'ice.confidence': [5], 'ice.ease': [2] }),
    ).toMatchObject({ score: 90 });
  });

  test('by the fields alone: urgency × value ÷ cost', () => {
    const record = { urgency: 'high', value: 'medium', cost: 'low' } as const;
    expect(scoreBy('levels', firstModel, record)).toMatchObject({ type: 'defined', score: 6 });
    expect(scoreBy('levels', firstModel, unsized)).toMatchObject({
      reason: 'missing',
      missing: ['urgency', 'value', 'cost'],
    });
  });

  test('is not defined without its inputs, and says which', () => {
    expect(of('wsjf', { 'wsjf.value': [8] })).toEqual({
      type: 'notDefined',
      reason: 'missing',
      missing: ['wsjf.time', 'wsjf.risk', 'wsjf.size'],
    });
    expect(of('weighted', { a: [2] }, model(criterion('a', { weight: 0 })))).toMatchObject({
      reason: 'weights',
    });
    expect(of('weighted', {}, model())).toMatchObject({ type: 'notDefined' });
  });

  test('does not ask for what has no weight', () => {
    const asked = model(criterion('a'), criterion('b', { weight: 0 }));
    expect(of('weighted', { a: [3] }, asked)).toMatchObject({ score: 1 });
  });

  test('by weights lies in [0, 1], does not depend on the order of assessors, and never is NaN', () => {
    const asked = model(criterion('a', { weight: 2 }), criterion('b', { better: 'lower' }));
    const values = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const forth = of('weighted', { a, b }, asked);
        const back = of('weighted', { a: [...a].reverse(), b: [...b].reverse() }, asked);
        if (forth.type !== 'defined' || back.type !== 'defined') throw new Error('defined');
        expect(forth.score).toBeCloseTo(back.score);
        expect(forth.score).toBeGreaterThanOrEqual(0);
        expect(forth.score).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('never falls when a score gets better', () => {
    const value = fc.integer({ min: 1, max: 5 });
    const scores = fc.tuple(value, value, value, value, value, value);
    fc.assert(
      fc.property(scores, fc.nat(5), (given, at) => {
        const { criteria } = firstModel;
        const scoreOf = (all: readonly number[]) => {
          const result = of(
            'weighted',
            Object.fromEntries(criteria.map(({ id }, i) => [id, [all[i] ?? 1]])),
          );
          return result.type === 'defined' ? result.score : Number.NaN;
        };
        const step = criteria[at]?.better === 'lower' ? -1 : 1;
        const better = given.map((one, i) =>
          i === at ? Math.max(1, Math.min(5, one + step)) : one,
        );
        expect(scoreOf(better)).toBeGreaterThanOrEqual(scoreOf(given));
      }),
    );
  });
});

describe('the order', () => {
  test('gives one rank to records of one score, and skips as many', () => {
    const ranked = rankByScore([
      { id: 'b', score: 2 },
      { id: 'c', score: 1 },
      { id: 'a', score: 2 },
      { id: 'd', score: 5 },
    ]);
    expect(ranked.map(({ id, rank }) => [id, rank])).toEqual([
      ['d', 1],
      ['a', 2],
      ['b', 2],
      ['c', 4],
    ]);
  });

  test('is the same whatever order the records come in', () => {
    const records = fc.uniqueArray(
      fc.record({ id: fc.uuid(), score: fc.integer({ min: 0, max: 5 }) }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(records, (some) => {
        expect(rankByScore([...some].reverse())).toEqual(rankByScore(some));
      }),
    );
  });

  test('finds quick wins: low cost, low effort, and a value', () => {
    expect(isQuickWin({ cost: 'low', effort: 'low', value: 'medium' })).toBe(true);
    expect(isQuickWin({ cost: 'low', effort: 'low' })).toBe(false);
    expect(isQuickWin({ cost: 'medium', effort: 'low', value: 'high' })).toBe(false);
  });

  test('puts every value and effort into one quadrant of the PICK chart', () => {
    const quadrants = levels.map((value) =>
      levels.map((effort) => pickQuadrantOf({ value, effort })),
    );
    expect(quadrants).toEqual([
      ['challenge', 'implement', 'implement'],
      ['challenge', 'implement', 'implement'],
      ['kill', 'possible', 'possible'],
    ]);
    expect(pickQuadrantOf({ value: 'high' })).toBeUndefined();
  });
});
