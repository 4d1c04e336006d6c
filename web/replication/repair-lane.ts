/** Fetches whole documents: those that must start again after a refusal, and those in which an edit is missing. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import { protocolVersion, wireLimits } from '../../shared/protocol/version.ts';
import { withDeadline } from './deadline.ts';
import type { LaneOutcome } from './lane.ts';
import type { ReplicatorDeps, ServerContact } from './replicator.ts';

/** A document in which something stays missing is asked for again only after this long. */
const fetchIntervalMs = 60_000;

export function createRepairLane(
  deps: ReplicatorDeps,
  contact: ServerContact,
): () => Promise<LaneOutcome> {
  const { store } = deps;
  const fetchedAt = new Map<DocumentId, number>();

  const mayFetch = (id: DocumentId): boolean =>
    deps.nowMs() - (fetchedAt.get(id) ?? -Infinity) >= fetchIntervalMs;

  return async () => {
    const limit = wireLimits.wholeDocuments;
    const rebuild = await store.readChores('rebuild', limit);
    const fetch = (await store.readChores('fetch', limit)).filter(mayFetch);
    const docIds = [...new Set([...rebuild, ...fetch])].slice(0, limit);
    if (docIds.length === 0) return { type: 'done' };
    const { epoch } = await store.readSyncPoint();
    const request = { proto: protocolVersion, epoch, docIds };
    const answer = await withDeadline(deps, (signal) => deps.transport.documents(request, signal));
    if (!answer.ok) {
      await contact.failed(answer.error);
      return { type: 'failed' };
    }
    contact.succeeded();
    for (const id of docIds) fetchedAt.set(id, deps.nowMs());
    const known = new Set<string>(answer.value.items.map((item) => item.docId));
    const applied = await store.applyWhole(
      answer.value.items,
      docIds.filter((id) => !known.has(id)),
      epoch,
    );
    return applied.ok ? { type: 'waits', ms: 0 } : { type: 'failed' };
  };
}
