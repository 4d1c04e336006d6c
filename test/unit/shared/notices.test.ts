import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorId, CommentId, DocumentId, PersonId, Uid } from '../../../shared/domain/ids.ts';
import type { ImprovementRow, Someone } from '../../../shared/domain/improvement.ts';
import type { CommandRequest } from '../../../shared/process/commands.ts';
import type { Fact } from '../../../shared/process/facts.ts';
import {
  type KnownBefore,
  type NoticeReader,
  readNotices,
} from '../../../shared/process/notices.ts';

const me = 'me' as PersonId;
const myPhone = 'my-phone' as ActorId;
const ana = 'ana' as PersonId;
const bo = 'bo-laptop' as ActorId;
const day = 86_400_000;
const nowMs = 1_760_000_000_000;

const reader: NoticeReader = {
  isMe: (someone: Someone) => someone === me || someone === myPhone,
  who: { roles: ['contributor'], editing: 'everyone' },
  lastSyncedAt: nowMs - day,
};
const approver: NoticeReader = { ...reader, who: { ...reader.who, roles: ['approver'] } };
const newcomer: NoticeReader = { ...reader, lastSyncedAt: undefined };

const blank: ImprovementRow = {
  id: 'record' as DocumentId,
  type: 'improvement',
  ref: 'CI-1',
  localNumber: '~000000',
  title: 'Labels fade',
  stage: 'idea',
  owner: '',
  urgency: '',
  cost: '',
  tags: [],
  affectedItems: [],
  supporters: 0,
  text: '',
  createdBy: bo,
  createdAt: nowMs - 30 * day,
  updatedAt: nowMs,
  conflicts: [],
};
const mine = { ...blank, createdBy: myPhone };

const known = (row: ImprovementRow, facts = 0): KnownBefore => ({ row, facts });
const unknown: KnownBefore = { row: undefined, facts: 0 };

const fact = (said: CommandRequest, by: PersonId = ana, n = 1, at = nowMs): Fact => ({
  n,
  uid: `fact-${n}` as Uid,
  by,
  at,
  said,
});
const comment = (id: string, by: Someone, at = nowMs, mentions?: readonly PersonId[]) => ({
  id: id as CommentId,
  by,
  at,
  text: 'Which door?',
  ...(mentions !== undefined && { mentions }),
});
const kinds = (...asked: Parameters<typeof readNotices>) =>
  readNotices(...asked).map(({ kind }) => kind);

describe('what a person is told of', () => {
  it('tells the author of a decision, with its reason and who took it', () => {
    const declined = fact({ type: 'decline', reason: 'No room for it' });
    expect(readNotices(known(mine), mine, [declined], reader)).toEqual([
      {
        id: 'decision:fact-1',
        docId: 'record',
        kind: 'decline',
        by: ana,
        happenedAt: nowMs,
        text: 'No room for it',
      },
    ]);
    expect(kinds(known(blank), blank, [declined], reader)).toEqual([]);
  });

  it.each([
    ['its owner', { ...blank, owner: me }],
    ['a watcher', { ...blank, watchers: [myPhone] }],
  ])('tells %s of it as well', (_, row) => {
    expect(kinds(known(row), row, [fact({ type: 'approve' })], reader)).toEqual(['approve']);
  });

  it.each([
    ['the author', { ...mine, duplicateOf: blank.id }, ['approve', 'reply']],
    ['a watcher', { ...blank, watchers: [me], duplicateOf: blank.id }, ['approve', 'reply']],
    ['not the owner', { ...blank, owner: me, duplicateOf: blank.id }, []],
  ])('tells %s of a duplicate what becomes of its original', (_, duplicate, told) => {
    const original = { ...blank, latest: [comment('c1', ana)] };
    const facts = [fact({ type: 'approve' })];
    expect(kinds(known(blank), original, facts, reader, [duplicate])).toEqual(told);
  });

  it('says what a ruling and a verdict came to', () => {
    const facts = [
      fact({ type: 'ruleEscalation', ruling: 'returned', reason: 'Say more' }),
      fact({ type: 'confirmVerdict', verdict: 'achieved' }, ana, 2),
    ];
    expect(readNotices(known(mine), mine, facts, reader)).toMatchObject([
      { kind: 'ruleEscalation', outcome: 'returned' },
      { kind: 'confirmVerdict', outcome: 'achieved' },
    ]);
  });

  it('tells of a decision once', () => {
    expect(kinds(known(mine, 1), mine, [fact({ type: 'approve' })], reader)).toEqual([]);
  });

  it('tells of the first comment on a record however long ago it was written offline', () => {
    const late = comment('c1', ana, nowMs - 60 * day);
    expect(kinds(known(mine), { ...mine, latest: [late] }, [], reader)).toEqual(['reply']);
    // A row of an earlier version knew who had replied, and kept no comments.
    const earlier = { ...mine, replies: [{ by: ana, at: nowMs - 60 * day }] };
    expect(kinds(known(earlier), { ...earlier, latest: [late] }, [], reader)).toEqual([]);
  });

  it('tells the author of a question, and of nothing else where that was it', () => {
    const asked = { ...mine, isWaiting: true as const, latest: [comment('c1', ana)] };
    expect(readNotices(known(mine), asked, [], reader)).toMatchObject([
      { id: 'comment:c1', kind: 'question', by: ana, text: 'Which door?', comment: 'c1' },
    ]);
    expect(kinds(known(asked), asked, [], reader)).toEqual([]);
  });

  it('makes a question of a comment whose mark comes after it', () => {
    const commented = { ...mine, latest: [comment('c1', ana)] };
    const asked = { ...commented, isWaiting: true as const };
    expect(kinds(known(mine), commented, [], reader)).toEqual(['reply']);
    expect(readNotices(known(commented), asked, [], reader)).toMatchObject([
      { id: 'comment:c1', kind: 'question' },
    ]);
  });

  it('tells of replies those who take part, and nobody else', () => {
    const before = { ...blank, latest: [comment('c1', bo)] };
    const after = (row: ImprovementRow) => ({
      ...row,
      latest: [comment('c1', bo), comment('c2', ana)],
    });
    expect(kinds(known(before), after(before), [], reader)).toEqual([]);
    const spoken = { ...before, replies: [{ by: myPhone, at: 1 }] };
    expect(kinds(known(spoken), after(spoken), [], reader)).toEqual(['reply']);
  });

  it('tells whoever is mentioned, by name and not by device', () => {
    const now = { ...blank, latest: [comment('c1', ana, nowMs, [me])] };
    expect(kinds(known({ ...blank, latest: [] }), now, [], reader)).toEqual(['mention']);
  });

  it('tells whoever was made the owner, and not who took it', () => {
    const given = { ...blank, owner: me, ownerSet: { by: bo, at: nowMs } };
    const taken = { ...blank, owner: me, ownerSet: { by: myPhone, at: nowMs } };
    expect(kinds(known(blank), given, [], reader)).toEqual(['owner']);
    expect(kinds(known(given), given, [], reader)).toEqual([]);
    expect(kinds(known(blank), taken, [], reader)).toEqual([]);
  });

  it('tells the owner of a conflict that others have a part in', () => {
    const owned = { ...blank, owner: me };
    const torn = { ...owned, conflicts: ['cost' as const], conflictsBy: [bo, myPhone] };
    expect(readNotices(known(owned), torn, [], reader)).toMatchObject([
      { kind: 'conflict', field: 'cost' },
    ]);
    expect(kinds(known(torn), torn, [], reader)).toEqual([]);
    expect(kinds(known(owned), { ...torn, conflictsBy: [myPhone] }, [], reader)).toEqual([]);
  });

  it('asks approvers for a ruling, and tells the author that it was escalated', () => {
    const escalated = { ...blank, isEscalated: true };
    const facts = [fact({ type: 'escalate', reason: 'Unclear' })];
    expect(kinds(known(blank), escalated, facts, approver)).toEqual(['ruling']);
    expect(kinds(known(blank), escalated, facts, reader)).toEqual([]);
    const own = { ...mine, isEscalated: true };
    expect(kinds(known(mine), own, facts, reader)).toEqual(['escalate']);
  });

  it('tells a first sync only of what waits for its person', () => {
    const waiting = { ...mine, isWaiting: true as const, latest: [comment('c1', ana, 1)] };
    const declined = [fact({ type: 'decline', reason: 'No' }, ana, 1, 1)];
    expect(kinds(unknown, waiting, [], newcomer)).toEqual(['question']);
    expect(kinds(unknown, { ...mine, latest: [comment('c1', ana)] }, declined, newcomer)).toEqual(
      [],
    );
    const escalated = { ...blank, isEscalated: true };
    const facts = [fact({ type: 'escalate', reason: 'Unclear' }, ana, 1, 1)];
    expect(kinds(unknown, escalated, facts, { ...approver, lastSyncedAt: undefined })).toEqual([
      'ruling',
    ]);
  });

  it('passes over what is old in a record that was not shown before', () => {
    const old = { ...mine, latest: [comment('c1', ana, nowMs - 60 * day), comment('c2', ana)] };
    expect(readNotices(unknown, old, [], reader)).toMatchObject([{ id: 'comment:c2' }]);
  });

  it('never tells a person of their own doing', () => {
    const own = fc.constantFrom<Someone>(me, myPhone);
    const someRow = fc.record({
      createdBy: fc.constantFrom(bo, myPhone),
      owner: fc.constantFrom<Someone | ''>('', me, myPhone, bo),
      watchers: fc.subarray([me, ana]),
      isWaiting: fc.option(fc.constant(true as const), { nil: undefined }),
      isEscalated: fc.boolean(),
    });
    const deed = fc.record({
      comments: fc.array(fc.tuple(own, fc.subarray([me, ana])), { maxLength: 5 }),
      facts: fc.array(
        fc.constantFrom<CommandRequest>(
          { type: 'approve' },
          { type: 'decline', reason: 'No' },
          { type: 'escalate', reason: 'No' },
          { type: 'share', person: me },
          { type: 'ruleEscalation', ruling: 'approved', reason: 'Yes' },
        ),
        { maxLength: 4 },
      ),
      setBy: own,
      after: someRow,
    });
    const readers = fc.constantFrom(reader, approver, newcomer);
    fc.assert(
      fc.property(someRow, deed, readers, fc.boolean(), (was, did, who, isKnown) => {
        const before = { ...blank, ...(was as object), latest: [] };
        const after: ImprovementRow = {
          ...before,
          ...(did.after as object),
          latest: did.comments.map(([by, mentions], i) => comment(`c${i}`, by, nowMs, mentions)),
          ownerSet: { by: did.setBy, at: nowMs },
          conflicts: ['cost'],
          conflictsBy: [did.setBy],
        };
        const facts = did.facts.map((said, i) => fact(said, me, i + 1));
        expect(readNotices(isKnown ? known(before) : unknown, after, facts, who)).toEqual([]);
      }),
    );
  });
});

describe('once a record is reviewed', () => {
  const reviewing = { ...blank, stage: 'reviewing', stageSince: nowMs } as const;
  const mineReviewing = { ...reviewing, createdBy: myPhone };

  it('asks the requester and the stakeholders how satisfied they are, once', () => {
    expect(kinds(known(mine), mineReviewing, [], reader)).toEqual(['pulse']);
    const staked = { ...reviewing, stakeholders: [me] };
    expect(kinds(known(blank), staked, [], reader)).toEqual(['pulse']);
    expect(kinds(known(mineReviewing), mineReviewing, [], reader)).toEqual([]);
    expect(kinds(known(blank), reviewing, [], reader)).toEqual([]);
  });

  it('does not ask anew when it is closed, nor those who have said so', () => {
    const closed = { ...mineReviewing, stage: 'closed' } as const;
    expect(kinds(known(mineReviewing), closed, [], reader)).toEqual([]);
    const answeredByOther = known({ ...mineReviewing, pulsedBy: [bo] });
    expect(kinds(answeredByOther, { ...closed, pulsedBy: [bo] }, [], reader)).toEqual([]);
    expect(kinds(known(mine), { ...closed, pulsedBy: [myPhone] }, [], reader)).toEqual([]);
  });

  it('tells those who are thanked', () => {
    const thanked = { ...comment('thanks', ana, nowMs, [me]), thanks: true as const };
    expect(kinds(known(blank), { ...blank, latest: [thanked] }, [], reader)).toEqual(['thanks']);
  });
});
