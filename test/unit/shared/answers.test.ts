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
import {
  writeChange,
  writeComment,
  writeNewImprovement,
} from '../../../shared/document/write-change.ts';
import { firstAnswerAt, firstDecidedAt } from '../../../shared/process/answers.ts';
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
