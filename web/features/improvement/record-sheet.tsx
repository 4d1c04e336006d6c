/** A record on one printed A4 sheet: its name, a grid of cells, letters small enough for what was written. */
import type { ComponentChildren } from 'preact';
import { sheetSize } from './sheet-size.ts';
import './record-sheet.css';

type RecordSheetProps = {
  /** Number and title of the record. */
  readonly name: string;
  /** All that stands on it. */
  readonly written: readonly string[];
  readonly gridClass: string;
  /** Below the grid, in a line. */
  readonly foot?: string;
  /** Cells. */
  readonly children: ComponentChildren;
};

export const RecordSheet = ({ name, written, gridClass, foot, children }: RecordSheetProps) => (
  <div class={`record-sheet record-sheet--${sheetSize(written)}`} aria-hidden="true">
    <p class="record-sheet__name">{name}</p>
    <div class={`record-sheet__grid ${gridClass}`}>{children}</div>
    {foot !== undefined && <p class="record-sheet__foot">{foot}</p>}
  </div>
);

type SheetCellProps = {
  /** Of the grid. */
  readonly area: string;
  readonly label: string;
  readonly children: ComponentChildren;
};

export const SheetCell = ({ area, label, children }: SheetCellProps) => (
  <div class="record-sheet__cell" style={{ gridArea: area }}>
    <p class="record-sheet__label">{label}</p>
    {children}
  </div>
);
