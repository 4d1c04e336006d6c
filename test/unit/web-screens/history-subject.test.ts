/** Setting back what a history tells: what stands now, and the edit that writes what stood before. */
import { expect, it } from 'vitest';
import type { Item } from '../../../shared/document/collections.ts';
import { changeBack, valueInItem } from '../../../web/features/history/history-subject.ts';

const item = '00000000-0000-7000-8000-00000000b001';
const told = (field: string, old: string | number) =>
  ({ type: 'item', collection: 'columns', item, title: '', field, old, new: 9 }) as const;
const standing = [{ id: item, values: { column: 'idea', limit: 9, isHard: '' } }] as readonly Pick<
  Item<'columns'>,
  'id' | 'values'
>[] as readonly Item[];

it('knows what stands in an entry, and of one that was taken out only that it was', () => {
  expect(valueInItem(standing, told('limit', 5))).toBe(9);
  expect(valueInItem(standing, told('removed', ''))).toBe('');
  expect(valueInItem([], told('removed', ''))).toBe('yes');
  expect(valueInItem([], told('limit', 5))).toBeUndefined();
});

it('writes what stood before: numbers as numbers, though a history tells them as words', () => {
  expect(changeBack(told('limit', 5))).toEqual({
    type: 'setItem',
    collection: 'columns',
    item,
    change: { limit: 5 },
  });
  const set = (field: 'contestedAt' | 'scoringMethod' | 'title', old: string) =>
    changeBack({ type: 'field', field, old, new: '' });
  expect(set('contestedAt', '0.5')).toEqual({ type: 'setField', field: 'contestedAt', value: 0.5 });
  expect(set('contestedAt', '')).toMatchObject({ value: '' });
  expect(set('scoringMethod', 'wsjf')).toMatchObject({ value: 'wsjf' });
  expect(set('title', '12')).toMatchObject({ value: '12' });
});
