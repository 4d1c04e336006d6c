/** A target as it is written: what it becomes, and what is refused at which field. */
import { expect, test } from 'vitest';
import { type TargetDraft, targetRequest } from '../../../web/features/approval/target-draft.ts';

const today = '2026-05-20';
const whole: TargetDraft = {
  measureId: '',
  rules: '',
  baselineFrom: '',
  baselineTo: '',
  measure: ' Waiting time ',
  unit: 'min',
  baseline: '14',
  target: '8,5',
  dueOn: '2026-09-30',
};

test('becomes a request with numbers', () => {
  expect(targetRequest(whole, today)).toEqual({
    type: 'freezeTarget',
    measure: 'Waiting time',
    unit: 'min',
    baseline: 14,
    target: 8.5,
    dueOn: '2026-09-30',
    rules: '',
  });
});

test('names the measure of the library, its rules, and its baseline as far as one was chosen', () => {
  const measureId = '01900000-0000-8100-8000-000000000000';
  const chosen = { measureId, rules: 'nhs', baselineFrom: '2026-01-01' };
  const request = targetRequest({ ...whole, ...chosen }, today);
  expect(request).toMatchObject({ measure: 'Waiting time', ...chosen });
  expect(request).not.toHaveProperty('baselineTo');
});

test('needs no baseline and no unit', () => {
  const request = targetRequest({ ...whole, baseline: '', unit: '', target: '−3' }, today);
  expect(request).toMatchObject({ baseline: null, target: -3 });
  expect(request).not.toHaveProperty('unit');
});

test.each<[Partial<TargetDraft>, keyof TargetDraft, string]>([
  [{ measure: ' ' }, 'measure', 'target.measureMissing'],
  [{ target: '' }, 'target', 'target.numberProblem'],
  [{ baseline: 'many' }, 'baseline', 'target.numberProblem'],
  [{ target: '14.0' }, 'target', 'target.sameAsBaseline'],
  [{ dueOn: '' }, 'dueOn', 'target.dayMissing'],
  [{ dueOn: '2026-02-30' }, 'dueOn', 'target.dayMissing'],
  [{ dueOn: today }, 'dueOn', 'target.dayPast'],
  [{ dueOn: '2020-01-01' }, 'dueOn', 'target.dayPast'],
])('refuses %j at %s', (change, field, text) => {
  expect(targetRequest({ ...whole, ...change }, today)).toEqual({ field, text });
});
