/** Takes the page's questions in turn; one that the page has given up before its turn is not looked at. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { ReportDep, TimersDep } from '../local/deps.ts';
import type { IndexedSearch } from './indexed-search.ts';
import type { SearchReply, SearchRequest } from './search-messages.ts';

type Question = Exclude<SearchRequest, { readonly type: 'open' }>;

export type SearchDesk = { readonly take: (question: Question) => void };

export function createSearchDesk(
  deps: TimersDep & ReportDep & { readonly search: IndexedSearch },
  reply: (message: SearchReply) => void,
): SearchDesk {
  const waiting = new Map<number, string>();
  const finds = new Map<number, readonly DocumentId[]>();
  let isBusy = false;

  deps.search.ready
    .then(() => reply({ type: 'complete' }))
    .catch((cause: unknown) => deps.report('making the search index', cause));

  /** A turn of the event loop between two finds lets a `forget` that has come meanwhile take effect. */
  function nextTurn(): void {
    isBusy = true;
    deps.setTimer(0, () => {
      answerFirst()
        .catch((cause: unknown) => deps.report('searching', cause))
        .finally(() => {
          isBusy = false;
          if (waiting.size > 0) nextTurn();
        });
    });
  }

  async function answerFirst(): Promise<void> {
    const [first] = waiting;
    if (first === undefined) return;
    const [request, text] = first;
    waiting.delete(request);
    const { ids } = await deps.search.find(text);
    finds.set(request, ids);
    reply({ type: 'found', request, total: ids.length });
  }

  return {
    take: (question) => {
      switch (question.type) {
        case 'find':
          waiting.set(question.request, question.text);
          if (!isBusy) nextTurn();
          return;
        case 'window': {
          const ids = (finds.get(question.of) ?? []).slice(question.start, question.end);
          return reply({ type: 'window', request: question.request, ids });
        }
        case 'forget':
          waiting.delete(question.of);
          finds.delete(question.of);
      }
    },
  };
}
