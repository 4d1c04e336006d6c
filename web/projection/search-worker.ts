/** The search worker: answers finds over the whole register without ever holding up the page. */
import { browserDeps } from '../local/browser-deps.ts';
import { openBrowserReplica } from '../local/browser-replica.ts';
import { openIndexedSearch } from './indexed-search.ts';
import { createSearchDesk, type SearchDesk } from './search-desk.ts';
import type { SearchReply, SearchRequest } from './search-messages.ts';

let desk: SearchDesk | undefined;

addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  if (data.type === 'open') {
    const store = openBrowserReplica(data.replica);
    const search = openIndexedSearch({ ...browserDeps, store, language: data.language });
    desk = createSearchDesk({ ...browserDeps, search, store }, (reply: SearchReply) =>
      postMessage(reply),
    );
  } else desk?.take(data);
});
