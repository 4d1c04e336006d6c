/** The board: moves by the stages' own table, limits of columns, and how long a record has stood where it is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { project, withFacts } from '../../../shared/document/project.ts';
import { noFacts } from '../../../shared/document/projection.ts';
import { writeChange } from '../../../shared/document/write-change.ts';
import { writeNewImprovement } from '../../../shared/document/write-new-improvement.ts';
import type { ItemChange } from '../../../shared/domain/collections.ts';
import type { DocumentId, PersonId, Uid } from '../../../shared/domain/ids.ts';
import { stages, workStages } from '../../../shared/domain/improvement.ts';
import type { SettingsItem } from '../../../shared/domain/workspace.ts';
import { findMove } from '../../../shared/process/board-moves.ts';
import type { CommandRequest } from '../../../shared/process/commands.ts';
import { type Fact, foldFacts, stageOf } from '../../../shared/process/facts.ts';
import { stageSince } from '../../../shared/process/stage-age.ts';
import { stepsFrom } from '../../../shared/process/stages.ts';
import { judgeArrival, limitOf } from '../../../shared/process/wip-limits.ts';
import { createReplica } from '../../support/document-replica.ts';

const fact = (n: number, at: number, said: CommandRequest): Fact => ({
  n,
  uid: `u${n}` as Uid,
  by: 'p' as PersonId,
  at,
  said,
});
const hold = { type: 'hold', reason: 'No people.', reviewOn: '2027-03-01' } as const;

const standing = (workStage: (typeof workStages)[number], facts: readonly Fact[] = []) => {
  const decisions = foldFacts(facts);
  const stage = stageOf(workStage, decisions);
  return { stage, workStage, decisions, steps: stepsFrom(stage) };
};

describe('moving a card', () => {
  test('takes the step that the stage bar would take', () => {
    const move = findMove(standing('planned', [fact(1, 1, { type: 'approve' })]), 'inProgress');
    expect(move).toMatchObject({ type: 'step', step: { by: 'register', to: 'inProgress' } });
    expect(findMove(standing('idea'), 'approved')).toMatchObject({ step: { by: 'approve' } });
    expect(findMove(standing('idea'), 'onHold')).toMatchObject({ step: { by: 'hold' } });
  });

  test('resumes what rests only to where it came from', () => {
    const resting = standing('planned', [fact(1, 1, { type: 'approve' }), fact(2, 2, hold)]);
    expect(findMove(resting, 'planned')).toMatchObject({ step: { by: 'resume' } });
    expect(findMove(resting, 'reviewing')).toMatchObject({ type: 'noStep' });
  });

  test('says where else it can go when no step leads there, and when it is not for this person', () => {
    expect(findMove(standing('idea'), 'reviewing')).toMatchObject({
      type: 'noStep',
      instead: expect.arrayContaining(['assessing', 'approved', 'onHold']),
    });
    const { steps: _steps, ...idea } = standing('idea');
    expect(findMove({ ...idea, steps: [] }, 'assessing')).toEqual({ type: 'notAllowed' });
  });

  test('is never a step that leads anywhere else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...workStages),
        fc.subarray<CommandRequest>([{ type: 'approve' }, hold], { minLength: 0 }),
        fc.constantFrom(...stages),
        (workStage, said, to) => {
          const from = standing(
            workStage,
            said.map((command, at) => fact(at + 1, at, command)),
          );
          const move = findMove(from, to);
          if (from.stage === to) expect(move.type).toBe('stays');
          if (move.type !== 'step' || move.step.to === 'back') return;
          expect(move.step.to).toBe(to);
          expect(move.step.from).toContain(from.stage);
        },
      ),
    );
  });
});

describe('a limit of work in progress', () => {
  const entry = (
    values: Partial<SettingsItem<'columns'>['values']>,
    isRemoved = false,
  ): SettingsItem<'columns'> => ({
    id: 'i',
    values: { column: 'inProgress', limit: '', isHard: '', ...values },
    isRemoved,
  });

  test('is the latest that stands for the column', () => {
    const set = [
      entry({ limit: 3 }),
      entry({ limit: 5, isHard: 'yes' }),
      entry({ limit: 9 }, true),
    ];
    expect(limitOf(set, 'inProgress')).toEqual({ limit: 5, isHard: true });
    expect(limitOf(set, 'reviewing')).toBeUndefined();
    expect(limitOf([entry({})], 'inProgress')).toBeUndefined();
  });

  test('lets the last place be taken, then warns or refuses', () => {
    const soft = { limit: 2, isHard: false };
    const hard = { limit: 2, isHard: true };
    expect(judgeArrival(1, hard)).toBe('fits');
    expect(judgeArrival(2, soft)).toBe('warns');
    expect(judgeArrival(2, hard)).toBe('refuses');
    expect(judgeArrival(200, undefined)).toBe('fits');
  });
});

describe('the age of a card', () => {
  test('counts from when people set the stage, or from the decision that changed it', () => {
    expect(stageSince('assessing', 50, [])).toBe(50);
    expect(stageSince('assessing', 50, [fact(1, 90, { type: 'approve' })])).toBe(90);
    const resumed = [fact(1, 60, hold), fact(2, 80, { type: 'resume' })];
    expect(stageSince('assessing', 50, resumed)).toBe(80);
  });

  test('does not begin anew with what leaves the stage as it is', () => {
    const told = [
      fact(1, 70, { type: 'acknowledge' }),
      fact(2, 80, { type: 'escalate', reason: 'x' }),
    ];
    expect(stageSince('assessing', 50, told)).toBe(50);
    expect(stageSince('planned', 95, [fact(1, 90, { type: 'approve' })])).toBe(95);
  });
});

test('a row knows since when it stands in its stage, and whose open tasks are in it', () => {
  const { doc, author } = createReplica(1);
  const at = (ms: number) => ({ ...author(0), nowMs: () => ms });
  const task = (n: number, change: ItemChange<'tasks'>) =>
    writeChange(
      doc,
      {
        type: 'setItem',
        collection: 'tasks',
        item: `018f0000-0000-7000-a000-00000000000${n}`,
        change,
      },
      at(1_000),
    );
  writeNewImprovement(doc, 'Shorter forms', at(1_000));
  const id = '018f0000-0000-7000-a000-0000000000aa' as DocumentId;
  expect(project(id, doc, noFacts, 0)).not.toHaveProperty('stageSince');
  task(1, {
    title: 'Print',
    owner: '018f0000-0000-7000-a000-0000000000bb',
    dueOn: '2027-03-01',
    order: 'a0',
  });
  task(2, { title: 'Nobody’s', order: 'a1' });
  task(3, {
    title: 'Done',
    owner: '018f0000-0000-7000-a000-0000000000bb',
    state: 'done',
    order: 'a2',
  });
  writeChange(doc, { type: 'setField', field: 'stage', value: 'assessing' }, at(5_000));
  const row = project(id, doc, noFacts, 0);
  expect(row.stageSince).toBe(5_000);
  expect(row.tasks).toEqual({ open: 2, done: 1, blocked: 0, nextDueOn: '2027-03-01' });
  expect(row.openTasks).toMatchObject([{ title: 'Print', dueOn: '2027-03-01' }]);
  const held = { ref: 'CI-1', list: [fact(1, 9_000, hold)] };
  expect(withFacts(row, held).stageSince).toBe(9_000);
  expect(withFacts(withFacts(row, held), noFacts).stageSince).toBe(5_000);
});
