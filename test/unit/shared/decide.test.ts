import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonId, Uid } from '../../../shared/domain/ids.ts';
import {
  type Stage,
  stages,
  type WorkStage,
  workStages,
} from '../../../shared/domain/improvement.ts';
import { type Role, roles } from '../../../shared/domain/person.ts';
import { verdicts } from '../../../shared/domain/verdicts.ts';
import { type CommandRequest, parseCommand, rulings } from '../../../shared/process/commands.ts';
import { decide, type DecisionContext } from '../../../shared/process/decide.ts';
import {
  afterFact,
  type Decisions,
  type Fact,
  foldFacts,
  stageOf,
} from '../../../shared/process/facts.ts';
import { stranger } from '../../../shared/process/permissions.ts';
import { steps, stepsFor } from '../../../shared/process/stages.ts';
import { versionBasis } from '../../../shared/process/version.ts';
import { commandOn } from '../../support/commands.ts';

const everything: readonly Role[] = roles;
const person = '0190a0a0-0000-7000-8000-000000000001' as PersonId;
const other = '0190a0a0-0000-7000-8000-000000000002';

const factOf = (said: CommandRequest, n: number): Fact => ({
  n,
  uid: `uid-${n}` as Uid,
  by: person,
  at: n,
  said,
});

const foldAll = (...asked: readonly CommandRequest[]): Decisions =>
  foldFacts(asked.map((said, at) => factOf(said, at + 1)));

const contextOf = (
  held: readonly Role[],
  more: Partial<DecisionContext> = {},
): DecisionContext => ({
  who: { roles: held, editing: 'everyone' },
  relation: stranger,
  isCurrent: true,
  original: 'there',
  ...more,
});

const codeOf = (
  workStage: WorkStage,
  decisions: Decisions,
  command: CommandRequest,
  context: DecisionContext,
) => {
  const decided = decide({ stage: stageOf(workStage, decisions), decisions }, command, context);
  return decided.ok ? decided.value.type : decided.error.code;
};

const approve: CommandRequest = { type: 'approve' };
const decline: CommandRequest = { type: 'decline', reason: 'Too dear.' };
const hold: CommandRequest = { type: 'hold', reason: 'No people.', reviewOn: '2027-03-01' };

const anyCommand: fc.Arbitrary<CommandRequest> = fc.oneof(
  fc.constantFrom<CommandRequest>(
    { type: 'acknowledge' },
    approve,
    decline,
    { type: 'escalate', reason: 'Contested.' },
    { type: 'markDuplicate', of: other },
    { type: 'unmarkDuplicate' },
    { type: 'reopen', reason: 'New facts.' },
    { type: 'withdraw' },
    hold,
    { type: 'resume' },
    { type: 'share', person: other },
    { type: 'unshare', person: other },
    { type: 'freezeTarget', measure: 'm', baseline: 1, target: 2, dueOn: '2027-01-01', rules: '' },
  ),
  fc.constantFrom(...rulings).map((ruling) => ({ type: 'ruleEscalation', ruling, reason: 'So.' })),
  fc
    .constantFrom(...verdicts)
    .map((verdict) => ({ type: 'confirmVerdict', verdict, reason: 'So.' })),
) as fc.Arbitrary<CommandRequest>;

describe('the stages of a record', () => {
  it('offer no step from or to a stage that there is not, and none twice', () => {
    const named = steps.flatMap(({ from, to }) => [...from, to]);
    const known: readonly string[] = [...stages, 'back', 'same'];
    expect(named.filter((stage) => !known.includes(stage))).toEqual([]);
    const lines = steps.flatMap(({ from, to, by }) => from.map((stage) => `${stage} ${to} ${by}`));
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('leave no stage without a way on', () => {
    const stuck = stages.filter((stage) => !steps.some(({ from }) => from.includes(stage)));
    expect(stuck).toEqual([]);
  });

  it.each<[string, Stage, readonly Role[], boolean]>([
    ['a contributor', 'idea', ['contributor'], false],
    ['a coordinator', 'idea', ['coordinator'], false],
    ['an approver', 'idea', ['approver'], true],
    ['an approver', 'declined', ['approver'], false],
  ])('let %s approve from %s or not', (_, stage, held, may) => {
    const offered = stepsFor(stage, { roles: held, editing: 'everyone' }, stranger);
    expect(offered.some(({ by }) => by === 'approve')).toBe(may);
  });

  it('are approved, declined or closed by a fact alone, whatever the register says', () => {
    for (const workStage of workStages) {
      const stage = stageOf(workStage, foldFacts([]));
      expect(['idea', 'assessing']).toContain(stage);
    }
    expect(stageOf('inProgress', foldAll(approve))).toBe('inProgress');
    expect(stageOf('idea', foldAll(approve))).toBe('approved');
  });

  it('go back to where they were when a decision is taken back', () => {
    expect(stageOf('planned', foldAll(approve, hold))).toBe('onHold');
    expect(stageOf('planned', foldAll(approve, hold, { type: 'resume' }))).toBe('planned');
    const reopen: CommandRequest = { type: 'reopen', reason: 'New facts.' };
    expect(stageOf('assessing', foldAll(decline, reopen))).toBe('assessing');
    expect(stageOf('planned', foldAll(approve, reopen))).toBe('assessing');
    const verdict: CommandRequest = { type: 'confirmVerdict', verdict: 'achieved' };
    expect(stageOf('reviewing', foldAll(approve, verdict, reopen))).toBe('reviewing');
  });
});

describe('a decision', () => {
  it('is refused to whom the role does not allow it, before anything else is said', () => {
    const context = contextOf(['contributor'], { isCurrent: false });
    expect(codeOf('idea', foldFacts([]), approve, context)).toBe('notAllowed');
  });

  it('is refused as stale when the record is another than the one decided upon', () => {
    const context = contextOf(['approver'], { isCurrent: false });
    expect(codeOf('idea', foldFacts([]), approve, context)).toBe('stale');
  });

  it('is refused when the stage does not take it', () => {
    expect(codeOf('idea', foldAll(decline), approve, contextOf(['approver']))).toBe('notPossible');
    expect(codeOf('idea', foldFacts([]), { type: 'resume' }, contextOf(everything))).toBe(
      'notPossible',
    );
  });

  it.each(['missing', 'self', 'duplicate'] as const)(
    'of a duplicate of one that is %s is refused',
    (original) => {
      const command: CommandRequest = { type: 'markDuplicate', of: other };
      const context = contextOf(['coordinator'], { original });
      expect(codeOf('idea', foldFacts([]), command, context)).toBe('notPossible');
    },
  );

  it('lets the author withdraw, and nobody else without a role for it', () => {
    const withdraw: CommandRequest = { type: 'withdraw' };
    const author = contextOf(['contributor'], { relation: { ...stranger, isAuthor: true } });
    expect(codeOf('idea', foldFacts([]), withdraw, author)).toBe('fact');
    expect(codeOf('idea', foldFacts([]), withdraw, contextOf(['contributor']))).toBe('notAllowed');
  });

  it('gives the board’s ruling only on what was escalated', () => {
    const rule: CommandRequest = { type: 'ruleEscalation', ruling: 'approved', reason: 'Yes.' };
    expect(codeOf('idea', foldFacts([]), rule, contextOf(['approver']))).toBe('notPossible');
    const escalated = foldAll({ type: 'escalate', reason: 'Contested.' });
    expect(codeOf('idea', escalated, rule, contextOf(['approver']))).toBe('fact');
  });

  it('is a purge for administrators, in every stage', () => {
    const purge: CommandRequest = { type: 'purge', reason: 'Personal data.' };
    expect(codeOf('idea', foldAll(decline), purge, contextOf(['admin']))).toBe('purge');
    expect(codeOf('idea', foldFacts([]), purge, contextOf(['coordinator']))).toBe('notAllowed');
  });

  it('never brings a record where the table of steps does not lead, whatever is asked in whatever order', () => {
    const asked = fc.array(
      fc.record({ command: anyCommand, workStage: fc.constantFrom(...workStages) }),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(asked, fc.subarray([...roles]), (sequence, held) => {
        let decisions = foldFacts([]);
        let n = 0;
        for (const { command, workStage } of sequence) {
          const before = stageOf(workStage, decisions);
          const decided = decide({ stage: before, decisions }, command, contextOf(held));
          if (!decided.ok) continue;
          n += 1;
          decisions = afterFact(decisions, factOf(command, n));
          const after = stageOf(workStage, decisions);
          const leads = steps.some(
            ({ from, to, by }) =>
              by === command.type &&
              from.includes(before) &&
              leadsTo(to, command, { before, after, workStage }),
          );
          const isBesides = command.type === 'share' || command.type === 'unshare';
          expect(isBesides ? before === after : leads, `${before} ${command.type} ${after}`).toBe(
            true,
          );
          if (after === 'approved') expect(decisions.approval).toBeDefined();
          // An ended record rests: nothing waits for anybody.
          if (decisions.end !== undefined)
            expect(decisions.escalation ?? decisions.hold).toBeUndefined();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the same for whoever folds the facts at once or one by one', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 20 }), (asked) => {
        const facts = asked.map((said, at) => factOf(said, at + 1));
        let decisions = foldFacts([]);
        for (const fact of facts) decisions = afterFact(decisions, fact);
        expect(decisions).toEqual(foldFacts(facts));
      }),
    );
  });
});

type Move = { readonly before: Stage; readonly after: Stage; readonly workStage: WorkStage };

function leadsTo(
  to: Stage | 'back' | 'same',
  command: CommandRequest,
  { before, after, workStage }: Move,
): boolean {
  const isApproved = after === stageOf(workStage, foldAll(approve));
  switch (to) {
    case 'back':
      return true;
    case 'approved':
      // Work that had begun before the approval was taken back goes on where it was.
      return isApproved;
    case 'same':
      if (command.type !== 'ruleEscalation' || command.ruling === 'returned')
        return before === after;
      if (command.ruling === 'declined') return after === 'declined';
      return before === 'onHold' ? after === 'onHold' : isApproved;
    default:
      return to === after;
  }
}

describe('the version that a command is decided upon', () => {
  const row = { cost: '', affectedItems: ['Desk'], workStage: 'idea' } as const;

  it('changes with a deciding fact and with what the command declares, and with nothing else', () => {
    const approval = commandOn(approve, row).expectedVersion;
    const urgent = { ...row, urgency: 'high' } as const;
    expect(commandOn(approve, urgent).expectedVersion).toEqual(approval);
    expect(commandOn(approve, { ...row, cost: 'high' }).expectedVersion).not.toEqual(approval);
    expect(commandOn(approve, { ...row, costAmount: 5 }).expectedVersion).not.toEqual(approval);
    const told = [factOf({ type: 'share', person: other }, 1)];
    expect(commandOn(approve, row, told).expectedVersion).toEqual(approval);
    const decided = [factOf(hold, 1)];
    expect(commandOn(approve, row, decided).expectedVersion).not.toEqual(approval);
  });

  it('tells two facts of one number apart', () => {
    const one = foldFacts([factOf(hold, 1)]);
    const another = foldFacts([{ ...factOf(hold, 1), uid: 'another' as Uid }]);
    expect(versionBasis('resume', row, one).declaredText).not.toBe(
      versionBasis('resume', row, another).declaredText,
    );
  });
});

describe('a command on the wire', () => {
  const whole = commandOn(decline, { cost: '', affectedItems: [], workStage: 'idea' });

  it('is read as it was written, without what is not its', () => {
    expect(parseCommand({ ...whole, extra: 1 })).toEqual(whole);
  });

  it.each([
    [{ ...whole, reason: ' ' }, 'reason'],
    [{ ...whole, reason: undefined }, 'reason'],
    [{ ...whole, expectedVersion: { factSeq: -1, fieldsHash: '' } }, 'expectedVersion.factSeq'],
    [{ ...commandOn(hold, { affectedItems: [], cost: '' }), reviewOn: 'soon' }, 'reviewOn'],
  ])('is malformed where a field is not as it should be', (command, field) => {
    expect(parseCommand(command)).toEqual({ type: 'malformed', field });
  });

  it('is unknown when a newer program made it', () => {
    expect(parseCommand({ ...whole, type: 'teleport' })).toEqual({ type: 'unknown' });
  });
});
