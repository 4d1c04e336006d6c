/** OODA loops: the turn that goes on, the phase at hand, the times of turns. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isItemValue } from '../../../shared/document/item-values.ts';
import { readCollection } from '../../../shared/document/collections.ts';
import { writeChange } from '../../../shared/document/write-change.ts';
import type { ItemChange } from '../../../shared/domain/collections.ts';
import { cycleMs, medianCycleMs, phaseAtHand, runningLoop } from '../../../shared/process/ooda.ts';
import { createReplica } from '../../support/document-replica.ts';

/** As they read from a document. */
function loops(...changes: readonly ItemChange<'loops'>[]) {
  const { doc, author } = createReplica(1);
  changes.forEach((change, at) => {
    const item = `018f0000-0000-7000-a000-00000000000${at}`;
    writeChange(doc, { type: 'setItem', collection: 'loops', item, change }, author(at));
  });
  return readCollection(doc, 'loops');
}

const minute = 60_000;

describe('the turn that goes on', () => {
  test('is the latest that was started and not ended', () => {
    expect(runningLoop([])).toBeUndefined();
    expect(runningLoop(loops({ startedAt: 10, endedAt: 20 }, { observe: 'No start' }))).toBe(
      undefined,
    );
    const apart = loops({ startedAt: 30 }, { startedAt: 10 }, { startedAt: 5, endedAt: 40 });
    expect(runningLoop(apart)?.values.startedAt).toBe(30);
  });

  test('is at the first phase that nothing is written for', () => {
    const phases = loops(
      { startedAt: 1 },
      { observe: 'Rain' },
      { observe: 'Rain', decide: 'Tents', orient: ' ' },
    );
    expect(phases.map(({ values }) => phaseAtHand(values))).toEqual([
      'observe',
      'orient',
      'orient',
    ]);
    const full = { observe: 'a', orient: 'b', decide: 'c', act: 'd' };
    expect(loops(full).map(({ values }) => phaseAtHand(values))).toEqual(['act']);
  });
});

describe('the time of a turn', () => {
  test('runs from its start to its end, and is none where a clock was set back', () => {
    expect(cycleMs({ startedAt: minute, endedAt: 3 * minute })).toBe(2 * minute);
    expect(cycleMs({ startedAt: minute, endedAt: '' })).toBeUndefined();
    expect(cycleMs({ startedAt: minute, endedAt: 0 })).toBeUndefined();
  });

  test('has a median over those that ended', () => {
    const turn = (minutes: number) => ({ startedAt: 0, endedAt: minutes * minute });
    expect(medianCycleMs([])).toBeUndefined();
    expect(medianCycleMs([{ startedAt: 0, endedAt: '' }])).toBeUndefined();
    expect(medianCycleMs([turn(9), turn(1), turn(4)])).toBe(4 * minute);
    expect(medianCycleMs([turn(9), turn(1), turn(4), turn(6)])).toBe(5 * minute);
  });

  test('has as many turns below its median as above it, in whatever order they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e9), { minLength: 1 }), (times) => {
        const turns = times.map((endedAt) => ({ startedAt: 0, endedAt }));
        const median = medianCycleMs(turns) ?? -1;
        expect(medianCycleMs(turns.toReversed())).toBe(median);
        const below = times.filter((time) => time < median).length;
        const above = times.filter((time) => time > median).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(times.length / 2);
      }),
    );
  });

  test('is a whole number of milliseconds since 1970', () => {
    expect(isItemValue('loops', 'startedAt', 1_760_000_000_000)).toBe(true);
    for (const wrong of [-1, 1.5, 1e15, NaN, '1760000000000', '2027-01-01', null]) {
      expect(isItemValue('loops', 'startedAt', wrong), String(wrong)).toBe(false);
    }
  });
});
