/** The register as screens use it: views that are told anew after every change, windows without scanning. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { Change } from '../local/change-feed.ts';
import type { ReportDep, TimersDep } from '../local/deps.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import type { ListedImprovement, RegisterService, RegisterView } from '../services/register.ts';
import type { RecordSearch, StandingSearch } from './record-search.ts';

/** While changes pour in, as in a first sync, a view is told at most this often. */
const viewIntervalMs = 200;

/** Whoever has had the register open this long may well search in it. */
const prepareAfterMs = 2_000;

export type RegisterDeps = TimersDep &
  ReportDep & {
    readonly store: Pick<
      ReplicaStore,
      | 'countRecords'
      | 'readNewest'
      | 'readNewestBy'
      | 'readTriage'
      | 'readRecords'
      | 'readUnsentDocuments'
      | 'readPending'
      | 'changes'
    >;
    readonly search: RecordSearch;
  };

export function createRegister(deps: RegisterDeps): RegisterService {
  const { store } = deps;

  async function listed(
    rows: readonly (Omit<ListedImprovement, 'where'> | undefined)[],
  ): Promise<readonly ListedImprovement[]> {
    const present = rows.filter((row) => row !== undefined);
    const unsent = await store.readUnsentDocuments(present.map((row) => row.id));
    const pending = await store.readPending(present.map((row) => row.id));
    return present.map((row) => ({
      ...row,
      where: unsent.has(row.id) ? 'device' : 'server',
      pending: pending.get(row.id),
    }));
  }

  async function viewOfAll(): Promise<RegisterView> {
    const total = await store.countRecords();
    const rows = async (start: number, end: number) => listed(await store.readNewest(start, end));
    return { total, groups: [], rows };
  }

  async function viewOfMatches(search: StandingSearch): Promise<RegisterView> {
    const found = await search.find();
    const rows = async (start: number, end: number) => listed(await found.rows(start, end));
    return { total: found.total, groups: found.groups, rows };
  }

  function prepareSearch(): void {
    deps.setTimer(prepareAfterMs, () => {
      deps.search.prepare().catch((cause: unknown) => deps.report('preparing the search', cause));
    });
  }

  return {
    watch: (what, onView) => {
      const filter = typeof what === 'string' ? what.trim() : what;
      const always = () => true;
      if (filter === '') {
        prepareSearch();
        return follow(deps, viewOfAll, onView, always);
      }
      const search = deps.search.open(filter);
      const stop = follow(deps, () => viewOfMatches(search), onView, always);
      return () => {
        stop();
        search.stop();
      };
    },
    watchCounts: (asks, onCounts) =>
      follow(
        deps,
        () => deps.search.count(asks),
        onCounts,
        () => true,
      ),
    watchBy: (authors, limit, onRows) =>
      follow(
        deps,
        async () => listed(await store.readNewestBy(authors, limit)),
        onRows,
        () => true,
      ),
    watchTriage: (limit, onTriage) =>
      follow(
        deps,
        async () => {
          const { total, rows } = await store.readTriage(limit);
          return { total, rows: await listed(rows) };
        },
        onTriage,
        () => true,
      ),
    watchRow: (id, onRow) =>
      follow(
        deps,
        async () => (await listed(await store.readRecords([id])))[0],
        onRow,
        (change) => change.type !== 'documents' || change.docIds.includes(id as DocumentId),
      ),
  };
}

type FollowDeps = TimersDep & ReportDep & { readonly store: Pick<ReplicaStore, 'changes'> };

/** Reads now and after every change that `concerns` it, one read at a time, until stopped. */
export function follow<T>(
  deps: FollowDeps,
  read: () => Promise<T>,
  onValue: (value: T) => void,
  concerns: (change: Change) => boolean,
): () => void {
  let isStopped = false;
  let isStale = false;
  let isBusy = false;

  async function refresh(): Promise<void> {
    isBusy = true;
    isStale = false;
    try {
      const value = await read();
      if (!isStopped) onValue(value);
    } catch (cause) {
      deps.report('reading the register', cause);
    }
    deps.setTimer(viewIntervalMs, () => {
      isBusy = false;
      if (isStale && !isStopped) void refresh();
    });
  }

  const stop = deps.store.changes.subscribe((change) => {
    if (!concerns(change)) return;
    isStale = true;
    if (!isBusy) void refresh();
  });
  void refresh();
  return () => {
    isStopped = true;
    stop();
  };
}
