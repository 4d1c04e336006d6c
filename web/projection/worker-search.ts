/** The page's end of the search worker: questions out, answers matched to them by number. */
import type { Found } from './record-search.ts';
import type { RegisterAsk } from './register-query.ts';
import type { InsightsQuestion } from '../../shared/process/kpis/insights.ts';
import type { InsightsAnswer, SearchReply, SearchRequest } from './search-messages.ts';

export type WorkerSearch = {
  /** Never resolves once it is forgotten. */
  readonly find: (what: string | RegisterAsk) => {
    readonly found: Promise<Found>;
    readonly forget: () => void;
  };
  /** undefined while the index is being made. */
  readonly count: (asks: readonly RegisterAsk[]) => Promise<readonly number[] | undefined>;
  /** undefined while the index is being made. */
  readonly insights: (question: InsightsQuestion) => Promise<InsightsAnswer | undefined>;
  readonly stop: () => void;
};

type FoundReply = Extract<SearchReply, { readonly type: 'found' }>;

/** `onComplete`: the index is ready now, and what was found before may be only a part. */
export function createWorkerSearch(
  worker: Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>,
  replica: string,
  language: string,
  onComplete: () => void,
): WorkerSearch {
  const waiting = new Map<number, (reply: SearchReply) => void>();
  const post = (message: SearchRequest) => worker.postMessage(message);
  let requests = 0;

  worker.addEventListener('message', ((event: MessageEvent<SearchReply>) => {
    const reply = event.data;
    if (reply.type === 'complete') return onComplete();
    waiting.get(reply.request)?.(reply);
    waiting.delete(reply.request);
  }) as EventListener);

  async function rowsOf(found: FoundReply, start: number, end: number) {
    if (end <= found.first.length || found.first.length === found.total) {
      return found.first.slice(start, end);
    }
    const request = ++requests;
    const reply = await new Promise<SearchReply>((resolve) => {
      waiting.set(request, resolve);
      post({ type: 'window', request, of: found.request, start, end });
    });
    return reply.type === 'window' ? reply.rows : [];
  }

  post({ type: 'open', replica, language });

  return {
    find: (what) => {
      const request = ++requests;
      const found = new Promise<Found>((resolve) => {
        waiting.set(request, (reply) => {
          if (reply.type !== 'found') return;
          const { total, groups } = reply;
          resolve({ total, groups, rows: (start, end) => rowsOf(reply, start, end) });
        });
        post({ type: 'find', request, what });
      });
      const forget = () => {
        waiting.delete(request);
        post({ type: 'forget', of: request });
      };
      return { found, forget };
    },
    count: (asks) =>
      new Promise((resolve) => {
        const request = ++requests;
        waiting.set(request, (reply) => {
          if (reply.type === 'counted') resolve(reply.counts);
        });
        post({ type: 'count', request, asks });
      }),
    insights: (question) =>
      new Promise((resolve) => {
        const request = ++requests;
        waiting.set(request, (reply) => {
          if (reply.type === 'insights') resolve(reply.answer);
        });
        post({ type: 'insights', request, question });
      }),
    stop: () => worker.terminate(),
  };
}
