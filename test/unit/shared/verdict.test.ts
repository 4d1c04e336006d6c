/** The verdict that figures propose, and what a person's own asks for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verdicts } from '../../../shared/domain/verdicts.ts';
import { parseCommand } from '../../../shared/process/commands.ts';
import { decide, type DecisionContext } from '../../../shared/process/decide.ts';
import { undecided } from '../../../shared/process/facts.ts';
import { stranger } from '../../../shared/process/permissions.ts';
import {
  betterOf,
  proposeVerdict,
  signalOf,
  type VerdictBasis,
} from '../../../shared/process/verdict.ts';
import type { RuleHit } from '../../../shared/statistics/rules.ts';

const day = (place: number) =>
  new Date(Date.UTC(2026, 0, 1 + place)).toISOString().slice(0, 'yyyy-mm-dd'.length);

const readingsOf = (values: readonly number[]) =>
  values.map((value, place) => ({ id: `r${place}`, at: day(place), value }));

/** 16 readings around 50 with moving ranges of 2 mostly: limits near 45 and 55. */
const calm = [50, 52, 49, 51, 50, 48, 50, 52, 50, 49, 51, 50, 52, 48, 49, 51];

const basis = (after: readonly number[], more: Partial<VerdictBasis> = {}): VerdictBasis => ({
  readings: readingsOf([...calm, ...after]),
  better: 'lower',
  target: { baseline: 50, target: 45 },
  interventionOn: day(calm.length),
  baseline: { from: '', to: '' },
  rules: 'wheeler',
  form: 'mean',
  ...more,
});

const proposed = (after: readonly number[], more: Partial<VerdictBasis> = {}) =>
  proposeVerdict(basis(after, more));

describe('the proposed verdict', () => {
  test('is achieved with a signal for the better and the target met', () => {
    expect(proposed([44, 43, 44, 43, 45, 44, 43, 44])).toMatchObject({
      verdict: 'achieved',
      signal: 'better',
      isTargetMet: true,
    });
  });

  test('is partly achieved with one of the two', () => {
    expect(proposed([47, 46, 47, 46, 48, 47, 46, 47])).toMatchObject({
      verdict: 'partlyAchieved',
      signal: 'better',
      isTargetMet: false,
    });
    const near = { target: { baseline: 50, target: 49.5 } };
    expect(proposed([49, 50, 48, 51, 49, 49], near)).toMatchObject({
      verdict: 'partlyAchieved',
      signal: 'none',
      isTargetMet: true,
    });
  });

  test('is not achieved with neither, and worse with a signal for the worse', () => {
    expect(proposed([50, 49, 51, 50, 48, 52])).toMatchObject({ verdict: 'notAchieved' });
    expect(proposed([60, 50, 49, 51, 50, 60])).toMatchObject({ verdict: 'worse' });
  });

  test('names what is missing where nothing can be said', () => {
    const six = [44, 43, 44, 43, 45, 44];
    expect(proposed(six, { target: undefined })).toMatchObject({ reason: 'noTarget' });
    expect(proposed(six, { readings: undefined })).toMatchObject({ reason: 'noMeasure' });
    expect(proposed(six, { interventionOn: '' })).toMatchObject({ reason: 'noIntervention' });
    expect(proposed(six.slice(1))).toMatchObject({
      verdict: 'notMeasurable',
      reason: 'tooFewAfter',
      count: 5,
      needed: 6,
    });
    expect(proposed(six, { baseline: { from: day(15), to: '' } })).toMatchObject({
      reason: 'tooFewBefore',
      count: 1,
      needed: 2,
    });
  });

  test('takes its limits from the chosen baseline, and from nothing after the intervention', () => {
    const after = [44, 43, 44, 43, 45, 44];
    const whole = proposed(after);
    const part = proposed(after, { baseline: { from: day(4), to: day(30) } });
    if (whole.type !== 'measured' || part.type !== 'measured') throw new Error('not measured');
    expect(whole.figures.limits.count).toBe(16);
    expect(part.figures.limits.count).toBe(12);
    expect(whole.figures.difference).toMatchObject({ value: { before: { count: 16 } } });
  });

  test('turns around with its measure: mirrored readings and target have the same verdict', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 35, max: 65 }), { minLength: 6, maxLength: 30 }),
        fc.integer({ min: 40, max: 49 }),
        fc.constantFrom('wheeler', 'nhs', 'nelson'),
        (after, target, rules) => {
          const plain = basis(after, { rules, target: { baseline: 50, target } });
          const mirrored: VerdictBasis = {
            ...plain,
            readings: plain.readings?.map((reading) => ({ ...reading, value: -reading.value })),
            target: { baseline: -50, target: -target },
            better: 'higher',
          };
          expect(proposeVerdict(mirrored).verdict).toBe(proposeVerdict(plain).verdict);
        },
      ),
    );
  });
});

describe('a signal', () => {
  const hit = (side: RuleHit['side'], ...points: readonly number[]): RuleHit => ({
    rule: 'outside',
    side,
    points,
  });

  test('is the one that ends last', () => {
    expect(signalOf([hit('high', 1), hit('low', 2, 3)], 'lower')).toBe('better');
    expect(signalOf([hit('low', 2, 3), hit('high', 5)], 'lower')).toBe('worse');
    expect(signalOf([hit('both', 2, 3)], 'lower')).toBe('none');
    expect(signalOf([], 'lower')).toBe('none');
  });

  test('is for the worse where two end together', () => {
    expect(signalOf([hit('low', 2, 3), hit('high', 3)], 'lower')).toBe('worse');
  });

  test('follows the direction that was promised', () => {
    expect(betterOf({ baseline: 10, target: 12 }, 'lower')).toBe('higher');
    expect(betterOf({ baseline: null, target: 12 }, 'lower')).toBe('lower');
  });
});

describe('confirming a verdict', () => {
  const context: DecisionContext = {
    who: { roles: ['evaluator'], editing: 'everyone' },
    relation: stranger,
    isCurrent: true,
  };
  const answer = (said: object) =>
    decide(
      { stage: 'reviewing', decisions: undecided },
      { type: 'confirmVerdict', verdict: 'achieved', ...said },
      context,
    );

  test('as it was proposed needs no reason, overruling it does', () => {
    expect(answer({ proposed: 'achieved' })).toMatchObject({ ok: true });
    expect(answer({ proposed: 'worse' })).toMatchObject({ error: { code: 'notPossible' } });
    expect(answer({ proposed: 'worse', reason: 'A holiday.' })).toMatchObject({ ok: true });
    expect(answer({ verdict: 'notMeasurable', proposed: 'notMeasurable' })).toMatchObject({
      error: { code: 'notPossible' },
    });
  });

  const parsed = (more: object) =>
    parseCommand({
      type: 'confirmVerdict',
      verdict: 'achieved',
      expectedVersion: { factSeq: 1, fieldsHash: 'a'.repeat(64) },
      ...more,
    });

  test('carries proposal, figures and what nobody had planned', () => {
    const said = {
      proposed: 'partlyAchieved',
      reason: 'The target was set too high.',
      was: 50.25,
      came: 44.5,
      unexpected: [{ text: 'Fewer calls at night', magnitude: 2 }],
      actualCost: 1200,
      actualBenefit: 0,
      actualDays: 40,
    };
    expect(parsed(said)).toMatchObject(said);
  });

  test.each([
    [{ proposed: 'great' }, 'proposed'],
    [{ came: 'much' }, 'came'],
    [{ actualCost: -1 }, 'actualCost'],
    [{ actualDays: 1.5 }, 'actualDays'],
    [{ unexpected: [] }, 'unexpected'],
    [{ unexpected: [{ text: ' ', magnitude: 1 }] }, 'unexpected.0.text'],
    [{ unexpected: [{ text: 'Loud', magnitude: 0 }] }, 'unexpected.0.magnitude'],
  ])('is malformed with %j', (more, field) => {
    expect(parsed(more)).toEqual({ type: 'malformed', field });
  });

  test('an old device’s, without any of it, is taken as before', () => {
    for (const verdict of verdicts) {
      expect(parsed({ verdict, reason: 'So.' })).toMatchObject({ verdict });
    }
  });
});
