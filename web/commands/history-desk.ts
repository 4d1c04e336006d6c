/** What happened to a record: asked of the server page by page, with this device's unsent edits beside it. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import { historyAnswer, type HistoryField } from '../../shared/protocol/history.ts';
import { paths } from '../../shared/protocol/paths.ts';
import { ok } from '../../shared/result.ts';
import type { ClockDep } from '../../shared/deps.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import type { Identity } from '../local/identity.ts';
import type { HttpDeps } from '../replication/http-transport.ts';
import type { HistoryPage, HistoryService } from '../services/history.ts';
import { createAsk } from '../session/ask-json.ts';
import { readUnsentEdits } from './unsent-edits.ts';

export type HistoryDeskDeps = HttpDeps &
  ClockDep & { readonly store: ReplicaStore; readonly identity: Identity };

/** Records whose newest page is remembered; the one read longest ago is forgotten. */
const rememberedPages = 50;

export function createHistoryDesk(deps: HistoryDeskDeps): HistoryService {
  const ask = createAsk(deps);
  const pages = new Map<string, { readonly page: HistoryPage; readonly readAt: number }>();

  const remember = (key: string, page: HistoryPage) => {
    pages.delete(key);
    pages.set(key, { page, readAt: deps.nowMs() });
    const [oldest] = pages.keys();
    if (pages.size > rememberedPages && oldest !== undefined) pages.delete(oldest);
  };

  return {
    read: async (id, { fields, before }) => {
      const query = new URLSearchParams();
      if (fields !== undefined) query.set('field', fields.join(','));
      if (before !== undefined) query.set('before', before);
      const answer = await ask(`${paths.history}/${id}?${query}`, historyAnswer);
      if (!answer.ok) return answer;
      const page = { entries: answer.value.entries, before: answer.value.before };
      if (before === undefined) remember(keyOf(id, fields), page);
      return ok(page);
    },
    lastRead: (id, fields) => pages.get(keyOf(id, fields)),
    unsent: (id) => readUnsentEdits(deps, id),
  };
}

const keyOf = (id: DocumentId, fields: readonly HistoryField[] | undefined): string =>
  `${id} ${fields?.join() ?? ''}`;
