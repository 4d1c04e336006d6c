/** A query and its address: there and back, and what an address may say that means nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { stages } from '../../../shared/domain/improvement.ts';
import { formatQuery, isSameQuery, parseQuery } from '../../../web/projection/query-address.ts';
import { filterMarks } from '../../../web/projection/record-marks.ts';
import {
  assessmentStates,
  everything,
  groupings,
  levelsOrNone,
  type RegisterQuery,
  sortKeys,
  waitings,
} from '../../../web/projection/register-query.ts';
import { builtInView, builtInViews } from '../../../web/projection/register-views.ts';

const person = '01890000-0000-7000-8000-00000000000a';
const dayRange = fc.option(
  fc.record({
    type: fc.constantFrom('within' as const, 'before' as const),
    days: fc.integer({ min: 1, max: 3_650 }),
  }),
  { nil: undefined },
);
const entries = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 60 }), { maxLength: 3 });
const queries: fc.Arbitrary<RegisterQuery> = fc.record({
  text: fc.string({ maxLength: 30 }),
  stages: fc.subarray([...stages]),
  owner: fc.constantFrom('', 'me', 'anyone', 'nobody', person),
  urgency: fc.subarray([...levelsOrNone]),
  cost: fc.subarray([...levelsOrNone]),
  tags: entries,
  affectedItems: entries,
  objectives: fc.subarray(['none', person]),
  where: fc.constantFrom('' as const, 'device' as const),
  marks: fc.subarray([...filterMarks]),
  waitsFor: fc.constantFrom('' as const, ...waitings),
  tasks: fc.constantFrom('' as const, 'mine' as const),
  assessment: fc.constantFrom('' as const, ...assessmentStates),
  linkedTo: fc.constantFrom('' as const, '01890000-0000-7000-8000-00000000000a' as DocumentId),
  figure: fc.constantFrom('', 'productivity.open?period=2026-Q2&item=Ward+4'),
  updated: dayRange,
  created: dayRange,
  sort: fc.constantFrom(...sortKeys),
  direction: fc.constantFrom('asc' as const, 'desc' as const),
  group: fc.constantFrom('' as const, ...groupings),
});

describe('the address of a query', () => {
  test('brings back every query', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(parseQuery(formatQuery(query))).toEqual({ query, refused: [] });
      }),
    );
  });

  test('is empty for everything, and the name of a view for a view', () => {
    expect(formatQuery(everything)).toBe('');
    for (const name of builtInViews.filter((view) => view !== 'all')) {
      expect(formatQuery(builtInView(name))).toBe(`view=${name}`);
    }
  });

  test('narrows a view by what stands beside it', () => {
    const { query } = parseQuery('?view=mine&stage=idea&sort=title&group=stage');
    expect(query).toMatchObject({ owner: 'me', stages: ['idea'], sort: 'title', group: 'stage' });
    expect(query.direction).toBe('asc');
  });

  test('passes over parameters that nobody knows', () => {
    expect(parseQuery('?utm_source=mail&stage=idea')).toEqual({
      query: { ...everything, stages: ['idea'] },
      refused: [],
    });
  });

  test('refuses values that are none, one by one, and keeps the rest', () => {
    const { query, refused } = parseQuery(
      '?view=best&stage=idea,dream&owner=bob&updated=within-0&sort=luck&is=lucky,blocked&tag=',
    );
    expect(query).toEqual({ ...everything, stages: ['idea'], marks: ['blocked'] });
    const said = refused.map(({ name, value }) => `${name}=${value}`);
    expect(said.toSorted()).toEqual([
      'is=lucky',
      'owner=bob',
      'sort=luck',
      'stage=dream',
      'tag=',
      'updated=within-0',
      'view=best',
    ]);
  });

  test('tells apart what asks for something else', () => {
    expect(isSameQuery(everything, { ...everything, stages: [] })).toBe(true);
    expect(isSameQuery(everything, { ...everything, direction: 'asc' })).toBe(false);
  });
});
