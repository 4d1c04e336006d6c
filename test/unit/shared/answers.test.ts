/** First answers: what still owes one, and when it came. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type {
  ActorId,
  CommentId,
  DeviceId,
  DocumentId,
  PersonId,
  Uid,
} from '../../../shared/domain/ids.ts';
import { project } from '../../../shared/document/project.ts';
import { writeChange, writeComment } from '../../../shared/document/write-change.ts';
import { writeNewImprovement } from '../../../shared/document/write-new-improvement.ts';
import {
  answerDaysIn,
  answerState,
  usualAnswerDays,
  firstAnswerAt,
  firstDecidedAt,
  workingDays,
} from '../../../shared/process/answers.ts';
import type { CommandRequest } from '../../../shared/process/commands.ts';
import type { Fact } from '../../../shared/process/facts.ts';

const id = '01990000-0000-7000-8000-00000000000a' as DocumentId;
let clockMs = 1_700_000_000_000;
const handOf = (n: number) => ({
  nowMs: () => (clockMs += 1_000),
  device: `01990000-0000-7000-8000-0000000000d${n}` as DeviceId,
  actor: `01990000-0000-7000-8000-0000000000e${n}` as ActorId,
});
const [author, coordinator] = [handOf(1), handOf(2)];

const fact = (said: CommandRequest, at: number): Fact => ({
  n: 1,
  uid: 'u' as Uid,
  by: 'p' as PersonId,
  at,
  said,
});

function capture(): Y.Doc {
  const doc = new Y.Doc();
  writeNewImprovement(doc, 'An idea', author);
  return doc;
}

const rowOf = (doc: Y.Doc, ...list: readonly Fact[]) => project(id, doc, { ref: '', list }, 0);

let comments = 0;
const say = (doc: Y.Doc, by: typeof author) =>
  writeComment(
    doc,
    { id: `01990000-0000-7000-8000-0000000000${10 + comments++}` as CommentId, text: 'Why?' },
    by,
  );

describe('an answer is owed', () => {
  test('from capture until somebody takes the idea up, declines it or acknowledges it', () => {
    const doc = capture();
    expect(rowOf(doc).triageId).toBe(id);
    expect(rowOf(doc, fact({ type: 'acknowledge' }, 5)).triageId).toBeUndefined();
    expect(rowOf(doc, fact({ type: 'decline', reason: 'No.' }, 5)).triageId).toBeUndefined();
    writeChange(doc, { type: 'setField', field: 'stage', value: 'assessing' }, coordinator);
    expect(rowOf(doc).triageId).toBeUndefined();
  });

  test('not while its author was asked back, and again once they have replied', () => {
    const doc = capture();
    say(doc, coordinator);
    writeChange(doc, { type: 'setField', field: 'waitingForRequester', value: 'yes' }, coordinator);
    expect(rowOf(doc)).toMatchObject({ isWaiting: true });
    expect(rowOf(doc).triageId).toBeUndefined();
    say(doc, coordinator);
    expect(rowOf(doc).isWaiting).toBe(true);
    say(doc, author);
    expect(rowOf(doc).isWaiting).toBeUndefined();
    expect(rowOf(doc).triageId).toBe(id);
  });
});

describe('the first answer', () => {
  const isAuthor = (someone: string) => someone === author.actor;

  test('is a reply by somebody else or a decision, whichever came first', () => {
    const doc = capture();
    say(doc, author);
    expect(firstAnswerAt(rowOf(doc), isAuthor)).toBeUndefined();
    say(doc, coordinator);
    const repliedAt = clockMs;
    say(doc, coordinator);
    expect(firstAnswerAt(rowOf(doc), isAuthor)).toBe(repliedAt);
    const earlier = fact({ type: 'acknowledge' }, repliedAt - 1);
    expect(firstAnswerAt(rowOf(doc, earlier), isAuthor)).toBe(repliedAt - 1);
  });

  test('is none of what the author says on another device', () => {
    const doc = capture();
    say(doc, coordinator);
    expect(firstAnswerAt(rowOf(doc), () => true)).toBeUndefined();
  });

  test('is no holding and no sharing', () => {
    const held = fact({ type: 'hold', reason: 'Later', reviewOn: '2027-01-01' }, 3);
    expect(firstDecidedAt([held, fact({ type: 'approve' }, 9)])).toBe(9);
  });
});

describe('an answer that is owed', () => {
  const day = 86_400_000;
  const friday = Date.UTC(2026, 4, 15, 12);
  const row = { createdAt: friday, triageId: id };
  const nobody = () => false;

  test('is late after five working days, and not over a weekend', () => {
    expect(answerState(row, nobody, friday + 3 * day, usualAnswerDays)).toEqual({
      type: 'open',
      forMs: 3 * day,
      isLate: false,
    });
    expect(answerState(row, nobody, friday + 7 * day, usualAnswerDays)).toMatchObject({
      isLate: false,
    });
    expect(answerState(row, nobody, friday + 10 * day, usualAnswerDays)).toMatchObject({
      isLate: true,
    });
  });

  test('is late after as many days as the workspace has agreed on', () => {
    const days = answerDaysIn({ answerWithinDays: 10 });
    expect(answerState(row, nobody, friday + 10 * day, days)).toMatchObject({ isLate: false });
    expect(answerDaysIn({ answerWithinDays: '' })).toBe(usualAnswerDays);
    expect(answerDaysIn()).toBe(usualAnswerDays);
  });

  test('does not age while it waits for its author', () => {
    const asked = { ...row, waitedMs: 6 * day };
    expect(answerState(asked, nobody, friday + 10 * day, usualAnswerDays)).toEqual({
      type: 'open',
      forMs: 4 * day,
      isLate: false,
    });
    expect(answerState({ ...row, isWaiting: true }, nobody, friday, usualAnswerDays)).toEqual({
      type: 'waitsForAuthor',
    });
  });

  test('is given by the first word or decision of another', () => {
    const replies = [{ by: coordinator.actor, at: friday + 2 * day }];
    expect(answerState({ ...row, replies }, nobody, friday + 9 * day, usualAnswerDays)).toEqual({
      type: 'answered',
      afterMs: 2 * day,
    });
    const own = (someone: unknown) => someone === coordinator.actor;
    expect(answerState({ ...row, replies }, own, friday, usualAnswerDays)).toMatchObject({
      type: 'open',
    });
    expect(answerState({ createdAt: friday }, nobody, friday, usualAnswerDays)).toEqual({
      type: 'none',
    });
  });

  test('counts Mondays to Fridays', () => {
    expect(workingDays(friday, friday + day)).toBe(1);
    expect(workingDays(friday, friday + 2 * day)).toBe(1);
    expect(workingDays(friday, friday + 3 * day)).toBe(1);
    expect(workingDays(friday, friday + 4 * day)).toBe(2);
    expect(workingDays(friday, friday + 14 * day)).toBe(10);
    expect(workingDays(friday, friday - day)).toBe(0);
  });

  test('leaves out how long the question waited, read off the document', () => {
    const doc = capture();
    say(doc, coordinator);
    writeChange(doc, { type: 'setField', field: 'waitingForRequester', value: 'yes' }, coordinator);
    expect(rowOf(doc).waitedMs).toBeUndefined();
    clockMs += day;
    say(doc, author);
    expect(rowOf(doc).waitedMs).toBe(day + 1_000);
  });
});
