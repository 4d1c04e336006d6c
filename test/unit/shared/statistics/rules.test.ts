/** The rules that tell a signal from noise, against published examples, mirrored data, and a second reading of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ruleset, rulesets } from '../../../../shared/domain/measure.ts';
import { type RuleName } from '../../../../shared/statistics/rule-sets.ts';
import { findRuleHits, type Lines, type RuleHit } from '../../../../shared/statistics/rules.ts';
import { xmrLimits } from '../../../../shared/statistics/xmr.ts';

const at = (values: readonly number[], place: number): number => values[place] ?? Number.NaN;

const unit: Lines = { centre: 0, lower: -3, upper: 3, sigma: 1 };

function withOwnLimits(values: readonly number[], rules: Ruleset): readonly RuleHit[] {
  const limits = xmrLimits(values, { form: 'mean', rules });
  if (!limits.ok) throw new Error(limits.error.code);
  return findRuleHits(values, limits.value, rules);
}

const pointsOf = (hits: readonly RuleHit[], rule: RuleName) =>
  hits.filter((hit) => hit.rule === rule).flatMap(({ points }) => points);

describe('published examples', () => {
  test('Wheeler, Making Sense of Data, Table 9.1: group B against the limits of group A', () => {
    const groupA = [43, 40, 37, 33, 30, 33, 34, 35, 29, 33, 31, 39];
    const groupB = [35, 37, 33, 32, 27, 29, 31, 22, 25, 30, 24, 19];
    const choice = { form: 'mean', rules: 'wheeler' } as const;
    const [linesA, linesB] = [xmrLimits(groupA, choice), xmrLimits(groupB, choice)];
    if (!linesA.ok || !linesB.ok) throw new Error('no limits');
    expect(linesA.value.upper).toBeCloseTo(43.9, 0);
    expect(linesA.value.lower).toBeCloseTo(25.6, 0);
    expect(pointsOf(findRuleHits(groupB, linesA.value, 'wheeler'), 'outside')).toEqual([
      7, 8, 10, 11,
    ]);
    expect(pointsOf(findRuleHits(groupA, linesB.value, 'wheeler'), 'outside')).toEqual([0, 1]);
  });

  test('Wheeler, Making Sense of Data, Table 8.1: eight in a row below the mean', () => {
    const smokers = [
      21.3, 20.2, 20.9, 21.0, 18.8, 19.6, 18.7, 18.6, 18.1, 18.9, 19.2, 18.2, 17.3, 19.0,
    ];
    expect(withOwnLimits(smokers, 'wheeler').filter(({ rule }) => rule === 'eightOneSide')).toEqual(
      [{ rule: 'eightOneSide', side: 'low', points: [6, 7, 8, 9, 10, 11, 12, 13] }],
    );
  });

  test('Wheeler, Making Sense of Data, p. 130: days 9 to 12 run near the upper limit', () => {
    const flow = [
      120, 140, 100, 150, 260, 150, 100, 120, 300, 300, 275, 300, 140, 170, 150, 150, 190, 180,
    ];
    expect(withOwnLimits(flow, 'wheeler')).toEqual([
      { rule: 'threeOfFourNearLimit', side: 'high', points: [8, 9, 10, 11] },
    ]);
  });

  test('SAS/QC, SHEWHART Example 18.18: test 1 at batch 2 and test 3 at batch 10', () => {
    const failing = [12, 21, 16, 9, 3, 4, 6, 9, 11, 13, 12, 7, 2, 14, 9, 8, 14, 10, 11, 9];
    const lines: Lines = { centre: 10, lower: 0.60851449, upper: 19.391486, sigma: 3.130495 };
    const hits = findRuleHits(failing, lines, 'nelson');
    expect(pointsOf(hits, 'outside')).toEqual([1]);
    expect(hits.filter(({ rule }) => rule === 'sixTrend')).toEqual([
      { rule: 'sixTrend', side: 'high', points: [4, 5, 6, 7, 8, 9] },
    ]);
    expect([...pointsOf(hits, 'nineOneSide'), ...pointsOf(hits, 'fourteenAlternating')]).toEqual(
      [],
    );
  });

  test('NHS-R, NHSRplotthedots: two close to opposite limits are no signal', () => {
    const values = Array.from({ length: 16 }, (_, i): number => (i % 2 === 0 ? 1 : -1));
    values.splice(14, 2, 5.5, -5.5);
    expect(withOwnLimits(values, 'nhs')).toEqual([]);
  });
});

describe('the rules', () => {
  const repeat = (count: number, value: number) => Array.from({ length: count }, () => value);
  const rulesHit = (values: readonly number[], rules: Ruleset) =>
    findRuleHits(values, unit, rules).map(({ rule, side }) => `${rule} ${side}`);

  test('a point on a limit is within it', () => {
    expect(rulesHit([3], 'wheeler')).toEqual([]);
    expect(rulesHit([3.01], 'wheeler')).toEqual(['outside high']);
    expect(rulesHit([-3.01], 'nhs')).toEqual(['outside low']);
  });

  test('a run needs its whole length, and a point on the centre breaks it', () => {
    expect(rulesHit(repeat(7, 0.5), 'wheeler')).toEqual([]);
    expect(rulesHit(repeat(8, 0.5), 'wheeler')).toEqual(['eightOneSide high']);
    expect(rulesHit(repeat(6, 0.5), 'nhs')).toEqual([]);
    expect(rulesHit(repeat(7, 0.5), 'nhs')).toEqual(['sevenOneSide high']);
    expect(rulesHit([...repeat(6, 0.5), 0, ...repeat(6, 0.5)], 'nhs')).toEqual([]);
    expect(rulesHit(repeat(8, -1.2), 'nelson')).toEqual(['fourOfFiveBeyondOne low']);
    expect(rulesHit(repeat(9, -0.5), 'nelson')).toEqual(['nineOneSide low']);
  });

  test('a longer run is one hit with all its points', () => {
    expect(findRuleHits(repeat(12, 0.5), unit, 'wheeler')).toEqual([
      { rule: 'eightOneSide', side: 'high', points: Array.from({ length: 12 }, (_, i) => i) },
    ]);
  });

  test('two runs apart are two hits', () => {
    const values = [...repeat(8, 0.5), ...repeat(3, -0.5), ...repeat(8, 0.5)];
    expect(findRuleHits(values, unit, 'wheeler').map(({ points }) => points[0])).toEqual([0, 11]);
  });

  test('six steps make a trend of seven; a level step ends it', () => {
    const rising = [-0.9, -0.6, -0.3, 0.1, 0.3, 0.6, 0.9];
    expect(rulesHit(rising, 'nhs')).toEqual(['sevenTrend high']);
    expect(rulesHit(rising.toReversed(), 'nhs')).toEqual(['sevenTrend low']);
    expect(rulesHit(rising.with(3, -0.3), 'nhs')).toEqual([]);
    expect(rulesHit(rising.slice(1), 'nhs')).toEqual([]);
  });

  test('two of three in the outer third count inside the limit alone, with all three on that side', () => {
    expect(rulesHit([2.5, 0.1, 2.5], 'nhs')).toEqual(['twoOfThreeOuterThird high']);
    expect(rulesHit([2.5, -0.1, 2.5], 'nhs')).toEqual([]);
    expect(rulesHit([2.5, 0.1, 3.5], 'nhs')).toEqual(['outside high']);
    expect(rulesHit([2.5, -0.1, 2.5], 'nelson')).toEqual(['twoOfThreeBeyondTwo high']);
  });

  test('alternating, hugging the centre and avoiding it are signals of no side', () => {
    const zigzag = Array.from({ length: 14 }, (_, i) => (i % 2 === 0 ? 0.2 : -1.1));
    expect(rulesHit(zigzag, 'nelson')).toContain('fourteenAlternating both');
    expect(rulesHit(zigzag.slice(1), 'nelson')).not.toContain('fourteenAlternating both');
    const hugging = Array.from({ length: 15 }, (_, i) => [0.1, 0.1, -0.1, -0.1][i % 4] ?? 0);
    expect(rulesHit(hugging, 'nelson')).toEqual(['fifteenWithinOne both']);
    const avoiding = Array.from({ length: 8 }, (_, i) => [1.5, 1.5, -1.5, -1.5][i % 4] ?? 0);
    expect(rulesHit(avoiding, 'nelson')).toEqual(['eightBeyondOne both']);
  });
});

/** Halves: every zone and every border between two zones occurs. */
const series = fc.array(
  fc.integer({ min: -7, max: 7 }).map((half) => half / 2),
  { maxLength: 60 },
);
/** Long runs and trends too, which chance alone makes seldom. */
const drifting = fc
  .array(fc.constantFrom(-0.5, 0, 0.5, 0.5), { maxLength: 60 })
  .map((steps) => steps.map((_, i) => steps.slice(0, i + 1).reduce((a, b) => a + b, -3)));
const anySeries = fc.oneof(series, drifting);
const anyRules = fc.constantFrom(...rulesets);

describe('properties', () => {
  test('mirrored data hits the same rules on the other side', () => {
    const mirror = { high: 'low', low: 'high', both: 'both' } as const;
    const sorted = (hits: readonly RuleHit[]) => hits.map((hit) => JSON.stringify(hit)).toSorted();
    fc.assert(
      fc.property(anySeries, anyRules, (values, rules) => {
        const hits = findRuleHits(values, unit, rules);
        const mirrored = findRuleHits(
          values.map((value) => -value),
          unit,
          rules,
        );
        expect(sorted(mirrored)).toEqual(
          sorted(hits.map((hit) => ({ ...hit, side: mirror[hit.side] }))),
        );
      }),
    );
  });

  test('a second reading of the rules, by patterns in a text, finds the same points', () => {
    fc.assert(
      fc.property(anySeries, anyRules, (values, rules) => {
        const hits = findRuleHits(values, unit, rules);
        for (const [rule, places] of Object.entries(placesByText(values, rules))) {
          const found = new Set(pointsOf(hits, rule as RuleName));
          expect([rule, [...found].toSorted((a, b) => a - b)]).toEqual([rule, places]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/**
 * Each value becomes a letter, from far above to far below: `A` outside, `B` third zone, `C` beyond 1.5 σ, `D`
 * beyond 1 σ, `E` above, `0` the centre, and small letters below.
 */
function placesByText(values: readonly number[], rules: Ruleset) {
  const letter = (value: number): string => {
    const size = Math.abs(value);
    const zone = size > 3 ? 'a' : size > 2 ? 'b' : size > 1.5 ? 'c' : size > 1 ? 'd' : 'e';
    const exact = size === 1 ? 'f' : zone;
    return value === 0 ? '0' : value > 0 ? exact.toUpperCase() : exact;
  };
  const zones = values.map(letter).join('');
  const steps = values
    .slice(1)
    .map((value, i) => (value > at(values, i) ? 'u' : value < at(values, i) ? 'd' : '-'))
    .join('');
  const places = new Set<number>();
  const found: { [rule: string]: number[] } = {};
  const collect = (rule: string) => {
    found[rule] = [...places].toSorted((a, b) => a - b);
    places.clear();
  };
  /** Every window of `zones` that fits; of it the places whose letter is in `marks`. */
  const windows = (length: number, fits: (window: string) => boolean, marks: RegExp) => {
    for (let at = 0; at + length <= zones.length; at++) {
      const window = zones.slice(at, at + length);
      if (!fits(window)) continue;
      [...window].forEach((zone, i) => marks.test(zone) && places.add(at + i));
    }
  };
  const count = (text: string, marks: string) =>
    text.replace(new RegExp(`[^${marks}]`, 'g'), '').length;
  const ofSides = (needed: number, length: number, high: string) => {
    for (const marks of [high, high.toLowerCase()]) {
      windows(length, (window) => count(window, marks) >= needed, new RegExp(`[${marks}]`));
    }
  };
  const run = (length: number) => ofSides(length, length, 'ABCDEF');
  const steady = (length: number) => {
    for (let at = 0; at + length - 1 <= steps.length; at++) {
      if (!/^(u+|d+)$/.test(steps.slice(at, at + length - 1))) continue;
      for (let i = 0; i < length; i++) places.add(at + i);
    }
  };
  windows(1, () => true, /[Aa]/);
  collect('outside');
  if (rules === 'wheeler') {
    ofSides(3, 4, 'ABC');
    collect('threeOfFourNearLimit');
    run(8);
    collect('eightOneSide');
  }
  if (rules === 'nhs') {
    run(7);
    collect('sevenOneSide');
    steady(7);
    collect('sevenTrend');
    windows(3, (w) => count(w, 'B') >= 2 && /^[A-F]+$/.test(w), /B/);
    windows(3, (w) => count(w, 'b') >= 2 && /^[a-f]+$/.test(w), /b/);
    collect('twoOfThreeOuterThird');
  }
  if (rules === 'nelson') {
    run(9);
    collect('nineOneSide');
    steady(6);
    collect('sixTrend');
    for (let at = 0; at + 13 <= steps.length; at++) {
      if (!/^(ud)+u$|^(du)+d$/.test(steps.slice(at, at + 13))) continue;
      for (let i = 0; i < 14; i++) places.add(at + i);
    }
    collect('fourteenAlternating');
    ofSides(2, 3, 'AB');
    collect('twoOfThreeBeyondTwo');
    ofSides(4, 5, 'ABCD');
    collect('fourOfFiveBeyondOne');
    windows(15, (w) => /^[eE0]+$/.test(w), /./);
    collect('fifteenWithinOne');
    windows(8, (w) => /^[A-Da-d]+$/.test(w) && /[A-D]/.test(w) && /[a-d]/.test(w), /./);
    collect('eightBeyondOne');
  }
  return found;
}
