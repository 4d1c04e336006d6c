/** Figures of the practice for a screen: of a small register from its rows, of a large one in the search worker. */
import { insightsOf, type InsightsQuestion, namedIn } from '../../shared/process/kpis/insights.ts';
import { kpiRecordOf } from '../../shared/process/kpis/kpi-record.ts';
import type { ReportDep, TimersDep } from '../local/deps.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import type { InsightsService } from '../services/insights.ts';
import { smallRegister } from './record-search.ts';
import { follow } from './register.ts';
import type { InsightsAnswer } from './search-messages.ts';
import type { WorkerSearch } from './worker-search.ts';

/** Nobody reads figures faster, and each time costs a look at every record. */
const leastMs = 2_000;

export function createInsightsDesk(
  deps: TimersDep &
    ReportDep & {
      readonly store: Pick<ReplicaStore, 'countRecords' | 'readNewest' | 'changes'>;
      readonly worker: () => Pick<WorkerSearch, 'insights'>;
    },
): InsightsService {
  const { store } = deps;

  async function answer(question: InsightsQuestion): Promise<InsightsAnswer | undefined> {
    const count = await store.countRecords();
    if (count > smallRegister) return deps.worker().insights(question);
    const rows = await store.readNewest(0, count);
    const records = rows.map(kpiRecordOf).filter((record) => record !== undefined);
    const insights = insightsOf(records, question);
    const named = new Set<string>(namedIn(insights));
    return { insights, named: rows.filter(({ id }) => named.has(id)) };
  }

  const slowly: TimersDep = {
    ...deps,
    setTimer: (ms, run) => deps.setTimer(Math.max(ms, leastMs), run),
  };

  return {
    watch: (question, onAnswer) =>
      follow(
        { ...deps, ...slowly },
        () => answer(question),
        onAnswer,
        () => true,
      ),
  };
}
