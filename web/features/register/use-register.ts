/** The rows of the register that are in sight, followed as anything changes on any tab or device. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ListedImprovement, RegisterService, RegisterView } from '../../services/register.ts';
import type { RegisterAsk, RowGroup } from '../../projection/register-query.ts';
import type { RowWindow } from '../../ui/row-window.ts';
import type { Loaded, RegisterMemory } from './register-memory.ts';

export type Register = {
  /** undefined until the first answer. */
  readonly total: number | undefined;
  readonly groups: readonly RowGroup[];
  /** Of all rows and headings. */
  readonly lines: number;
  /** undefined while the row is on its way. */
  readonly rowAt: (index: number) => ListedImprovement | undefined;
  /** The heading in the place of a row. */
  readonly groupAt?: (index: number) => RowGroup | undefined;
  readonly failed: boolean;
  /** Says which rows are in sight. */
  readonly show: (window: RowWindow) => void;
};

const noGroups: readonly RowGroup[] = [];

/** Rows fetched beyond those in sight, on each side. */
const margin = 24;

export function useRegister(
  register: RegisterService,
  /** Words or a query; undefined: what is asked is not known yet. */
  what: string | RegisterAsk | undefined,
  memory: RegisterMemory,
): Register {
  const [loaded, setLoaded] = useState(what === '' ? memory.loaded : undefined);
  const isWhole = useRef(true);
  isWhole.current = what === '';
  const [failed, setFailed] = useState(false);
  const view = useRef<RegisterView | undefined>(undefined);
  const wanted = useRef<RowWindow>({ start: 0, end: margin });
  /** Counts fetches, so that a slow answer never replaces a later one. */
  const fetches = useRef(0);

  const fetchRows = useCallback(async () => {
    const current = view.current;
    if (current === undefined) return;
    const fetch = ++fetches.current;
    const start = Math.max(0, wanted.current.start - margin);
    const end = Math.min(current.total, wanted.current.end + margin);
    try {
      const rows = await current.rows(start, end);
      if (fetch !== fetches.current) return;
      const next: Loaded = { start, end, rows, total: current.total, groups: current.groups };
      if (isWhole.current) memory.loaded = next;
      setLoaded(next);
      setFailed(false);
    } catch (error) {
      if (fetch === fetches.current) setFailed(true);
      throw error;
    }
  }, []);

  useEffect(() => {
    if (what === undefined) return undefined;
    return register.watch(what, (next) => {
      view.current = next;
      void fetchRows();
    });
  }, [register, what]);

  const loadedNow = useRef(loaded);
  loadedNow.current = loaded;
  const show = useCallback((window: RowWindow) => {
    wanted.current = window;
    const here = loadedNow.current;
    if (here === undefined) return;
    if (window.start < here.start || Math.min(window.end, here.total) > here.end) void fetchRows();
  }, []);

  return {
    total: loaded?.total,
    groups: loaded?.groups ?? noGroups,
    lines: loaded?.total ?? 0,
    rowAt: (index) => loaded?.rows[index - loaded.start],
    failed,
    show,
  };
}
