/** An originator may ask once to look again at what was ended: it lands in triage until somebody answers. */
import { describe, expect, test } from 'vitest';
import type { ActorId, DocumentId, PersonId, Uid } from '../../../shared/domain/ids.ts';
import type { ImprovementRow } from '../../../shared/domain/improvement.ts';
import type { Role } from '../../../shared/domain/person.ts';
import { withFacts } from '../../../shared/document/project.ts';
import type { CommandRequest } from '../../../shared/process/commands.ts';
import { decide } from '../../../shared/process/decide.ts';
import { type Fact, foldFacts } from '../../../shared/process/facts.ts';
import { stranger } from '../../../shared/process/permissions.ts';
import { waitsFor } from '../../../web/projection/query-match.ts';

const idea: ImprovementRow = {
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
  createdBy: 'author' as ActorId,
  createdAt: 1,
  updatedAt: 1,
  conflicts: [],
};

const ask = { type: 'askReopen', reason: 'You did not see the second photo' } as const;
const refuse = { type: 'refuseReopen', reason: 'It shows another door' } as const;
const decline = { type: 'decline', reason: 'No room' } as const;

const factsOf = (...said: readonly CommandRequest[]): readonly Fact[] =>
  said.map((one, i) => ({
    n: i + 1,
    uid: `fact-${i}` as Uid,
    by: 'somebody' as PersonId,
    at: i + 1,
    said: one,
  }));
const rowAfter = (...said: readonly CommandRequest[]) =>
  withFacts(idea, { ref: 'CI-1', list: factsOf(...said) });

function answerTo(command: CommandRequest, roles: readonly Role[], ...before: CommandRequest[]) {
  const decisions = foldFacts(factsOf(...before));
  const { stage } = rowAfter(...before);
  const isAuthor = roles.includes('guest') || roles.includes('contributor');
  const decision = decide({ stage, decisions }, command, {
    who: { roles, editing: 'everyone' },
    relation: { ...stranger, isAuthor },
    isCurrent: true,
  });
  return decision.ok ? 'fact' : decision.error.code;
}

describe('asking to look again', () => {
  test.each<[CommandRequest]>([
    [decline],
    [{ type: 'withdraw' }],
    [{ type: 'markDuplicate', of: 'x' }],
    [{ type: 'confirmVerdict', verdict: 'worse' }],
  ])('is open to the originator, guest or member, after %o', (end) => {
    expect(answerTo(ask, ['guest'], end)).toBe('fact');
    expect(answerTo(ask, ['contributor'], end)).toBe('fact');
    expect(answerTo(ask, ['coordinator'], end)).toBe('notAllowed');
  });

  test('is possible once, whatever came of it, and not while the record is open', () => {
    expect(answerTo(ask, ['contributor'])).toBe('notPossible');
    expect(answerTo(ask, ['contributor'], decline, ask)).toBe('notPossible');
    expect(answerTo(ask, ['contributor'], decline, ask, refuse)).toBe('notPossible');
    const again = [decline, ask, { type: 'reopen', reason: 'Right' }, decline] as const;
    expect(answerTo(ask, ['contributor'], ...again)).toBe('notPossible');
  });

  test('is answered by those who answer ideas, and only where it was asked', () => {
    expect(answerTo(refuse, ['coordinator'], decline, ask)).toBe('fact');
    expect(answerTo(refuse, ['contributor'], decline, ask)).toBe('notAllowed');
    expect(answerTo(refuse, ['coordinator'], decline)).toBe('notPossible');
    expect(answerTo(refuse, ['coordinator'], decline, ask, refuse)).toBe('notPossible');
    expect(answerTo({ type: 'reopen', reason: 'Right' }, ['coordinator'], decline, ask)).toBe(
      'fact',
    );
  });

  test('lands in triage until it is answered', () => {
    const isInTriage = (row: ImprovementRow) => [
      row.triageId !== undefined,
      waitsFor(
        row,
        'triage',
        () => [],
        () => undefined,
      ),
    ];
    expect(isInTriage(rowAfter(decline))).toEqual([false, false]);
    expect(rowAfter(decline, ask)).toMatchObject({ stage: 'declined', asksReopen: true });
    expect(isInTriage(rowAfter(decline, ask))).toEqual([true, true]);
    expect(isInTriage(rowAfter(decline, ask, refuse))).toEqual([false, false]);
    const acknowledged = [{ type: 'acknowledge' }, decline, ask] as const;
    const reopened = rowAfter(...acknowledged, { type: 'reopen', reason: 'Right' });
    expect(reopened.stage).toBe('idea');
    expect(isInTriage(reopened)).toEqual([false, false]);
  });

  test('voids no decision that was taken at the same time', () => {
    expect(foldFacts(factsOf(decline, ask)).last).toEqual({ n: 1, uid: 'fact-0' });
  });
});
