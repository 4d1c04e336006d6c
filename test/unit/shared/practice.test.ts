/** The practice page's own rules: the checklist that every workspace begins with, and when the next review is due. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/domain/day.ts';
import type { SettingsItem } from '../../../shared/domain/workspace.ts';
import { adoptionList, adoptionSteps } from '../../../shared/process/adoption.ts';
import { nextReview } from '../../../shared/process/review.ts';

const item = (
  id: string,
  values: Partial<SettingsItem<'adoption'>['values']>,
  isRemoved = false,
): SettingsItem<'adoption'> => ({
  id,
  isRemoved,
  values: { title: '', doneOn: '', by: '', note: '', ...values },
});

describe('the adoption checklist', () => {
  it('is there before anybody has written anything', () => {
    const list = adoptionList([]);
    expect(list.map(({ step }) => step)).toEqual(Object.keys(adoptionSteps));
    expect(list.every(({ doneOn }) => doneOn === '')).toBe(true);
  });

  it('says what is done, leaves out what was taken out, and ends with the workspace’s own', () => {
    const list = adoptionList([
      item('own', { title: 'Board in every ward' }),
      item('blank', {}),
      item(adoptionSteps.sponsor, { doneOn: '2027-03-01', by: 'ada' }),
      item(adoptionSteps.goals, {}, true),
    ]);
    expect(list[0]).toMatchObject({ step: 'sponsor', doneOn: '2027-03-01', by: 'ada' });
    expect(list.some(({ step }) => step === 'goals')).toBe(false);
    expect(list.at(-1)).toMatchObject({ id: 'own', title: 'Board in every ward' });
    expect(list).toHaveLength(Object.keys(adoptionSteps).length);
  });
});

describe('the next review', () => {
  const of = (reviewEveryWeeks: number | '', reviewedOn: string, today = '2027-03-10') =>
    nextReview({ reviewEveryWeeks, reviewedOn }, today);

  it('is none without a cadence, and the first one as soon as there is one', () => {
    expect(of('', '2027-03-01')).toEqual({ type: 'none' });
    expect(of(4, '')).toEqual({ type: 'first' });
  });

  it('is so many weeks after the last, and due on that day', () => {
    expect(of(2, '2027-02-25')).toEqual({ type: 'on', day: '2027-03-11', isDue: false });
    expect(of(2, '2027-02-24')).toEqual({ type: 'on', day: '2027-03-10', isDue: true });
  });

  it('counts over the ends of months and years', () => {
    expect(addDays('2027-12-28', 7)).toBe('2028-01-04');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });
});
