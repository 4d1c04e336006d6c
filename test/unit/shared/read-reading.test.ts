/** What is typed or pasted as readings: what is understood, what is refused, and where. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createUuidV7 } from '../../../shared/domain/ids.ts';
import { guessDelimiter, readRows } from '../../../shared/process/delimited-rows.ts';
import { readMoment } from '../../../shared/process/read-moment.ts';
import { readNumber } from '../../../shared/process/read-number.ts';
import { type ReadingContext, readReading } from '../../../shared/process/read-reading.ts';
import { readReadingTable, type TableContext } from '../../../shared/process/reading-table.ts';
import { systemDeps } from '../../support/sync-core.ts';

describe('a number', () => {
  test.each([
    ['7', '.', 7],
    ['3.5', '.', 3.5],
    ['3,5', '.', 3.5],
    ['3,5', ',', 3.5],
    ['3.5', ',', 3.5],
    ['1,250', '.', 1250],
    ['1,250', ',', 1.25],
    ['1.250', ',', 1250],
    ['1.250', '.', 1.25],
    ['1,234,567.5', ',', 1_234_567.5],
    ['1.234.567,5', '.', 1_234_567.5],
    ['1 234,5', ',', 1234.5],
    ['1’234.5', '.', 1234.5],
    ['−4', '.', -4],
    ['+4', '.', 4],
    ['.5', '.', 0.5],
    ['１２，５', '.', 12.5],
    ['1e3', '.', 1000],
  ] as const)('%s reads, with %s for the mark, as %d', (typed, decimal, value) => {
    expect(readNumber(typed, decimal)).toBe(value);
  });

  test.each([
    '',
    'x',
    '1,2,3',
    '1.2.3',
    '1,25.5.5',
    '12,34,567.8',
    '--4',
    '0x10',
    '1e',
    'Infinity',
  ])('%s is none', (typed) => {
    expect(readNumber(typed, '.')).toBeUndefined();
    expect(readNumber(typed, ',')).toBeUndefined();
  });

  it('reads back what any country writes', () => {
    const value = fc
      .double({ min: -1e9, max: 1e9, noNaN: true })
      .map((some) => Number(some.toFixed(2)));
    fc.assert(
      fc.property(value, fc.constantFrom('en', 'de', 'fr', 'zh-CN', 'de-CH'), (number, country) => {
        const format = new Intl.NumberFormat(country, { minimumFractionDigits: 2 });
        const mark = format.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value;
        const decimal = mark === ',' ? ',' : '.';
        expect(readNumber(format.format(number), decimal)).toBeCloseTo(number, 6);
      }),
    );
  });
});

describe('a moment', () => {
  test.each([
    ['2026-11-25', '2026-11-25'],
    ['2026-11-25T08:30', '2026-11-25T08:30'],
    ['2026-11-25 8:30:59', '2026-11-25T08:30'],
    ['2026/1/5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['25.11.2026', '2026-11-25'],
    ['3.4.2026', '2026-04-03'],
    ['11/25/2026', '2026-11-25'],
    ['25/11/2026', '2026-11-25'],
    ['3/4/2026', '2026-03-04'],
    ['3/4/2026 14:05', '2026-03-04T14:05'],
  ])('%s is %s', (typed, at) => {
    expect(readMoment(typed, 'monthFirst')).toBe(at);
  });

  it('takes the order of days and months where the reader lives', () => {
    expect(readMoment('3/4/2026', 'dayFirst')).toBe('2026-04-03');
  });

  test.each([
    '',
    'today',
    '2026-02-30',
    '2026-13-01',
    '31/31/2026',
    '2026-11-25T25:00',
    '2026-11-25T08:30Z',
    '25.11.26',
  ])('%s is none', (typed) => {
    expect(readMoment(typed, 'dayFirst')).toBeUndefined();
  });
});

const newId = () => createUuidV7<string>(systemDeps);
const scale = ['Bad', 'Fair', 'Good'].map((title) => ({ id: newId(), title }));

const context: TableContext = {
  kind: 'quantitative',
  unit: 'min',
  scale: [],
  decimal: '.',
  now: '2026-11-25T14:30',
  taken: new Set(['2026-11-20']),
  order: 'dayFirst',
  room: 1_000,
  series: undefined,
};
const qualitative: ReadingContext = { ...context, kind: 'qualitative', scale };

describe('a reading', () => {
  const read = (value: string, at = '2026-11-25', note = '', within: ReadingContext = context) =>
    readReading({ value, at, note }, within);

  it('is a value at a moment, with a note', () => {
    expect(read(' 3,5 MIN ', '2026-11-25T14:30', ' Quiet day ')).toEqual({
      ok: true,
      value: { value: 3.5, at: '2026-11-25T14:30', note: 'Quiet day' },
    });
    expect(read('good', '2026-11-24', '', qualitative)).toMatchObject({
      value: { value: scale[2]?.id },
    });
  });

  test.each([
    ['', '2026-11-25', '', 'value', 'noValue'],
    ['many', '2026-11-25', '', 'value', 'notANumber'],
    ['3 h', '2026-11-25', '', 'value', 'otherUnit'],
    ['1e13', '2026-11-25', '', 'value', 'tooFar'],
    ['3', 'soon', '', 'at', 'notAMoment'],
    ['3', '2026-11-26', '', 'at', 'inFuture'],
    ['3', '2026-11-25T14:31', '', 'at', 'inFuture'],
    ['3', '2026-11-20', '', 'at', 'takenAlready'],
    ['3', '2026-11-25', 'x'.repeat(501), 'note', 'noteTooLong'],
  ])('“%s” on %s is refused', (value, at, note, field, code) => {
    expect(read(value, at, note)).toEqual({ ok: false, error: { field, code } });
  });

  it('of words that are not on the scale is refused', () => {
    expect(read('Splendid', '2026-11-25', '', qualitative)).toMatchObject({
      error: { field: 'value', code: 'notOnScale' },
    });
  });
});

describe('a table', () => {
  it('gives its readings, and says of each other row what is wrong with it', () => {
    const text = [
      'Date,Value,Note',
      '2026-11-01,7,"Quiet, at last"',
      '2026-11-02,seven,',
      '',
      '2026-11-01,8,',
      '2026-12-01,9,',
      '2026-11-20,9,',
      'alone',
      '2026-11-03,3 h,',
      '2026-11-04,"1,250",',
    ].join('\n');
    expect(readReadingTable(text, context)).toEqual({
      good: [
        { at: '2026-11-01', value: 7, note: 'Quiet, at last' },
        { at: '2026-11-04', value: 1250, note: '' },
      ],
      bad: [
        { line: 3, code: 'notANumber', text: 'seven' },
        { line: 5, code: 'takenAlready', text: '2026-11-01' },
        { line: 6, code: 'inFuture', text: '2026-12-01' },
        { line: 7, code: 'takenAlready', text: '2026-11-20' },
        { line: 8, code: 'noColumns', text: 'alone' },
        { line: 9, code: 'otherUnit', text: '3 h' },
      ],
      series: [],
    });
  });

  it('of several series gives the one that is asked for', () => {
    const text = 'date;value;series\n2026-11-01;1;A\n2026-11-01;2;B\n2026-11-02;3;A';
    expect(readReadingTable(text, context)).toMatchObject({
      series: ['A', 'B'],
      good: [{ value: 1 }, { value: 3 }],
      bad: [],
    });
    expect(readReadingTable(text, { ...context, series: 'B' }).good).toMatchObject([{ value: 2 }]);
  });

  it('without a header is read by its places, as a spreadsheet pastes it', () => {
    const text = '25.11.2026\t3,5\n24.11.2026\t4,5\tRain\n';
    expect(readReadingTable(text, { ...context, decimal: ',' }).good).toEqual([
      { at: '2026-11-25', value: 3.5, note: '' },
      { at: '2026-11-24', value: 4.5, note: 'Rain' },
    ]);
  });

  it('is not taken beyond what the measure has room for', () => {
    const text = '2026-11-01,1\n2026-11-02,2';
    const { good, bad } = readReadingTable(text, { ...context, room: 1 });
    expect(good).toHaveLength(1);
    expect(bad).toMatchObject([{ line: 2, code: 'full' }]);
  });

  it('comes back as it was written, whatever the delimiter and the country', () => {
    const row = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 10 }),
      value: fc.integer({ min: -99_999, max: 99_999 }).map((cents) => cents / 100),
      note: fc.string({ maxLength: 20 }).map((text) => text.normalize('NFKC').trim()),
    });
    const rows = fc.uniqueArray(row, {
      selector: ({ day, month }) => `${month}-${day}`,
      minLength: 1,
    });
    const style = fc.constantFrom(['\t', ','], [';', ','], [',', '.'], ['|', '.']);
    fc.assert(
      fc.property(rows, style, (given, [delimiter = ',', decimal = '.']) => {
        const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
        const expected = given.map(({ day, month, value, note }) => ({
          at: `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
          value,
          note,
        }));
        const lines = expected.map(({ at, value, note }) =>
          [at, String(value).replace('.', decimal), quote(note)].join(delimiter),
        );
        const table = readReadingTable(
          ['date,value,note'.replaceAll(',', delimiter), ...lines].join('\r\n'),
          {
            ...context,
            decimal: decimal === ',' ? ',' : '.',
            taken: new Set(),
          },
        );
        expect(table.bad).toEqual([]);
        expect(table.good).toEqual(expected);
      }),
    );
  });

  it('names every row once, as good or as bad, whatever is in it', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 8 }).map((text) => text.replace(/[,;|\t]/gu, '')),
      fc.constantFrom('2026-11-01', '7', 'date', 'value'),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
        (rows) => {
          const text = rows.map((cells) => cells.join(',')).join('\n');
          const { good, bad } = readReadingTable(text, { ...context, taken: new Set() });
          const count = readRows(text, guessDelimiter(text)).length;
          expect([count, count - 1]).toContain(good.length + bad.length);
          expect(new Set(bad.map(({ line }) => line)).size).toBe(bad.length);
        },
      ),
    );
  });
});
