/** Edits and decisions as one story, wherever each of the two was read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId, Uid } from '../../../shared/domain/ids.ts';
import type { Fact } from '../../../shared/process/facts.ts';
import type { HistoryEntry } from '../../../shared/protocol/history.ts';
import {
  subjectOfDecision,
  type Told,
  tellHistory,
} from '../../../web/features/history/told-history.ts';

const entryAt = (at: number): HistoryEntry => ({
  seq: at,
  at,
  until: at,
  people: [],
  device: 'd',
  changes: [{ type: 'comment' }],
});
const factAt = (at: number, n: number): Fact => ({
  n,
  uid: `u${n}` as Uid,
  by: 'p' as PersonId,
  at,
  said: { type: 'resume' },
});
const timesOf = (told: readonly Told[]) => told.map(({ type, at }) => `${type} ${at}`);
const down = (times: readonly number[]) => times.toSorted((a, b) => b - a);

describe('the story of a record', () => {
  test('has decisions between the edits that came before and after them', () => {
    const read = { entries: [entryAt(30), entryAt(10)], hasOlder: false };
    const facts = [factAt(5, 1), factAt(20, 2), factAt(40, 3)];
    expect(timesOf(tellHistory(read, facts))).toEqual([
      'decision 40',
      'edit 30',
      'decision 20',
      'edit 10',
      'decision 5',
    ]);
  });

  test('tells of older decisions when the edits around them are read', () => {
    const facts = [factAt(5, 1), factAt(20, 2)];
    const first = tellHistory({ entries: [entryAt(30), entryAt(10)], hasOlder: true }, facts);
    expect(timesOf(first)).toEqual(['edit 30', 'decision 20', 'edit 10']);
  });

  test('is of decisions alone where the server was never asked', () => {
    const facts = [factAt(5, 1), factAt(20, 2)];
    const told = tellHistory({ entries: [], hasOlder: false }, facts);
    expect(timesOf(told)).toEqual(['decision 20', 'decision 5']);
  });

  test('is in order and whole, whatever happened when', () => {
    const times = fc.array(fc.nat(50), { maxLength: 20 });
    fc.assert(
      fc.property(times, times, (edited, decided) => {
        const entries = down(edited).map(entryAt);
        const facts = down(decided)
          .reverse()
          .map((at, i) => factAt(at, i + 1));
        const told = tellHistory({ entries, hasOlder: false }, facts);
        expect(told.map(({ at }) => at)).toEqual(down([...edited, ...decided]));
      }),
    );
  });
});

test('a decision is told under the field that it is about', () => {
  expect(subjectOfDecision('approve')).toBe('stage');
  expect(subjectOfDecision('share')).toBe('visibility');
  expect(subjectOfDecision('acknowledge')).toBeUndefined();
  expect(subjectOfDecision('freezeTarget')).toBeUndefined();
});
