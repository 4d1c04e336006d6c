/** Readings out of a pasted table or a CSV file, `date,value[,series][,note]`: those that can be taken, and why not the others. */
import { type NewReading, readingLimits } from '../domain/measure.ts';
import { type DelimitedRow, guessDelimiter, readRows } from './delimited-rows.ts';
import { type DayOrder, readMoment } from './read-moment.ts';
import { type ReadingContext, type ReadingRefusal, readReading } from './read-reading.ts';

export type BadRow = {
  /** In the text, from 1. */
  readonly line: number;
  readonly code: ReadingRefusal | 'noColumns';
  /** The cell that it is about, or the row. */
  readonly text: string;
};

export type ReadingTable = {
  readonly good: readonly NewReading[];
  readonly bad: readonly BadRow[];
  /** The names in its column of series, in their order; empty where it has none. */
  readonly series: readonly string[];
};

export type TableContext = ReadingContext & {
  readonly order: DayOrder;
  /** Readings that the measure has room for. */
  readonly room: number;
  /** Of which series; undefined = the first. */
  readonly series: string | undefined;
};

type Column = 'date' | 'value' | 'series' | 'note';
type Columns = { readonly [C in Column]?: number };

const namesOfColumns: { readonly [C in Column]: readonly string[] } = {
  date: ['date', 'day', 'time', 'datetime', 'timestamp', 'at', '日期', '时间'],
  value: ['value', 'reading', 'result', 'measurement', '值', '数值', '测量值', '读数'],
  series: ['series', 'measure', 'name', '系列', '指标', '序列'],
  note: ['note', 'comment', 'remark', '备注', '说明'],
};

/** A row is bad for the first thing that is wrong with it; a moment twice in the table counts once. */
export function readReadingTable(text: string, context: TableContext): ReadingTable {
  const rows = readRows(text, guessDelimiter(text));
  const [first] = rows;
  const header = first && columnsNamed(first);
  const columns = header ?? columnsAssumed(first?.cells.length ?? 0);
  const records = header === undefined ? rows : rows.slice(1);
  const cellOf = ({ cells }: DelimitedRow, column: Column): string =>
    cells[columns[column] ?? -1] ?? '';
  const series = [...new Set(records.map((row) => cellOf(row, 'series')))].filter(Boolean);
  const wanted = context.series ?? series[0];
  const taken = new Set(context.taken);
  const good: NewReading[] = [];
  const bad: BadRow[] = [];
  for (const row of records) {
    if (series.length > 0 && cellOf(row, 'series') !== wanted) continue;
    const refuse = (code: BadRow['code'], column?: Column) => {
      const cell = column === undefined ? row.cells.join(' · ') : cellOf(row, column);
      bad.push({ line: row.line, code, text: cell });
    };
    if (row.cells.length < 2) {
      refuse('noColumns');
      continue;
    }
    const at = readMoment(cellOf(row, 'date'), context.order) ?? '';
    const typed = { value: cellOf(row, 'value'), at, note: cellOf(row, 'note') };
    const reading = readReading(typed, { ...context, taken });
    if (!reading.ok) refuse(reading.error.code, columnOf[reading.error.field]);
    else if (good.length >= context.room) refuse('full', 'date');
    else {
      good.push(reading.value);
      taken.add(reading.value.at);
    }
  }
  return { good, bad, series };
}

export const roomFor = (count: number): number => Math.max(0, readingLimits.entries - count);

const columnOf = { value: 'value', at: 'date', note: 'note' } as const;

/** undefined: the row is no header. */
function columnsNamed({ cells }: DelimitedRow): Columns | undefined {
  const found: { [C in Column]?: number } = {};
  for (const [at, cell] of cells.entries()) {
    const name = cell.toLocaleLowerCase();
    const column = (Object.keys(namesOfColumns) as Column[]).find((some) =>
      namesOfColumns[some].includes(name),
    );
    if (column !== undefined) found[column] ??= at;
  }
  return found.date !== undefined && found.value !== undefined ? found : undefined;
}

/** Without a header, three columns are a date, a value and a note. */
const columnsAssumed = (count: number): Columns =>
  count > 3 ? { date: 0, value: 1, series: 2, note: 3 } : { date: 0, value: 1, note: 2 };
