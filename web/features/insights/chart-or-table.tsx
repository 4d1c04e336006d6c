/** A chart under its own heading that can be read as a table instead. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../environment.ts';
import './chart-or-table.css';

const shownAtOnce = 100;

type ChartOrTableProps = {
  readonly title: string;
  readonly hint: string;
  /** Left out where there is nothing to draw: then the hint says why. */
  readonly chart?: ComponentChildren;
  readonly columns: readonly string[];
  /** Made when they are asked for; the first cell of each heads it. */
  readonly rows: () => readonly (readonly ComponentChildren[])[];
};

export function ChartOrTable({ title, hint, chart, columns, rows }: ChartOrTableProps) {
  const { t } = useWords();
  const [isTable, setIsTable] = useState(false);
  return (
    <section class="chart-or-table">
      <div class="chart-or-table__head">
        <h3 class="chart-or-table__title">{title}</h3>
        {chart !== undefined && (
          <Button kind="quiet" onClick={() => setIsTable(!isTable)}>
            {t(isTable ? 'insights.asChart' : 'insights.asTable')}
          </Button>
        )}
      </div>
      <p class="chart-or-table__hint">{hint}</p>
      {chart !== undefined &&
        (isTable ? <PlainTable title={title} columns={columns} rows={rows} /> : chart)}
    </section>
  );
}

function PlainTable({
  title,
  columns,
  rows,
}: Pick<ChartOrTableProps, 'title' | 'columns' | 'rows'>) {
  const { t } = useWords();
  const [shown, setShown] = useState(shownAtOnce);
  const lines = rows();
  return (
    <div class="insights-table insights-table--tall" role="group" aria-label={title} tabIndex={0}>
      <table class="insights-table__table figures">
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shown).map(([first, ...cells], at) => (
            <tr key={at}>
              <th scope="row">{first}</th>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown < lines.length && (
        <Button kind="quiet" onClick={() => setShown(shown + shownAtOnce)}>
          {t('charts.more', { count: Math.min(shownAtOnce, lines.length - shown) })}
        </Button>
      )}
    </div>
  );
}
