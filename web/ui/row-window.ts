/** Which rows of a list with equal heights are in sight. */

/** From `start` up to and without `end`. */
export type RowWindow = { readonly start: number; readonly end: number };

/** Rows drawn beyond each edge, so that a flick shows rows and not paper. */
const overscan = 8;

export function visibleWindow(view: {
  readonly firstRow: number;
  readonly heightPx: number;
  readonly rowHeightPx: number;
  readonly count: number;
}): RowWindow {
  const shown = Math.ceil(view.heightPx / view.rowHeightPx) + 1;
  const first = Math.max(0, Math.min(view.firstRow, view.count - shown));
  return {
    start: Math.max(0, first - overscan),
    end: Math.min(view.count, first + shown + overscan),
  };
}
