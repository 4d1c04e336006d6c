/** What the register remembers while another screen is shown, and how others reach its search box. */
import type { RowGroup } from '../../projection/register-query.ts';
import type { ListedImprovement, RegisterService } from '../../services/register.ts';
import type { RowWindow } from '../../ui/row-window.ts';

/** Rows that have been read, and where in the list they belong. */
export type Loaded = RowWindow & {
  readonly total: number;
  readonly groups: readonly RowGroup[];
  readonly rows: readonly ListedImprovement[];
};

export type RegisterMemory = {
  /** What the unfiltered list showed last: shown again at once, until it has been read anew. */
  loaded: Loaded | undefined;
  /** The row at the top of the list; fractions count. */
  topRow: number;
  /** Set while the register is on screen. */
  focusSearch: (() => void) | undefined;
  /** The search box is to have focus when the register appears. */
  searchWanted: boolean;
};

export const createRegisterMemory = (): RegisterMemory => ({
  loaded: undefined,
  topRow: 0,
  focusSearch: undefined,
  searchWanted: false,
});

/** Enough for any window. */
const firstRows = 45;

/** Reads what the register begins with, so that it can be drawn whole; gives up when the device does not answer. */
export function readFirstRows(
  register: RegisterService,
  deadlineMs: number,
): Promise<Loaded | undefined> {
  return new Promise((resolve) => {
    const finish = (loaded: Loaded | undefined) => {
      clearTimeout(timer);
      stop();
      resolve(loaded);
    };
    const timer = setTimeout(() => finish(undefined), deadlineMs);
    const stop = register.watch('', ({ total, groups, rows }) => {
      const end = Math.min(firstRows, total);
      rows(0, end).then(
        (read) => finish({ start: 0, end, total, groups, rows: read }),
        () => finish(undefined),
      );
    });
  });
}
