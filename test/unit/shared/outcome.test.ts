/** What a row says of how a record came out: lessons, days of review, how satisfied people are, thanks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectionLimits } from '../../../shared/domain/collections.ts';
import {
  type ActorId,
  createUuidV7,
  type CommentId,
  type DocumentId,
  type PersonId,
} from '../../../shared/domain/ids.ts';
import type { ImprovementRow, Someone } from '../../../shared/domain/improvement.ts';
import {
  lessonsKept,
  lessonTextLength,
  reviewDaysKept,
} from '../../../shared/domain/row-outcome.ts';
import { titleOfItem, readCollection } from '../../../shared/document/collections.ts';
import { project } from '../../../shared/document/project.ts';
import { noFacts } from '../../../shared/document/projection.ts';
import { writeChange, writeComment } from '../../../shared/document/write-change.ts';
import type { CommandRequest } from '../../../shared/process/commands.ts';
import type { Fact } from '../../../shared/process/facts.ts';
import { reviewsOf, splitByDay } from '../../../shared/process/due-reviews.ts';
import { isPulseAsked } from '../../../shared/process/pulse-asked.ts';
import { pulseOf, pulseRound, pulseValues, recordPulse } from '../../../shared/process/pulse.ts';
import { takingPart } from '../../../shared/process/taking-part.ts';
import { hasMark } from '../../../web/projection/record-marks.ts';
import { searchedText } from '../../../web/projection/search-terms.ts';
import { createReplica, exchange } from '../../support/document-replica.ts';
import { systemDeps } from '../../support/sync-core.ts';

const docId = '018f0000-0000-7000-a000-000000000001' as DocumentId;
const itemId = (number: number) => `018f0000-0000-7000-b000-${String(number).padStart(12, '0')}`;

function record(number = 1) {
  const replica = createReplica(number);
  const { doc, author } = replica;
  const set = <C extends 'lessons' | 'iterations' | 'showcaseAnswers' | 'successCriteria'>(
    collection: C,
    item: number,
    change: object,
    atMs = 1,
  ) =>
    writeChange(
      doc,
      { type: 'setItem', collection, item: itemId(item), change } as Parameters<
        typeof writeChange
      >[1],
      author(atMs),
    );
  const row = (list: readonly CommandRequest[] = []): ImprovementRow =>
    project(docId, doc, { ...noFacts, list: list.map(toFact) }, 0);
  return { ...replica, set, row };
}

const toFact = (said: CommandRequest, at: number): Fact => ({
  n: at + 1,
  uid: createUuidV7(systemDeps),
  by: createUuidV7(systemDeps),
  at: 1_000 + at,
  said,
});

describe('lessons', () => {
  it('stand in the row without what is empty, and are found by their words', () => {
    const { set, row } = record();
    set('lessons', 1, { kind: 'avoid', happened: 'Nobody read the mail', nextTime: 'Ask at noon' });
    expect(row().lessons).toEqual({
      count: 1,
      kept: [
        {
          id: itemId(1),
          kind: 'avoid',
          happened: 'Nobody read the mail',
          nextTime: 'Ask at noon',
        },
      ],
    });
    expect(searchedText(row())).toContain('Ask at noon');
    expect([hasMark(row(), 'lessons'), hasMark(row(), 'withoutLesson')]).toEqual([true, false]);
  });

  it('are called by how what happened begins', () => {
    const { set, doc } = record();
    set('lessons', 1, { happened: `The ward was moved. ${'x'.repeat(200)}\nLater` });
    const [lesson] = readCollection(doc, 'lessons');
    expect(lesson && titleOfItem(lesson)).toMatch(/^The ward was moved\. x+…$/);
  });

  it('do not make a row large, however many and long they are', () => {
    const { set, row } = record();
    for (let i = 0; i < collectionLimits.entries; i++) {
      set('lessons', i, { happened: 'x'.repeat(2_000), order: 'a0' });
    }
    const { count, kept } = row().lessons ?? { count: 0, kept: [] };
    expect([count, kept.length]).toEqual([collectionLimits.entries, lessonsKept]);
    expect(kept.every(({ happened = '' }) => happened.length === lessonTextLength)).toBe(true);
  });

  it('survive when two people note and correct them while apart', () => {
    const [ada, ben] = [record(1), record(2)];
    ada.set('lessons', 1, { happened: 'The scanner broke' });
    exchange(ada.doc, ben.doc);
    ada.set('lessons', 1, { nextTime: 'Keep a spare' }, 2);
    ben.set('lessons', 2, { happened: 'Night shift was not asked' }, 2);
    exchange(ada.doc, ben.doc);
    expect(ada.row()).toEqual(ben.row());
    expect(ada.row().lessons?.count).toBe(2);
  });
});

describe('days of review', () => {
  it('are showcases that nobody has answered and criteria that are open, earliest first', () => {
    const { set, row } = record();
    set('iterations', 1, { goal: 'First ward', showcaseOn: '2026-05-01' });
    set('iterations', 2, { goal: 'Second ward', showcaseOn: '2026-03-01' });
    set('successCriteria', 3, { title: 'Under ten minutes', dueOn: '2026-04-01' });
    expect(row().reviewDays).toEqual([
      { what: 'showcase', on: '2026-03-01', title: 'Second ward' },
      { what: 'criterion', on: '2026-04-01', title: 'Under ten minutes' },
      { what: 'showcase', on: '2026-05-01', title: 'First ward' },
    ]);
    set('showcaseAnswers', 4, { iteration: itemId(2), value: 'partly' });
    set('successCriteria', 3, { met: 'no' });
    expect(row().reviewDays).toEqual([{ what: 'showcase', on: '2026-05-01', title: 'First ward' }]);
    set('showcaseAnswers', 5, { iteration: itemId(1), value: 'yes' });
    expect(row()).not.toHaveProperty('reviewDays');
  });

  it('are few, however many there are in the record', () => {
    const { set, row } = record();
    for (let i = 0; i < 30; i++) {
      set('iterations', i, { showcaseOn: `2026-05-${String(i + 1).padStart(2, '0')}` });
    }
    expect(row().reviewDays).toHaveLength(reviewDaysKept);
  });

  it('include the day until which a record is on hold, while it is', () => {
    const { row } = record();
    const held = { type: 'hold', reason: 'No room', reviewOn: '2026-06-01' } as const;
    expect(row([held]).heldUntil).toBe('2026-06-01');
    expect(row([held, { type: 'resume' }])).not.toHaveProperty('heldUntil');
  });
});

describe('how satisfied people are', () => {
  it('stands apart from the scores of assessors', () => {
    const { doc, author, actor, row } = record();
    writeChange(doc, { type: 'score', criterion: 'value', value: 3 }, author(1));
    writeChange(doc, { type: 'score', criterion: recordPulse, value: 5 }, author(1));
    expect(row()).toMatchObject({
      scores: { value: [3] },
      assessors: [actor],
      pulses: [5],
      pulsedBy: [actor],
    });
    writeChange(doc, { type: 'score', criterion: recordPulse, value: null }, author(2));
    expect(row()).not.toHaveProperty('pulses');
  });

  it('is a mean, a count and a share of those satisfied', () => {
    expect(pulseOf([])).toBeUndefined();
    expect(pulseOf([2, 4, 5, 5])).toEqual({ mean: 4, count: 4, satisfied: 0.75 });
  });

  it('has a mean within what was given, in whichever order', () => {
    const values = fc.array(fc.constantFrom(...pulseValues), { minLength: 1 });
    fc.assert(
      fc.property(values, (given) => {
        const { mean = 0 } = pulseOf(given) ?? {};
        expect(mean).toBeGreaterThanOrEqual(Math.min(...given));
        expect(mean).toBeLessThanOrEqual(Math.max(...given));
        expect(pulseOf(given.toReversed())).toEqual(pulseOf(given));
      }),
    );
  });

  it('is asked of everybody once in each round', () => {
    expect(pulseRound('', '2026-11-25')).toBeUndefined();
    expect(pulseRound(3, '2026-09-30')).toBe('2026-07');
    expect(pulseRound(3, '2026-10-01')).toBe('2026-10');
    expect(pulseRound(12, '2026-11-25')).toBe('2026-01');
    expect(pulseRound(1, '2026-12-31')).toBe('2026-12');
  });

  it('is asked of the requester and the stakeholders of what is reviewed, until they say so', () => {
    const { row, actor } = record();
    const asked = { ...row(), stage: 'reviewing', createdBy: actor } as const;
    const isMe = (someone: string) => someone === actor;
    expect(isPulseAsked(asked, isMe)).toBe(true);
    expect(isPulseAsked({ ...asked, stage: 'inProgress' }, isMe)).toBe(false);
    expect(isPulseAsked({ ...asked, createdBy: '' }, isMe)).toBe(false);
    expect(isPulseAsked({ ...asked, createdBy: '', stakeholders: [actor] }, isMe)).toBe(true);
    expect(isPulseAsked({ ...asked, pulsedBy: [actor] }, isMe)).toBe(false);
  });
});

describe('thanks', () => {
  it('are counted, and told apart from what else people say', () => {
    const { doc, author, row } = record();
    const say = (text: string, isThanks: boolean) =>
      writeComment(doc, { id: createUuidV7<CommentId>(systemDeps), text, isThanks }, author(1));
    say('How far are you?', false);
    expect(row()).not.toHaveProperty('thanks');
    say('Well done', true);
    expect(row().thanks).toBe(1);
    expect(row().latest?.filter(({ thanks }) => thanks)).toHaveLength(1);
  });

  it('are for what is closed with success', () => {
    const { row } = record();
    const closed = row([{ type: 'confirmVerdict', verdict: 'partlyAchieved' }]);
    expect([closed.verdict, hasMark(closed, 'success')]).toEqual(['partlyAchieved', true]);
    expect(hasMark(closed, 'withoutLesson')).toBe(true);
    expect(hasMark(row([{ type: 'confirmVerdict', verdict: 'worse' }]), 'success')).toBe(false);
    const reopened = row([
      { type: 'confirmVerdict', verdict: 'achieved' },
      { type: 'reopen', reason: 'It fell back' },
    ]);
    expect(reopened).not.toHaveProperty('verdict');
  });
});

describe('due reviews', () => {
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const at = (day: string) => Date.parse(`${day}T09:00Z`);
  const made = (id: string, more: Partial<ImprovementRow>) => ({
    id: id as DocumentId,
    stage: 'inProgress' as const,
    createdAt: at('2026-01-01'),
    ...more,
  });
  const rows = [
    made('a', { stage: 'reviewing', stageSince: at('2026-03-10') }),
    made('b', { reviewDays: [{ what: 'showcase', on: '2026-03-01', title: 'First ward' }] }),
    made('c', { stage: 'onHold', heldUntil: '2026-04-02' }),
    made('d', { dueOn: '2026-03-20' }),
    made('e', { stage: 'closed', dueOn: '2026-03-02' }),
    made('f', {
      stage: 'declined',
      reviewDays: [{ what: 'criterion', on: '2026-02-01', title: 'Never' }],
    }),
    made('g', { dueOn: '2027-01-01' }),
  ];

  it('come by their days, and not from what was dropped or is over', () => {
    const all = reviewsOf(rows, dayOf).map(({ row, what, on }) => `${row.id} ${what} ${on}`);
    expect(all).toEqual([
      'b showcase 2026-03-01',
      'a result 2026-03-10',
      'd end 2026-03-20',
      'c hold 2026-04-02',
      'g end 2027-01-01',
    ]);
  });

  it('are due on their day, and come up for thirty days before', () => {
    const { due, ahead } = splitByDay(reviewsOf(rows, dayOf), '2026-03-20');
    expect(due.map(({ row }) => row.id)).toEqual(['b', 'a', 'd']);
    expect(ahead.map(({ row }) => row.id)).toEqual(['c']);
  });
});

describe('those who took part', () => {
  const [ada, adasPhone, ben] = [
    itemId(1) as PersonId,
    itemId(2) as ActorId,
    itemId(3) as PersonId,
  ] as const;
  const nobody = {
    createdBy: '',
    supporters: [],
    scorers: [],
    facts: [],
    owner: '',
    tasks: [],
    showcaseAnswers: [],
    lessons: [],
    speakers: [],
  } as const;
  const personOf = (someone: Someone) => (someone === adasPhone ? ada : someone);

  it('are named once, with all that they did, whoever began first', () => {
    const { doc, set } = record();
    set('lessons', 1, { happened: 'It rained', by: ben });
    const taken = takingPart(
      {
        ...nobody,
        createdBy: adasPhone,
        supporters: [ben],
        owner: ada,
        speakers: [ben, ada, ben],
        lessons: readCollection(doc, 'lessons'),
      },
      personOf,
    );
    expect(taken).toEqual([
      { person: ada, shares: ['idea', 'owner', 'word'] },
      { person: ben, shares: ['support', 'lesson', 'word'] },
    ]);
  });

  it('are those who carried it on, not those who refused it', () => {
    const facts = [
      toFact({ type: 'decline', reason: 'No room' }, 0),
      toFact({ type: 'approve' }, 1),
      toFact({ type: 'ruleEscalation', ruling: 'returned', reason: 'Not yet' }, 2),
    ];
    const taken = takingPart({ ...nobody, facts }, personOf);
    expect(taken).toEqual([{ person: facts[1]?.by, shares: ['decision'] }]);
    expect(takingPart(nobody, personOf)).toEqual([]);
  });
});
