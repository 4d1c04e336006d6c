/** The table of who may do what, said a second time in words, so that no line of it changes unnoticed. */
import { describe, expect, it, test } from 'vitest';
import { type Role, roles } from '../../../shared/domain/person.ts';
import {
  type Editing,
  may,
  maySee,
  type Relation,
  stranger,
  type Verb,
  verbs,
} from '../../../shared/process/permissions.ts';

const to = (relation: Partial<Relation>): Relation => ({ ...stranger, ...relation });

const verbsOf = (role: Role, editing: Editing, relation?: Relation): readonly Verb[] =>
  verbs.filter((verb) => may({ roles: [role], editing }, verb, relation));

const saidOf: Readonly<Record<Role, readonly Verb[]>> = {
  guest: ['capture'],
  contributor: ['capture', 'readRegister', 'comment', 'vote', 'beginMeasure', 'takeTask'],
  assessor: [
    'capture',
    'readRegister',
    'comment',
    'vote',
    'score',
    'dispute',
    'beginMeasure',
    'takeTask',
  ],
  coordinator: [
    'capture',
    'readRegister',
    'readTeam',
    'readPrivate',
    'editRecord',
    'moveStage',
    'assign',
    'setVisibility',
    'withdraw',
    'comment',
    'vote',
    'score',
    'dispute',
    'beginMeasure',
    'editMeasure',
    'takeReading',
    'takeTask',
    'coach',
    'triage',
    'askBack',
    'mergeDuplicates',
    'shareRecord',
    'readQuarantine',
    'configureRegister',
    'editPractice',
  ],
  approver: [
    'capture',
    'readRegister',
    'comment',
    'vote',
    'beginMeasure',
    'takeTask',
    'askBack',
    'decideApproval',
    'ruleEscalation',
    'confirmVerdict',
  ],
  evaluator: [
    'capture',
    'readRegister',
    'comment',
    'vote',
    'beginMeasure',
    'editMeasure',
    'takeReading',
    'confirmVerdict',
    'exportAudit',
  ],
  practiceOwner: ['capture', 'readRegister', 'comment', 'vote', 'editPractice'],
  coach: ['capture', 'readRegister', 'comment', 'vote', 'coach'],
  admin: [
    'capture',
    'readRegister',
    'readTeam',
    'readPrivate',
    'editRecord',
    'moveStage',
    'assign',
    'setVisibility',
    'comment',
    'vote',
    'beginMeasure',
    'editMeasure',
    'takeReading',
    'takeTask',
    'coach',
    'shareRecord',
    'readQuarantine',
    'configureRegister',
    'configureWorkspace',
    'manageMembers',
    'grantRoles',
    'manageSignIn',
    'purge',
    'erasePerson',
    'exportAudit',
  ],
};

describe('on a record that is nothing to them', () => {
  test.each(roles)('a person who is only %s may do what the table says, and no more', (role) => {
    expect(verbsOf(role, 'involved')).toEqual(verbs.filter((verb) => saidOf[role].includes(verb)));
  });

  test.each(['contributor', 'assessor', 'coordinator', 'approver', 'admin'] as const)(
    'a person who is %s writes where everyone edits',
    (role) => {
      const more: readonly Verb[] = [
        'editRecord',
        'moveStage',
        'assign',
        'editMeasure',
        'takeReading',
        'coach',
      ];
      const expected = verbs.filter((verb) => saidOf[role].includes(verb) || more.includes(verb));
      expect(verbsOf(role, 'everyone')).toEqual(expected);
    },
  );

  test.each(['guest', 'evaluator', 'practiceOwner', 'coach'] as const)(
    'a person who is only %s writes no more where everyone edits than elsewhere',
    (role) => {
      expect(verbsOf(role, 'everyone')).toEqual(verbsOf(role, 'involved'));
    },
  );

  it('is closed to whoever has no role, as somebody who was removed', () => {
    const nobody = { roles: [], editing: 'everyone' as const };
    const every = to({ isAuthor: true, isOwner: true, isProductOwner: true, isIdea: true });
    expect(verbs.filter((verb) => may(nobody, verb, every))).toEqual([]);
  });

  it('allows who holds several roles what each of them allows', () => {
    const both = { roles: ['coach', 'assessor'] as const, editing: 'involved' as const };
    const expected = [...saidOf.coach, ...saidOf.assessor];
    expect(verbs.filter((verb) => may(both, verb))).toEqual(
      verbs.filter((verb) => expected.includes(verb)),
    );
  });
});

describe('what being something to a record adds', () => {
  const added = (role: Role, relation: Partial<Relation>): readonly Verb[] => {
    const without = verbsOf(role, 'involved');
    return verbsOf(role, 'involved', to(relation)).filter((verb) => !without.includes(verb));
  };

  it('lets an author read, edit, hide and withdraw it, at any stage, and take readings of their measure', () => {
    const expected: readonly Verb[] = [
      'readTeam',
      'readPrivate',
      'editRecord',
      'setVisibility',
      'withdraw',
      'askReopen',
      'editMeasure',
      'takeReading',
      'coach',
    ];
    expect(added('contributor', { isAuthor: true, isIdea: true })).toEqual(expected);
    expect(added('contributor', { isAuthor: true })).toEqual(expected);
  });

  it('lets a guest read, answer and withdraw their own, and edit it while it is an idea', () => {
    const lasting: readonly Verb[] = [
      'readRegister',
      'readTeam',
      'readPrivate',
      'withdraw',
      'askReopen',
      'comment',
    ];
    const early: readonly Verb[] = ['editRecord', 'setVisibility'];
    expect(added('guest', { isAuthor: true })).toEqual(lasting);
    expect(added('guest', { isAuthor: true, isIdea: true })).toEqual(
      verbs.filter((verb) => [...lasting, ...early].includes(verb)),
    );
  });

  it('lets its owner do all that its work needs', () => {
    expect(added('contributor', { isOwner: true })).toEqual([
      'readTeam',
      'readPrivate',
      'editRecord',
      'moveStage',
      'assign',
      'setVisibility',
      'editMeasure',
      'takeReading',
      'coach',
      'shareRecord',
    ]);
  });

  it('does not make an owner of a guest, who must be a member first', () => {
    expect(added('guest', { isOwner: true })).toEqual([]);
  });

  it('lets the owner of the product that it is about filter and merge it', () => {
    expect(added('contributor', { isProductOwner: true })).toEqual([
      'triage',
      'askBack',
      'mergeDuplicates',
    ]);
  });

  it('makes a guest whom it is shared with a contributor to it', () => {
    for (const editing of ['everyone', 'involved'] as const) {
      const asContributor = [...verbsOf('contributor', editing), 'readTeam', 'readPrivate'];
      expect(verbsOf('guest', editing, to({ isSharedWith: true }))).toEqual(
        verbs.filter((verb) => asContributor.includes(verb)),
      );
    }
  });
});

describe('a record', () => {
  const sees = (role: Role, relation: Partial<Relation>) =>
    maySee({ roles: [role], editing: 'everyone' }, to(relation));

  it('is seen by every member, and by guests who are its authors or whom it is shared with', () => {
    expect(roles.filter((role) => sees(role, {}))).toEqual(roles.slice(1));
    expect(sees('guest', { isAuthor: true })).toBe(true);
    expect(sees('guest', { isSharedWith: true })).toBe(true);
  });

  it('is seen while it is private by its author, its owner, whom it is shared with, coordinators and administrators', () => {
    expect(roles.filter((role) => sees(role, { visibility: 'private' }))).toEqual([
      'coordinator',
      'admin',
    ]);
    expect(sees('contributor', { visibility: 'private', isAuthor: true })).toBe(true);
    expect(sees('contributor', { visibility: 'private', isOwner: true })).toBe(true);
    expect(sees('guest', { visibility: 'private', isSharedWith: true })).toBe(true);
    expect(sees('guest', { visibility: 'private', isAuthor: true })).toBe(true);
  });

  it('is seen while it is for a team by its members besides, but by no guest among them', () => {
    expect(roles.filter((role) => sees(role, { visibility: 'team' }))).toEqual([
      'coordinator',
      'admin',
    ]);
    const inTeam = { visibility: 'team', isInTeam: true } as const;
    expect(roles.filter((role) => sees(role, inTeam))).toEqual(roles.slice(1));
    expect(sees('guest', { ...inTeam, isSharedWith: true })).toBe(true);
  });
});
