/** The page's end of the search worker: questions out, answers matched to them by number. */
import type { SearchReply, SearchRequest } from './search-messages.ts';
import type { Found } from './record-search.ts';

export type WorkerSearch = {
  readonly find: (text: string) => Promise<Found>;
  readonly stop: () => void;
};

/** `onComplete`: the index is ready now, and what was found before may be only a part. */
export function createWorkerSearch(
  worker: Worker,
  replica: string,
  onComplete: () => void,
): WorkerSearch {
  const waiting = new Map<number, (reply: SearchReply) => void>();
  let requests = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
    if (data.type === 'complete') return onComplete();
    waiting.get(data.request)?.(data);
    waiting.delete(data.request);
  });

  function ask<Type extends SearchReply['type']>(
    make: (request: number) => SearchRequest,
  ): Promise<Extract<SearchReply, { readonly type: Type }>> {
    const request = ++requests;
    return new Promise((resolve) => {
      waiting.set(request, (reply) => resolve(reply as Extract<SearchReply, { type: Type }>));
      worker.postMessage(make(request));
    });
  }

  worker.postMessage({ type: 'open', replica } satisfies SearchRequest);

  return {
    find: async (text) => {
      const found = await ask<'found'>((request) => ({ type: 'find', request, text }));
      return {
        total: found.total,
        ids: async (start, end) => {
          const part = (request: number): SearchRequest => ({
            type: 'window',
            request,
            of: found.request,
            start,
            end,
          });
          return (await ask<'window'>(part)).ids;
        },
      };
    },
    stop: () => worker.terminate(),
  };
}
