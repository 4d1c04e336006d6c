/** The rows of the register that are in sight, followed as anything changes on any tab or device. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ListedImprovement, RegisterService, RegisterView } from '../../services.ts';
import type { RowWindow } from '../../ui/row-window.ts';
import type { Loaded, RegisterMemory } from './register-memory.ts';

export type Register = {
  /** undefined until the first answer. */
  readonly total: number | undefined;
  /** undefined while the row is on its way. */
  readonly rowAt: (index: number) => ListedImprovement | undefined;
  readonly failed: boolean;
  /** Says which rows are in sight. */
  readonly show: (window: RowWindow) => void;
};

/** Rows fetched beyond those in sight, on each side. */
const margin = 24;

export function useRegister(
  register: RegisterService,
  filterText: string,
  memory: RegisterMemory,
): Register {
  const [loaded, setLoaded] = useState(filterText === '' ? memory.loaded : undefined);
  const isUnfiltered = useRef(true);
  isUnfiltered.current = filterText === '';
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
      const next: Loaded = { start, end, rows, total: current.total };
      if (isUnfiltered.current) memory.loaded = next;
      setLoaded(next);
      setFailed(false);
    } catch (error) {
      if (fetch === fetches.current) setFailed(true);
      throw error;
    }
  }, []);

  useEffect(
    () =>
      register.watch(filterText, (next) => {
        view.current = next;
        void fetchRows();
      }),
    [register, filterText],
  );

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
    rowAt: (index) => loaded?.rows[index - loaded.start],
    failed,
    show,
  };
}
