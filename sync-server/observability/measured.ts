/** Ports that tell the metrics what passes through them, so that nothing behind a port knows of metrics. */
import type { Admission } from '../replication/admission.ts';
import type { Replication } from '../replication/replication.ts';
import type { Store } from '../store/store.ts';
import type { Metrics } from './metrics.ts';

export function measuredStore(store: Store, metrics: Metrics): Store {
  return {
    ...store,
    commit: async (workspace, commit) => {
      const startedAt = performance.now();
      const committed = await store.commit(workspace, commit);
      metrics.batchCommitted(commit.updates.length, performance.now() - startedAt);
      return committed;
    },
  };
}

export function measuredAdmission(admission: Admission, metrics: Metrics): Admission {
  return {
    ...admission,
    admit: async (batch, load) => {
      const startedAt = performance.now();
      const verdicts = await admission.admit(batch, load);
      metrics.batchAdmitted(performance.now() - startedAt);
      return verdicts;
    },
  };
}

export function measuredReplication(replication: Replication, metrics: Metrics): Replication {
  return {
    ...replication,
    push: async (session, request) => {
      const answer = await replication.push(session, request);
      if (answer.ok) metrics.itemsPushed(answer.value.results);
      return answer;
    },
    async *pushAll(session, requests) {
      for await (const answer of replication.pushAll(session, requests)) {
        if (answer.ok) metrics.itemsPushed(answer.value.results);
        yield answer;
      }
    },
  };
}
