/** Fetches what others have written, page by page; the next page is on its way while one is being stored. */
import type { DocumentId, ServerEpoch } from '../../shared/domain/ids.ts';
import type { PullAnswer, PullRequest } from '../../shared/protocol/messages.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import type { Decision } from '../local/take-decisions.ts';
import type { PulledPeople } from '../local/pull-store.ts';
import type { SyncPoint } from '../local/tables.ts';
import { withDeadline } from './deadline.ts';
import type { LaneOutcome } from './lane.ts';
import type { ReplicatorDeps, ServerContact } from './replicator.ts';
import type { Answer } from './transport.ts';

/** A person's own edit waits while a page is being stored: for no more than this many. */
const pageDocuments = 120;

type Asked = Pick<SyncPoint, 'epoch' | 'cursor' | 'peopleVersion' | 'decisionN'>;

export function createPullLane(
  deps: ReplicatorDeps,
  contact: ServerContact,
): () => Promise<LaneOutcome> {
  const { store } = deps;

  const ask = (asked: Asked, settled: PullRequest['settled'] = []): Answer<PullAnswer> => {
    const { epoch, cursor, peopleVersion, decisionN = 0 } = asked;
    const point = { epoch, cursor, peopleVersion, decisionN, limit: pageDocuments };
    const request = { proto: protocolVersion, ...point, ...(settled.length > 0 && { settled }) };
    return withDeadline(deps, (signal) => deps.transport.pull(request, signal));
  };

  return async () => {
    let asked: Asked = await store.readSyncPoint();
    let untold = await store.readUntold();
    let coming = ask(
      asked,
      untold.map(({ docId, uid }) => ({ docId, uid })),
    );
    for (;;) {
      const answer = await coming;
      if (!answer.ok) {
        await contact.failed(answer.error);
        return { type: 'failed' };
      }
      contact.succeeded();
      const page = answer.value;
      const next = pointAfter(asked, page);
      if (page.more) coming = ask(next);
      const applied = await store.applyPage({
        after: asked,
        epoch: page.epoch as ServerEpoch,
        cursor: page.cursor,
        documents: page.items,
        tombs: (page.tombs ?? []).map(({ docId }) => docId as DocumentId),
        forget: page.forget as readonly DocumentId[] | undefined,
        only: page.only as readonly DocumentId[] | undefined,
        people: page.people as PulledPeople | undefined,
        decisions: page.decisions as { upTo: number; list: readonly Decision[] } | undefined,
        isLast: !page.more,
      });
      if (!applied.ok) return { type: 'failed' };
      if (untold.length > 0) await store.noteTold(untold.map((row) => row.n));
      untold = [];
      if (!applied.value) return { type: 'waits', ms: 0 };
      await contact.pulled(page);
      if (!page.more) return { type: 'done' };
      asked = next;
    }
  };
}

const pointAfter = (asked: Asked, page: PullAnswer): Asked => ({
  epoch: page.epoch as ServerEpoch,
  cursor: page.cursor,
  peopleVersion: page.people?.version ?? asked.peopleVersion,
  decisionN: page.decisions?.upTo ?? asked.decisionN ?? 0,
});
