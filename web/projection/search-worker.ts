/** The search worker: answers finds over the whole register without ever holding up the page. */
import { browserDeps } from '../local/browser-deps.ts';
import { openBrowserReplica } from '../local/browser-replica.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { type IndexedSearch, openIndexedSearch } from './indexed-search.ts';
import type { SearchReply, SearchRequest } from './search-messages.ts';

/** Answers whose windows can still be asked for. */
const keptFinds = 20;

const finds = new Map<number, readonly DocumentId[]>();
const reply = (message: SearchReply) => postMessage(message);
let search: IndexedSearch | undefined;

addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  answer(data).catch((cause: unknown) => browserDeps.report('searching', cause));
});

async function answer(message: SearchRequest): Promise<void> {
  switch (message.type) {
    case 'open':
      search = openIndexedSearch({ ...browserDeps, store: openBrowserReplica(message.replica) });
      await search.ready;
      return reply({ type: 'complete' });
    case 'find': {
      const { ids } = (await search?.find(message.text)) ?? { ids: [] };
      finds.set(message.request, ids);
      if (finds.size > keptFinds) finds.delete(Math.min(...finds.keys()));
      return reply({ type: 'found', request: message.request, total: ids.length });
    }
    case 'window': {
      const ids = (finds.get(message.of) ?? []).slice(message.start, message.end);
      return reply({ type: 'window', request: message.request, ids });
    }
  }
}
