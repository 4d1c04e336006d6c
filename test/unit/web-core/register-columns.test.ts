/** The columns answer exactly what looking at each row answers, whatever was put, changed, removed, saved and loaded. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import {
  type ImprovementRow,
  levels,
  type Someone,
  stages,
} from '../../../shared/domain/improvement.ts';
import type { ScoresByCriterion } from '../../../shared/process/assess.ts';
import {
  criteriaOf,
  firstModel,
  methodCriteria,
  type ScoringModel,
} from '../../../shared/process/scoring-model.ts';
import { linkEntry, linkKinds } from '../../../shared/domain/links.ts';
import { besideQuery, columnQuery, columnsOf } from '../../../web/projection/board-query.ts';
import { answerFromRows, isMatch } from '../../../web/projection/query-match.ts';
import { filterMarks } from '../../../web/projection/record-marks.ts';
import { createRegisterColumns } from '../../../web/projection/register-columns.ts';
import {
  assessmentStates,
  everything,
  groupings,
  levelsOrNone,
  type RegisterAsk,
  sortKeys,
  waitings,
} from '../../../web/projection/register-query.ts';
import { builtInView } from '../../../web/projection/register-views.ts';

const nowMs = 1_760_000_000_000;
const dayMs = 86_400_000;
const owners = ['', 'actor-1', 'actor-2', 'person-1', 'person-2'];
const words = ['ward', 'scanner', '病房', '仓库', 'Zed', 'ändern', ''];
const idOf = (number: number) =>
  `01890000-0000-7000-8000-${String(number).padStart(12, '0')}` as DocumentId;

const scored = [...criteriaOf(firstModel).slice(0, 2), ...methodCriteria.wsjf].map(({ id }) => id);

function valuesOf(scores: readonly (readonly [string, number])[]): ScoresByCriterion {
  const values: Record<string, number[]> = {};
  for (const [criterion, value] of scores) (values[criterion] ??= []).push(value);
  return values;
}

const rows: fc.Arbitrary<ImprovementRow> = fc
  .record({
    id: fc.integer({ min: 0, max: 40 }).map(idOf),
    type: fc.constant('improvement' as const),
    ref: fc.constant(''),
    localNumber: fc.constant('~ABC'),
    title: fc.constantFrom(...words),
    stage: fc.constantFrom(...stages),
    isEscalated: fc.boolean(),
    isAcknowledged: fc.boolean(),
    owner: fc.constantFrom(...owners) as fc.Arbitrary<ImprovementRow['owner']>,
    urgency: fc.constantFrom('' as const, ...levels),
    cost: fc.constantFrom('' as const, ...levels),
    value: fc.constantFrom('' as const, ...levels),
    effort: fc.constantFrom('' as const, ...levels),
    tags: fc.subarray(['it', 'night', '夜班']),
    affectedItems: fc.subarray(['Dock', 'Ward 4', '三号仓库']),
    objectives: fc.subarray(['objective-1', 'objective-2']),
    supporters: fc.integer({ min: 0, max: 3 }),
    supportedBy: fc.subarray(['actor-1', 'person-1', 'actor-2'] as Someone[]),
    text: fc.constant(''),
    createdBy: fc.constant('' as const),
    createdAt: fc.integer({ min: 0, max: 90 }).map((days) => nowMs - days * dayMs),
    updatedAt: fc.integer({ min: 0, max: 90 }).map((days) => nowMs - days * dayMs),
    conflicts: fc.subarray(['title', 'urgency'] as const),
    scores: fc.array(fc.tuple(fc.constantFrom(...scored), fc.integer({ min: 1, max: 5 })), {
      maxLength: 8,
    }),
    assessors: fc.subarray(['actor-1', 'person-2'] as Someone[]),
    links: fc.array(
      fc
        .tuple(fc.constantFrom(...linkKinds), fc.integer({ min: 0, max: 8 }))
        .map(([kind, n]) => linkEntry({ kind, to: idOf(n) })),
      { maxLength: 3 },
    ),
    duplicateOf: fc.constantFrom('' as const, idOf(1)),
    said: fc.subarray(['isWaiting', 'isBlocked'] as const),
    taskOwners: fc.subarray(['actor-1', 'person-1', 'actor-2'] as Someone[]),
    changed: fc.subarray(['cost', 'target'] as const),
    money: fc.subarray(['fundingAsked', 'fundingGranted'] as const),
  })
  .map(
    ({
      value,
      effort,
      said,
      changed,
      money,
      scores,
      assessors,
      taskOwners,
      objectives,
      ...row
    }) => ({
      ...row,
      ...(taskOwners.length > 0 && {
        openTasks: taskOwners.map((owner) => ({ id: 't', title: 'Print', owner })),
      }),
      ...(objectives.length > 0 && { objectives }),
      ...(scores.length > 0 && { scores: valuesOf(scores) }),
      ...(assessors.length > 0 && { assessors }),
      ...(value !== '' && { value }),
      ...(effort !== '' && { effort }),
      ...(changed.length > 0 && { changed }),
      ...Object.fromEntries(money.map((name) => [name, '500'])),
      ...Object.fromEntries(said.map((name) => [name, true as const])),
    }),
  );

const dayRange = fc.option(
  fc.record({
    type: fc.constantFrom('within' as const, 'before' as const),
    days: fc.constantFrom(1, 30, 60),
  }),
  { nil: undefined },
);
const often = <T>(none: T, some: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(none) }, { weight: 1, arbitrary: some });

/** Other methods and weights, other orders. */
const models: fc.Arbitrary<ScoringModel> = fc.constantFrom(
  firstModel,
  { ...firstModel, method: 'levels' as const },
  { ...firstModel, method: 'wsjf' as const },
  { ...firstModel, criteria: firstModel.criteria.slice(0, 1) },
);

const asks: fc.Arbitrary<RegisterAsk> = fc
  .record({
    text: fc.constant(''),
    stages: often([], fc.subarray([...stages], { minLength: 3 })),
    owner: often('', fc.constantFrom('anyone', 'nobody', 'me')),
    urgency: often([], fc.subarray([...levelsOrNone])),
    cost: often([], fc.subarray([...levelsOrNone])),
    tags: often([], fc.subarray(['it', '夜班', 'none such'])),
    affectedItems: often([], fc.subarray(['Dock', '三号仓库'])),
    objectives: often([], fc.subarray(['none', 'objective-1', 'objective-3'])),
    where: fc.constant('' as const),
    marks: often([], fc.subarray([...filterMarks])),
    waitsFor: often('' as const, fc.constantFrom(...waitings)),
    tasks: often('' as const, fc.constant('mine' as const)),
    assessment: often('' as const, fc.constantFrom(...assessmentStates)),
    linkedTo: often<DocumentId | ''>(
      '',
      fc.integer({ min: 0, max: 8 }).map((n) => idOf(n)),
    ),
    figure: fc.constant(''),
    updated: often(undefined, dayRange),
    created: often(undefined, dayRange),
    sort: fc.constantFrom(...sortKeys),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
    group: fc.constantFrom('' as const, ...groupings),
  })
  .chain((query) =>
    fc.tuple(fc.constantFrom('en', 'zh-CN'), models).map(([language, model]) => ({
      query,
      model,
      myIds: ['actor-1', 'person-1'],
      nowMs,
      language,
      ownerIds: ['actor-1', 'person-1'],
      people: [
        ['person-1', 'actor-1'],
        ['person-2', 'actor-2'],
      ],
    })),
  );

type Step =
  | { readonly type: 'put'; readonly row: ImprovementRow }
  | { readonly type: 'remove'; readonly id: DocumentId }
  | { readonly type: 'ask'; readonly ask: RegisterAsk }
  | { readonly type: 'reload' };

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: rows.map((row) => ({ type: 'put' as const, row })) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 0, max: 40 })
      .map((n) => ({ type: 'remove' as const, id: idOf(n) })),
  },
  { weight: 4, arbitrary: asks.map((ask) => ({ type: 'ask' as const, ask })) },
  { weight: 1, arbitrary: fc.constant({ type: 'reload' as const }) },
);

test('the columns answer and count as looking at each row does', () => {
  fc.assert(
    fc.property(fc.array(steps, { minLength: 10, maxLength: 120 }), (history) => {
      let columns = createRegisterColumns();
      const byId = new Map<DocumentId, ImprovementRow>();
      for (const step of history) {
        if (step.type === 'put') {
          byId.set(step.row.id, step.row);
          columns.put(step.row);
        } else if (step.type === 'remove') {
          byId.delete(step.id);
          columns.remove(step.id);
        } else if (step.type === 'reload') {
          columns = createRegisterColumns(structuredClone(columns.save()));
        } else {
          const plain = answerFromRows([...byId.values()], step.ask, new Set());
          const answer = columns.answer(step.ask);
          expect(answer.ids).toEqual(plain.rows.map(({ id }) => id));
          expect(answer.groups).toEqual(plain.groups);
          for (const { id, supporters } of plain.rows) {
            expect(columns.votesOf(id)).toBe(supporters);
          }
          expect(columns.count(step.ask)).toBe(plain.rows.length);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('the list and the board agree: each record stands in one column, or beside the board', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(rows, { maxLength: 40, selector: ({ id }) => id }),
      asks,
      (all, ask) => {
        const columns = createRegisterColumns();
        for (const row of all) columns.put(row);
        const beside = besideQuery(ask.query);
        const parts = [
          ...columnsOf(ask.query).map((stage) => columnQuery(ask.query, stage)),
          ...(beside === undefined ? [] : [beside]),
        ];
        const onBoard = parts.flatMap((query) => {
          const { ids } = columns.answer({ ...ask, query });
          expect(columns.count({ ...ask, query })).toBe(ids.length);
          expect(
            answerFromRows(all, { ...ask, query }, new Set()).rows.map(({ id }) => id),
          ).toEqual(ids);
          return ids;
        });
        expect(onBoard.toSorted()).toEqual(columns.answer(ask).ids.toSorted());
      },
    ),
    { numRuns: 100 },
  );
});

describe('what a query finds', () => {
  const row = (given: Partial<ImprovementRow>): ImprovementRow => ({
    id: idOf(1),
    type: 'improvement',
    ref: '',
    localNumber: '',
    title: 'Ward door',
    stage: 'idea',
    owner: '',
    urgency: '',
    cost: '',
    tags: [],
    affectedItems: [],
    supporters: 0,
    text: '',
    createdBy: '',
    createdAt: nowMs,
    updatedAt: nowMs,
    conflicts: [],
    ...given,
  });
  const ask = (query: Partial<RegisterAsk['query']>): RegisterAsk => ({
    query: { ...everything, ...query },
    nowMs,
    language: 'en',
    ownerIds: undefined,
    myIds: ['actor-1', 'person-1'],
    model: firstModel,
    people: [],
  });

  test('the votes of duplicates count for their original, each person once', () => {
    const all = [
      row({ id: idOf(1), supporters: 1, supportedBy: ['actor-1'] as Someone[] }),
      row({
        id: idOf(2),
        supporters: 2,
        supportedBy: ['person-1', 'actor-2'] as Someone[],
        duplicateOf: idOf(1),
      }),
      row({ id: idOf(3), supporters: 1, supportedBy: ['actor-2'] as Someone[] }),
    ];
    const wanted = { ...ask({ sort: 'votes' }), people: [['person-1', 'actor-1']] };
    const { rows: found } = answerFromRows(all, wanted, new Set());
    expect(found.find(({ id }) => id === idOf(1))?.supporters).toBe(2);
    expect(found.at(-1)?.id).toBe(idOf(3));
  });

  test('triage waits for an idea that nobody has acknowledged', () => {
    const wanted = ask(builtInView('needsTriage'));
    expect(isMatch(row({}), wanted)).toBe(true);
    expect(isMatch(row({ isAcknowledged: true }), wanted)).toBe(false);
    expect(isMatch(row({ isWaiting: true }), wanted)).toBe(false);
    expect(isMatch(row({ stage: 'assessing' }), wanted)).toBe(false);
  });

  test('a decision is waited for by what is assessed and by what was escalated', () => {
    const wanted = ask(builtInView('needsDecision'));
    expect(isMatch(row({ stage: 'assessing' }), wanted)).toBe(true);
    expect(isMatch(row({ stage: 'planned', isEscalated: true }), wanted)).toBe(true);
    expect(isMatch(row({ stage: 'planned' }), wanted)).toBe(false);
  });

  test('a decision is waited for by what was changed since, and by nothing that was asked back', () => {
    const wanted = ask(builtInView('needsDecision'));
    expect(isMatch(row({ stage: 'planned', changed: ['cost'] }), wanted)).toBe(true);
    expect(isMatch(row({ stage: 'assessing', isWaiting: true }), wanted)).toBe(false);
  });

  test('what is approved and not funded has been asked for, and not granted', () => {
    const wanted = ask(builtInView('approvedNotFunded'));
    const asked = { stage: 'planned', fundingAsked: '500' } as const;
    expect(isMatch(row(asked), wanted)).toBe(true);
    expect(isMatch(row({ ...asked, stage: 'assessing' }), wanted)).toBe(false);
    expect(isMatch(row({ ...asked, fundingGranted: '500' }), wanted)).toBe(false);
    expect(isMatch(row({ stage: 'planned' }), wanted)).toBe(false);
  });

  test('work is waited for while it and what depends on it are unfinished', () => {
    const wanted = ask({ waitsFor: 'work' });
    const waiting = row({ links: [linkEntry({ kind: 'dependsOn', to: idOf(2) })] });
    const among = (stage: ImprovementRow['stage'], one = waiting) =>
      isMatch(one, wanted, (id) => (id === idOf(2) ? stage : undefined));
    expect(among('inProgress')).toBe(true);
    expect(among('closed')).toBe(false);
    expect(among('inProgress', { ...waiting, stage: 'declined' })).toBe(false);
    expect(among('inProgress', row({ links: [linkEntry({ kind: 'partOf', to: idOf(2) })] }))).toBe(
      false,
    );
    expect(isMatch(waiting, wanted)).toBe(false);
  });

  test('a record ages while nobody changes it, until it is finished', () => {
    const wanted = ask(builtInView('ageing'));
    expect(isMatch(row({ updatedAt: nowMs - 31 * dayMs }), wanted)).toBe(true);
    expect(isMatch(row({ updatedAt: nowMs - 29 * dayMs }), wanted)).toBe(false);
    expect(isMatch(row({ updatedAt: nowMs - 31 * dayMs, stage: 'closed' }), wanted)).toBe(false);
  });

  test('a person owns what is owned by any of their devices', () => {
    const mine = { ...ask({ owner: 'me' }), ownerIds: ['actor-1', 'person-1'] };
    expect(isMatch(row({ owner: 'actor-1' as never }), mine)).toBe(true);
    expect(isMatch(row({ owner: 'actor-2' as never }), mine)).toBe(false);
  });

  test('what is not set stands below all that is', () => {
    const all = [row({ id: idOf(1) }), row({ id: idOf(2), urgency: 'low' })];
    const { groups } = answerFromRows(all, ask({ group: 'urgency' }), new Set());
    expect(groups).toEqual([
      { key: 'low', count: 1 },
      { key: '', count: 1 },
    ]);
  });

  test('what is only on this device is told by the outbox', () => {
    const all = [row({ id: idOf(1) }), row({ id: idOf(2) })];
    const { rows } = answerFromRows(all, ask({ where: 'device' }), new Set([idOf(2)]));
    expect(rows.map(({ id }) => id)).toEqual([idOf(2)]);
  });
});
