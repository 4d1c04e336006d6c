/** A closing as it is written: what is missing in it, and what it asks for. */
import { describe, expect, test } from 'vitest';
import type { NotMeasurable, ProposedVerdict } from '../../../shared/process/verdict.ts';
import { proposeVerdict } from '../../../shared/process/verdict.ts';
import {
  type ClosingDraft,
  closingRequest,
} from '../../../web/features/evaluation/closing-draft.ts';

const day = (place: number) =>
  new Date(Date.UTC(2026, 0, 1 + place)).toISOString().slice(0, 'yyyy-mm-dd'.length);
const values = [50, 52, 49, 51, 50, 48, 50, 52, 44, 43, 44, 43, 45, 44, 43, 44];

const achieved: ProposedVerdict = proposeVerdict({
  readings: values.map((value, place) => ({ id: `r${place}`, at: day(place), value })),
  better: 'lower',
  target: { baseline: 50, target: 45 },
  interventionOn: day(8),
  baseline: { from: '', to: '' },
  rules: 'wheeler',
  form: 'mean',
});
const unmeasured: NotMeasurable = {
  type: 'notMeasurable',
  verdict: 'notMeasurable',
  reason: 'noTarget',
  count: 0,
  needed: 0,
};

const draft = (more: Partial<ClosingDraft> = {}): ClosingDraft => ({
  verdict: 'achieved',
  reason: '',
  unexpected: [],
  cost: '',
  benefit: '',
  days: '',
  ...more,
});

describe('a closing', () => {
  test('as the figures propose carries the proposal and both means', () => {
    expect(closingRequest(draft(), achieved)).toEqual({
      type: 'confirmVerdict',
      verdict: 'achieved',
      proposed: 'achieved',
      was: 50.25,
      came: 43.75,
    });
  });

  test('needs a verdict, and a reason for one that the figures do not propose', () => {
    expect(closingRequest(draft({ verdict: '' }), achieved)).toMatchObject({ field: 'verdict' });
    expect(closingRequest(draft({ verdict: 'worse' }), achieved)).toMatchObject({
      field: 'reason',
    });
    expect(closingRequest(draft(), unmeasured)).toMatchObject({ field: 'reason' });
    expect(closingRequest(draft({ reason: ' Everybody says so. ' }), unmeasured)).toEqual({
      type: 'confirmVerdict',
      verdict: 'achieved',
      proposed: 'notMeasurable',
      reason: 'Everybody says so.',
    });
  });

  test('takes amounts and days as people type them, and names what is none', () => {
    const typed = draft({ cost: '1200,50', benefit: '0', days: '40' });
    expect(closingRequest(typed, achieved)).toMatchObject({
      actualCost: 1200.5,
      actualBenefit: 0,
      actualDays: 40,
    });
    expect(closingRequest(draft({ cost: 'much' }), achieved)).toMatchObject({ field: 'cost' });
    expect(closingRequest(draft({ benefit: '-3' }), achieved)).toMatchObject({ field: 'benefit' });
    expect(closingRequest(draft({ days: '1.5' }), achieved)).toMatchObject({ field: 'days' });
  });

  test('leaves out results that nobody wrote down', () => {
    const unexpected = [
      { text: ' Fewer calls ', magnitude: 2 },
      { text: ' ', magnitude: -1 },
    ] as const;
    expect(closingRequest(draft({ unexpected }), achieved)).toMatchObject({
      unexpected: [{ text: 'Fewer calls', magnitude: 2 }],
    });
    expect(closingRequest(draft({ unexpected: unexpected.slice(1) }), achieved)).not.toHaveProperty(
      'unexpected',
    );
  });
});
