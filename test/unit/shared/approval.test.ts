/** Approval: who may give it, how many have to, what it freezes, and what asks for a new one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonId, Uid } from '../../../shared/domain/ids.ts';
import { levels } from '../../../shared/domain/improvement.ts';
import type { WorkspaceItems } from '../../../shared/domain/workspace.ts';
import { approvalRuleFor, sizeOf } from '../../../shared/process/approval-rules.ts';
import {
  approvalStandingOf,
  changesSince,
  changesSinceApproval,
  firstTerms,
  frozenOf,
  termsIn,
} from '../../../shared/process/approval.ts';
import { likelyCostOf } from '../../../shared/process/business-case.ts';
import type { CommandRequest, FrozenCase } from '../../../shared/process/commands.ts';
import { decide, type DecisionContext } from '../../../shared/process/decide.ts';
import { type Fact, foldFacts, undecided } from '../../../shared/process/facts.ts';
import { stranger } from '../../../shared/process/permissions.ts';

const [ann, bo, chen] = ['1', '2', '3'].map(
  (n) => `0190a0a0-0000-7000-8000-00000000000${n}` as PersonId,
) as [PersonId, PersonId, PersonId];

const factOf = (by: PersonId, said: CommandRequest, n: number): Fact => ({
  n,
  uid: `uid-${n}` as Uid,
  by,
  at: n,
  said,
});

const small: FrozenCase = {
  cost: 'low',
  costAmount: 1_000,
  currency: 'EUR',
  fundingAsked: '500',
  affectedItems: ['Check-in'],
  objectives: [],
  route: 'bau',
  target: 0,
};

describe('what asks for a new approval', () => {
  it.each<[string, Partial<FrozenCase>, readonly string[]]>([
    ['nothing', {}, []],
    ['a higher cost band', { cost: 'medium' }, ['cost']],
    ['an amount more than a tenth higher', { costAmount: 1_101 }, ['costAmount']],
    ['more money asked for', { fundingAsked: '600' }, ['fundingAsked']],
    ['another currency', { currency: 'USD' }, ['currency']],
    ['another affected item', { affectedItems: ['Check-in', 'Ward'] }, ['affectedItems']],
    ['another objective', { objectives: ['o1'] }, ['objectives']],
    ['another route', { route: 'project' }, ['route']],
    ['another target', { target: 4 }, ['target']],
  ])('%s', (_, change, parts) => {
    expect(changesSince(small, { ...small, ...change })).toEqual(parts);
  });

  it.each<[string, Partial<FrozenCase>]>([
    ['a lower cost band', { cost: '' }],
    ['an amount a tenth higher', { costAmount: 1_100 }],
    ['a lower amount', { costAmount: 10, fundingAsked: '1' }],
    ['an amount that is said no longer', { costAmount: null, fundingAsked: '' }],
  ])('is not %s', (_, change) => {
    expect(changesSince(small, { ...small, ...change })).toEqual([]);
  });

  it('is an amount that was not there when it was approved', () => {
    const silent = { ...small, costAmount: null, fundingAsked: '', currency: '' };
    expect(changesSince(silent, small)).toEqual(['costAmount', 'fundingAsked']);
  });

  it('is never a smaller amount, and always one that is more than a tenth larger', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), (before, now) => {
        const parts = changesSince({ ...small, costAmount: before }, { ...small, costAmount: now });
        expect(parts.length > 0).toBe(now > before * 1.1);
      }),
    );
  });

  it('is held against the last approval alone, and against nothing that froze nothing', () => {
    const record = {
      ...small,
      cost: 'medium',
      route: 'bau',
      costAmount: 1_000,
    } as const;
    const approved = (frozen?: FrozenCase) =>
      foldFacts([factOf(ann, { type: 'approve', frozen }, 1)]);
    expect(changesSinceApproval(record, approved(small))).toEqual(['cost']);
    expect(changesSinceApproval(record, approved())).toEqual([]);
    expect(changesSinceApproval(record, undecided)).toEqual([]);
    const again = foldFacts([
      factOf(ann, { type: 'approve', frozen: small }, 1),
      factOf(ann, { type: 'approve', frozen: { ...small, cost: 'medium' } }, 2),
    ]);
    expect(changesSinceApproval(record, again)).toEqual([]);
    expect(again.approvals).toHaveLength(2);
  });

  it('does not depend on the order in which sets were filled', () => {
    const one = { ...small, route: 'bau', costAmount: 1_000, affectedItems: ['b', 'a'] } as const;
    const other = { ...one, affectedItems: ['a', 'b'] } as const;
    expect(frozenOf(one, undecided, firstTerms)).toEqual(frozenOf(other, undecided, firstTerms));
  });
});

type Rule = WorkspaceItems['approvalRules'][number]['values'];
const noRule: Rule = { size: '', person: '', needed: '', fromAmount: '', currency: '', route: '' };
const rules = (...values: readonly Partial<Rule>[]): WorkspaceItems['approvalRules'] =>
  values.map((value, at) => ({
    id: String(at),
    values: { ...noRule, ...value },
    isRemoved: false,
  }));

describe('the rule for a size', () => {
  const two = rules(
    { size: 'high', person: ann, needed: 2 },
    { size: 'high', person: bo, needed: '' },
    { size: 'high', person: chen, needed: '' },
    { size: 'low', person: chen, needed: '' },
  );

  it('is one approver where the workspace has none', () => {
    expect(approvalRuleFor([], { cost: 'high' })).toEqual({ people: [], needed: 1 });
    expect(approvalRuleFor(two, { cost: 'medium' })).toEqual({ people: [], needed: 1 });
  });

  it('names people and how many of them are needed', () => {
    expect(approvalRuleFor(two, { cost: 'high' })).toEqual({ people: [ann, bo, chen], needed: 2 });
    expect(approvalRuleFor(two, { cost: 'low' })).toEqual({ people: [chen], needed: 1 });
  });

  it('is the one for the dearest while nobody has said how dear it is', () => {
    expect(approvalRuleFor(two, { cost: '' })).toEqual(approvalRuleFor(two, { cost: 'high' }));
  });

  it('never needs more people than it names, and passes over what was taken out', () => {
    expect(
      approvalRuleFor(rules({ size: 'low', person: ann, needed: 5 }), { cost: 'low' }).needed,
    ).toBe(1);
    const [gone] = rules({ size: 'low', person: ann, needed: 1 });
    if (gone === undefined) throw new Error('no rule');
    expect(approvalRuleFor([{ ...gone, isRemoved: true }], { cost: 'low' }).people).toEqual([]);
    const anyTwo = rules({ size: 'low', person: '', needed: 2 });
    expect(approvalRuleFor(anyTwo, { cost: 'low' })).toEqual({ people: [], needed: 2 });
  });
});

describe('how large a record counts', () => {
  const large: Partial<Rule> = { size: 'high', fromAmount: 10_000, currency: 'EUR' };
  const project: Partial<Rule> = { size: 'medium', route: 'project' };
  const raisers = rules(large, project).map(({ values }) => values);
  const cheap = { cost: 'low', currency: 'EUR', route: 'bau' } as const;

  it.each([
    ['its cost band', { ...cheap, costAmount: 9_999 }, 'low'],
    ['more from an amount on', { ...cheap, costAmount: 10_000 }, 'high'],
    ['more by what was asked for', { ...cheap, costAmount: 1, fundingAsked: '10000' }, 'high'],
    ['more by its route', { ...cheap, route: 'project' }, 'medium'],
    ['by the larger of both', { ...cheap, route: 'project', costAmount: 20_000 }, 'high'],
    ['more where no currency was said', { cost: 'low', costAmount: 10_000 }, 'high'],
    ['its band in another currency', { ...cheap, currency: 'JPY', costAmount: 10_000 }, 'low'],
    ['no less than its band', { cost: 'high', route: 'project' }, 'high'],
    ['unnamed, however little it costs', { cost: '', costAmount: 20_000 }, ''],
  ] as const)('%s', (_, sized, size) => {
    expect(sizeOf(raisers, sized)).toBe(size);
  });

  it('decides who approves it, and an amount or route names nobody', () => {
    const named = rules({ size: 'high', person: ann }, { size: 'low', person: bo }, large, project);
    expect(approvalRuleFor(named, { ...cheap, costAmount: 50_000 }).people).toEqual([ann]);
    expect(approvalRuleFor(named, cheap).people).toEqual([bo]);
    expect(approvalRuleFor(named, { ...cheap, route: 'project' })).toEqual({
      people: [],
      needed: 1,
    });
  });

  it('needs both where an entry names an amount and a route', () => {
    const both = [{ ...noRule, size: 'high', fromAmount: 100, route: 'project' } as const];
    expect(sizeOf(both, { ...cheap, costAmount: 100 })).toBe('low');
    expect(sizeOf(both, { ...cheap, costAmount: 100, route: 'project' })).toBe('high');
  });
});

describe('the terms of an approval', () => {
  it('are those that the workspace has set, and the usual ones where it has not', () => {
    expect(termsIn({ horizonMonths: 12, growthPercent: 0 })).toEqual({
      horizonMonths: 12,
      growthPercent: 0,
    });
    expect(termsIn({ horizonMonths: '', growthPercent: '' })).toEqual(firstTerms);
    expect(termsIn()).toEqual({ horizonMonths: 36, growthPercent: 10 });
  });

  it('stay with what was approved: another horizon alone makes nothing dearer', () => {
    const costing = (monthly: number) =>
      likelyCostOf([
        { kind: 'cost', timing: 'once', likely: 100, low: '', high: '' },
        { kind: 'cost', timing: 'monthly', likely: monthly, low: '', high: '' },
      ]);
    const record = { ...small, route: 'bau', costAmount: 0, ...costing(10) } as const;
    const frozen = frozenOf(record, undecided, { horizonMonths: 12, growthPercent: 50 });
    expect(frozen.costAmount).toBe(220);
    const given = foldFacts([factOf(ann, { type: 'approve', frozen }, 1)]);
    expect(changesSinceApproval(record, given)).toEqual([]);
    expect(changesSinceApproval({ ...record, ...costing(19) }, given)).toEqual([]);
    expect(changesSinceApproval({ ...record, ...costing(20) }, given)).toEqual(['costAmount']);
  });
});

describe('several approvals', () => {
  const approve = (frozen: FrozenCase = small): CommandRequest => ({
    type: 'approve',
    frozen,
    needed: 2,
  });

  it('approve a record once there are enough, and one alone voids no other', () => {
    const first = foldFacts([factOf(ann, approve(), 1)]);
    expect([first.approval, first.given.length, first.last]).toEqual([undefined, 1, undefined]);
    const both = foldFacts([factOf(ann, approve(), 1), factOf(bo, approve(), 2)]);
    expect([both.approval?.n, both.given.length, both.last?.n]).toEqual([2, 0, 2]);
  });

  it('count nobody twice', () => {
    const twice = foldFacts([factOf(ann, approve(), 1), factOf(ann, approve(), 2)]);
    expect([twice.approval, twice.given.length]).toEqual([undefined, 1]);
  });

  it('count only what was given for the same case', () => {
    const dearer = { ...small, costAmount: 5_000 };
    const apart = foldFacts([factOf(ann, approve(), 1), factOf(bo, approve(dearer), 2)]);
    expect(apart.approval).toBeUndefined();
    expect(apart.given.map(({ by }) => by)).toEqual([bo]);
  });

  it('end with one refusal', () => {
    const decisions = foldFacts([
      factOf(ann, approve(), 1),
      factOf(bo, { type: 'decline', reason: 'Too dear.' }, 2),
    ]);
    expect([decisions.end?.n, decisions.given.length]).toEqual([2, 0]);
  });

  it('are enough exactly when so many different people have approved', () => {
    const people = fc.array(fc.constantFrom(ann, bo, chen), { maxLength: 6 });
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 3 }), (approvers, needed) => {
        const facts = approvers.map((by, at) =>
          factOf(by, { type: 'approve', frozen: small, needed }, at + 1),
        );
        const isEnough = new Set(approvers).size >= needed;
        expect(foldFacts(facts).approval !== undefined).toBe(isEnough);
      }),
    );
  });
});

describe('deciding on an approval', () => {
  const context = (more: Partial<DecisionContext> = {}): DecisionContext => ({
    who: { roles: ['approver'], editing: 'everyone' },
    relation: stranger,
    isCurrent: true,
    ...more,
  });
  const standing = (people: readonly string[], me: PersonId, given: readonly Fact[] = []) =>
    approvalStandingOf({ people, needed: 2 }, foldFacts(given), small, (id) => id === me);
  const state = { stage: 'assessing', decisions: undecided } as const;
  const codeOf = (decided: ReturnType<typeof decide>) => (decided.ok ? 'ok' : decided.error.code);

  it('is for those whom the rule names, for yes and for no', () => {
    const named = context({ approval: standing([ann], ann) });
    const other = context({ approval: standing([ann], bo) });
    const decline: CommandRequest = { type: 'decline', reason: 'Too dear.' };
    for (const asked of [{ type: 'approve' } as const, decline]) {
      expect(codeOf(decide(state, asked, named))).toBe('ok');
      expect(codeOf(decide(state, asked, other))).toBe('notAllowed');
    }
    const coordinator = { ...other, who: { roles: ['coordinator'], editing: 'everyone' } } as const;
    expect(codeOf(decide(state, decline, coordinator))).toBe('ok');
  });

  it('is not asked twice of one person for the same case', () => {
    const given = [factOf(ann, { type: 'approve', frozen: small, needed: 2 }, 1)];
    const again = context({ approval: standing([], ann, given) });
    expect(codeOf(decide(state, { type: 'approve' }, again))).toBe('notPossible');
    const second = context({ approval: standing([], bo, given) });
    expect(codeOf(decide(state, { type: 'approve' }, second))).toBe('ok');
  });

  it('is possible again only once something that counts was changed', () => {
    const decisions = foldFacts([factOf(ann, { type: 'approve', frozen: small }, 1)]);
    const approved = { stage: 'inProgress', decisions } as const;
    expect(codeOf(decide(approved, { type: 'approve' }, context()))).toBe('notPossible');
    const changed = { ...approved, isChanged: true };
    expect(codeOf(decide(changed, { type: 'approve' }, context()))).toBe('ok');
  });

  it('freezes no target that is the baseline', () => {
    const target = (baseline: number | null): CommandRequest => ({
      type: 'freezeTarget',
      measure: 'Minutes',
      baseline,
      target: 8,
      dueOn: '2027-03-31',
      rules: '',
    });
    expect(codeOf(decide(state, target(8), context()))).toBe('notPossible');
    expect(codeOf(decide(state, target(14), context()))).toBe('ok');
    expect(codeOf(decide(state, target(null), context()))).toBe('ok');
  });
});

it('a case is the same as itself, whatever it says', () => {
  const frozen: fc.Arbitrary<FrozenCase> = fc.record({
    cost: fc.constantFrom(...levels, ''),
    costAmount: fc.option(fc.nat(1e6)),
    currency: fc.constantFrom('', 'EUR'),
    fundingAsked: fc.constantFrom('', '5', '100.50'),
    affectedItems: fc.array(fc.string()),
    objectives: fc.array(fc.string()),
    route: fc.constantFrom('', 'bau', 'project'),
    target: fc.nat(9),
  });
  fc.assert(
    fc.property(frozen, (one) => {
      expect(changesSince(one, one)).toEqual([]);
    }),
  );
});
