/** The library of lessons: its address, its report, and which lessons are offered again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { rankFitting } from '../../../web/features/lessons/find-fitting.ts';
import { lessonKinds } from '../../../web/features/lessons/lesson-kind.tsx';
import {
  formatLessonQuery,
  lessonsIn,
  parseLessonQuery,
} from '../../../web/features/lessons/lesson-query.ts';
import { lessonReport } from '../../../web/features/lessons/lesson-report.ts';
import { loadWords } from '../../../web/i18n/words.ts';
import type { ListedImprovement } from '../../../web/services/register.ts';

const rowOf = (id: string, more: Partial<ListedImprovement> = {}): ListedImprovement => ({
  id: id as DocumentId,
  type: 'improvement',
  ref: `CI-${id}`,
  localNumber: '~0',
  title: `Record ${id}`,
  stage: 'closed',
  owner: '',
  urgency: '',
  cost: '',
  tags: [],
  affectedItems: [],
  supporters: 0,
  text: '',
  createdBy: '',
  createdAt: 0,
  updatedAt: 0,
  conflicts: [],
  where: 'server',
  ...more,
});

describe('the address of the library', () => {
  it('says what is asked, and comes back the same', () => {
    const word = fc.string({ maxLength: 20 });
    const query = fc.record({
      text: word,
      kind: fc.constantFrom('' as const, ...lessonKinds),
      item: word,
      tag: word,
      team: word,
    });
    fc.assert(
      fc.property(query, (asked) => {
        expect(parseLessonQuery(`?${formatLessonQuery(asked)}`)).toEqual(asked);
      }),
    );
    expect(parseLessonQuery('?kind=nonsense').kind).toBe('');
  });
});

describe('lessons of records', () => {
  const rows = [
    rowOf('1', {
      team: 'Reception',
      lessons: {
        count: 2,
        kept: [
          { id: 'a', kind: 'avoid', happened: 'Older', on: '2026-01-02' },
          { id: 'b', kind: 'again', happened: 'Newer', on: '2026-03-02' },
        ],
      },
    }),
    rowOf('2', { lessons: { count: 1, kept: [{ id: 'c', kind: 'avoid', on: '2026-02-02' }] } }),
    rowOf('3'),
  ];

  it('are read newest first', () => {
    expect(lessonsIn(rows, { kind: '', team: '' }).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });

  it('are those that say the words, or all where the words stand elsewhere in the record', () => {
    const idsFor = (text: string) =>
      lessonsIn(rows, { kind: '', team: 'Reception', text }).map(({ id }) => id);
    expect(idsFor('newer')).toEqual(['b']);
    expect(idsFor('record')).toEqual(['b', 'a']);
  });

  it('are filtered by kind and team', () => {
    const ids = lessonsIn(rows, { kind: 'avoid', team: 'Reception' }).map(({ id }) => id);
    expect(ids).toEqual(['a']);
  });
});

describe('a report', () => {
  const lessons = [
    {
      id: 'a',
      kind: 'avoid',
      planned: 'A sign at each door',
      happened: 'The signs [red] fell\nafter a week',
      why: 'The glue is for dry walls',
      nextTime: 'Screw them on',
      on: '2026-03-02',
      source: 'CI-7 *Signs*',
      who: 'Ada',
    },
    { id: 'b', happened: 'Visitors asked for a map', source: 'CI-8 Maps', who: '' },
  ] as const;

  it('puts what to do next time first, by kind, and keeps words words', async () => {
    const words = await loadWords('en');
    await words.complete();
    const madeAt = Date.parse('2026-05-01T12:00');
    expect(lessonReport({ title: 'Lessons report', madeAt, lessons }, words)).toBe(
      [
        '# Lessons report',
        'May 1, 2026 · 2 lessons',
        '## Avoid',
        [
          '- **Screw them on**',
          '  - What was planned? A sign at each door',
          '  - What happened? The signs \\[red\\] fell / after a week',
          '  - Why? The glue is for dry walls',
          '  - CI-7 \\*Signs\\* · Ada · Mar 2, 2026',
        ].join('\n'),
        '## Of no kind',
        ['- **Visitors asked for a map**', '  - CI-8 Maps'].join('\n'),
        '',
      ].join('\n\n'),
    );
  });

  it('is in Chinese for whoever reads Chinese', async () => {
    const words = await loadWords('zh-CN');
    await words.complete();
    const report = lessonReport({ title: '经验教训报告', madeAt: 0, lessons }, words);
    expect(report).toContain('## 避免');
    expect(report).toContain('原计划是什么？');
  });
});

describe('lessons that are offered again', () => {
  const [one, two, three] = [rowOf('1'), rowOf('2'), rowOf('3')];
  const idsOf = (...asked: Parameters<typeof rankFitting<ListedImprovement>>) =>
    rankFitting(...asked).map(({ id }) => id);

  it('share more than one word, or the affected item', () => {
    const matches = [
      { weight: 1, records: [one, two] },
      { weight: 1, records: [two] },
      { weight: 2, records: [three] },
    ];
    expect(idsOf(matches, undefined).sort()).toEqual(['2', '3']);
  });

  it('are those that share most first, and never the record’s own', () => {
    const matches = [
      { weight: 2, records: [one, two, three] },
      { weight: 1, records: [two, three] },
      { weight: 1, records: [three] },
    ];
    expect(idsOf(matches, three.id)).toEqual(['2', '1']);
  });

  it('go by one sign where there is no other', () => {
    expect(idsOf([{ weight: 1, records: [one] }], undefined)).toEqual(['1']);
    expect(idsOf([], undefined)).toEqual([]);
  });
});
