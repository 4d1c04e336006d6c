/** The leading tab's end of its sync worker. */
import type { ReportDep } from '../local/deps.ts';
import type { ReplicatorState } from './replicator.ts';
import type { Leading, SyncReply, SyncRequest } from './sync-messages.ts';

export type LeadingWorker = {
  readonly wake: (urgent: boolean) => void;
  /** At once: what it was writing is a transaction, and what it was sending is sent again and recognised. */
  readonly stop: () => void;
};

export function leadInWorker(
  deps: ReportDep,
  worker: Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>,
  leading: Leading,
  onState: (state: ReplicatorState) => void,
): LeadingWorker {
  const post = (message: SyncRequest) => worker.postMessage(message);
  worker.addEventListener('message', ((event: MessageEvent<SyncReply>) =>
    onState(event.data.state)) as EventListener);
  worker.addEventListener('error', ((event: ErrorEvent) =>
    deps.report('the sync worker failed', event.message)) as EventListener);
  post({ type: 'lead', ...leading });
  return { wake: (urgent) => post({ type: 'wake', urgent }), stop: () => worker.terminate() };
}
