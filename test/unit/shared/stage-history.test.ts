/** The way of a record through its stages: from what people set and what was decided, on any device the same. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { project, withFacts } from '../../../shared/document/project.ts';
import { noFacts } from '../../../shared/document/projection.ts';
import { readReached } from '../../../shared/document/reached-stages.ts';
import { roots } from '../../../shared/document/schema.ts';
import { writeChange } from '../../../shared/document/write-change.ts';
import { writeNewImprovement } from '../../../shared/document/write-new-improvement.ts';
import type { DocumentId, PersonId, Uid } from '../../../shared/domain/ids.ts';
import { stages, type WorkStage, workStages } from '../../../shared/domain/improvement.ts';
import type { CommandRequest } from '../../../shared/process/commands.ts';
import { type Fact, foldFacts, stageOf } from '../../../shared/process/facts.ts';
import { packStages, stageHistory, unpackStages } from '../../../shared/process/stage-history.ts';
import { createReplica, exchange } from '../../support/document-replica.ts';

const dayMs = 86_400_000;
const id = '01923456-789a-7000-8000-00000000abcd' as DocumentId;

const fact = (n: number, day: number, said: CommandRequest): Fact => ({
  n,
  uid: `u${n}` as Uid,
  by: 'p' as PersonId,
  at: day * dayMs,
  said,
});

function worked(...moves: readonly (readonly [WorkStage, number])[]) {
  const replica = createReplica(1);
  writeNewImprovement(replica.doc, 'Shorter forms', replica.author(100 * dayMs));
  for (const [value, day] of moves) {
    writeChange(
      replica.doc,
      { type: 'setField', field: 'stage', value },
      replica.author(day * dayMs),
    );
  }
  return replica;
}

const historyOf = (doc: ReturnType<typeof worked>['doc'], list: readonly Fact[] = []) => {
  const row = project(id, doc, { ref: '', list }, 0);
  return unpackStages(row.createdAt, row.stageDays ?? []).map(
    ({ stage, day }) => `${stage} ${day}`,
  );
};

describe('the way of a record', () => {
  test('is told by what people set and what was decided, though the register forgets', () => {
    const { doc } = worked(
      ['assessing', 103],
      ['planned', 112],
      ['inProgress', 120],
      ['reviewing', 150],
    );
    const facts = [
      fact(1, 110, { type: 'approve' }),
      fact(2, 130, { type: 'hold', reason: 'No people.', reviewOn: '2027-01-01' }),
      fact(3, 140, { type: 'resume' }),
      fact(4, 160, { type: 'confirmVerdict', verdict: 'achieved' }),
    ];
    expect(historyOf(doc, facts)).toEqual([
      'idea 100',
      'assessing 103',
      'approved 110',
      'planned 112',
      'inProgress 120',
      'onHold 130',
      'inProgress 140',
      'reviewing 150',
      'closed 160',
    ]);
    const row = project(id, doc, { ref: '', list: facts }, 0);
    expect(row.verdict).toBe('achieved');
    expect(withFacts(row, noFacts)).not.toHaveProperty('verdict');
    expect(withFacts(withFacts(row, noFacts), { ref: '', list: facts })).toEqual(row);
  });

  test('takes no room in the row of what is an idea still', () => {
    expect(project(id, worked().doc, noFacts, 0)).not.toHaveProperty('stageDays');
  });

  test('keeps the first time when work goes back and on again', () => {
    const { doc } = worked(
      ['planned', 102],
      ['inProgress', 104],
      ['planned', 110],
      ['inProgress', 120],
    );
    expect(readReached(doc)).toEqual({ planned: 102 * dayMs, inProgress: 104 * dayMs });
  });

  test('forgets a step that was taken back at once', () => {
    const soon = 1 / 24 / 60;
    const { doc } = worked(['planned', 102], ['inProgress', 104], ['planned', 104 + soon]);
    expect(readReached(doc)).toEqual({ planned: 102 * dayMs });
  });

  test('is one on every device, whoever moved it apart', () => {
    const a = worked(['assessing', 103]);
    const b = createReplica(2);
    exchange(a.doc, b.doc);
    writeChange(
      a.doc,
      { type: 'setField', field: 'stage', value: 'planned' },
      a.author(110 * dayMs),
    );
    writeChange(
      b.doc,
      { type: 'setField', field: 'stage', value: 'planned' },
      b.author(112 * dayMs),
    );
    exchange(a.doc, b.doc);
    expect(readReached(a.doc)).toEqual(readReached(b.doc));
    expect(historyOf(a.doc)).toEqual(historyOf(b.doc));
  });

  test('is read from any bytes', () => {
    const { doc } = worked(['planned', 102]);
    const reached = doc.getMap(roots.reached);
    for (const value of ['x', -1, 0.5, null, { at: 1 }]) reached.set('inProgress', value);
    reached.set('closed', 5);
    expect(readReached(doc)).toEqual({ planned: 102 * dayMs });
    expect(unpackStages(0, [99, 1, 3])).toEqual([{ stage: 'idea', day: 0 }]);
  });

  test('ends where the record stands, whatever the clocks say, and its days never fall', () => {
    const said = fc.constantFrom<CommandRequest>(
      { type: 'approve' },
      { type: 'hold', reason: 'x', reviewOn: '2027-01-01' },
      { type: 'resume' },
      { type: 'decline', reason: 'x' },
      { type: 'reopen', reason: 'x' },
      { type: 'confirmVerdict', verdict: 'worse' },
    );
    const at = fc.integer({ min: 1, max: 400 });
    const stage = fc.constantFrom(...workStages);
    fc.assert(
      fc.property(
        stage,
        fc.option(at, { nil: undefined }),
        fc.dictionary(
          stage,
          at.map((day) => day * dayMs),
        ),
        fc.array(fc.tuple(at, said), { maxLength: 6 }),
        (workStage, setDay, reachedAt, decided) => {
          const facts = decided.map(([day, request], n) => fact(n + 1, day, request));
          const now = setDay === undefined ? 'idea' : workStage;
          const workStageAt = setDay === undefined ? undefined : setDay * dayMs;
          const source = { createdAt: 50 * dayMs, reachedAt, workStage: now, workStageAt, facts };
          const steps = stageHistory(source);
          expect(steps.at(-1)?.stage).toBe(stageOf(now, foldFacts(facts)));
          const days = steps.map(({ day }) => day);
          expect(days).toEqual([...days].sort((a, b) => a - b));
          expect(unpackStages(source.createdAt, packStages(steps))).toEqual(steps);
          expect(steps.every((step) => stages.includes(step.stage))).toBe(true);
        },
      ),
    );
  });
});
