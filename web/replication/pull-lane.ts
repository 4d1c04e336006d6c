/** Fetches what others have written, page by page; the next page is on its way while one is being stored. */
import type { ServerEpoch } from '../../shared/domain/ids.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { PullAnswer } from '../../shared/protocol/messages.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import type { SyncPoint } from '../local/tables.ts';
import { withDeadline } from './deadline.ts';
import type { LaneOutcome } from './lane.ts';
import type { ReplicatorDeps, ServerContact } from './replicator.ts';
import type { Answer } from './transport.ts';

/** Decoding and storing one page must not hold up a slow phone's screen for long. */
const pageDocuments = 120;

type Asked = Pick<SyncPoint, 'epoch' | 'cursor' | 'peopleVersion'>;

export function createPullLane(
  deps: ReplicatorDeps,
  contact: ServerContact,
): () => Promise<LaneOutcome> {
  const { store } = deps;

  const ask = ({ epoch, cursor, peopleVersion }: Asked): Answer<PullAnswer> =>
    withDeadline(deps, (signal) =>
      deps.transport.pull(
        { proto: protocolVersion, epoch, cursor, peopleVersion, limit: pageDocuments },
        signal,
      ),
    );

  return async () => {
    let asked: Asked = await store.readSyncPoint();
    let coming = ask(asked);
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
        people: page.people as { version: number; list: readonly Person[] } | undefined,
        isLast: !page.more,
      });
      if (!applied.ok) return { type: 'failed' };
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
});
