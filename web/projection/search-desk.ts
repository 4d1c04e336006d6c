/** Takes the page's questions in turn; one that the page has given up before its turn is not looked at. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { ReportDep, TimersDep } from '../local/deps.ts';
import type { RecordStore } from '../local/record-store.ts';
import type { RecordRow } from '../local/tables.ts';
import { type InsightsQuestion, namedIn } from '../../shared/process/kpis/insights.ts';
import type { IndexedSearch } from './indexed-search.ts';
import type { RegisterAsk } from './register-query.ts';
import type { SearchReply, SearchRequest } from './search-messages.ts';

type Question = Exclude<SearchRequest, { readonly type: 'open' }>;

/** Rows that go along with an answer: what a screen shows first, and a little more. */
const firstRows = 60;

export type SearchDesk = { readonly take: (question: Question) => void };

export function createSearchDesk(
  deps: TimersDep &
    ReportDep & {
      readonly search: IndexedSearch;
      readonly store: Pick<RecordStore, 'readRecords'>;
    },
  reply: (message: SearchReply) => void,
): SearchDesk {
  const waiting = new Map<number, string | RegisterAsk>();
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
    const [oldest] = waiting;
    if (oldest === undefined) return;
    const [request, what] = oldest;
    waiting.delete(request);
    const { ids, groups } = await deps.search.find(what);
    const first = await readRows(ids.slice(0, firstRows));
    finds.set(request, ids);
    reply({ type: 'found', request, total: ids.length, groups, first });
  }

  async function readRows(ids: readonly DocumentId[]): Promise<readonly RecordRow[]> {
    const rows = (await deps.store.readRecords(ids)).filter((row) => row !== undefined);
    return rows.map((row) => ({
      ...row,
      supporters: deps.search.votesOf(row.id) ?? row.supporters,
    }));
  }

  async function answerWindow(request: number, ids: readonly DocumentId[]): Promise<void> {
    reply({ type: 'window', request, rows: await readRows(ids) });
  }

  async function answerInsights(request: number, question: InsightsQuestion): Promise<void> {
    const insights = await deps.search.insights(question);
    const answer = insights && { insights, named: await readRows(namedIn(insights)) };
    reply({ type: 'insights', request, answer });
  }

  return {
    take: (question) => {
      switch (question.type) {
        case 'find':
          waiting.set(question.request, question.what);
          if (!isBusy) nextTurn();
          return;
        case 'count':
          deps.search
            .count(question.asks)
            .then((counts) => reply({ type: 'counted', request: question.request, counts }))
            .catch((cause: unknown) => deps.report('counting', cause));
          return;
        case 'insights':
          answerInsights(question.request, question.question).catch((cause: unknown) =>
            deps.report('computing the insights', cause),
          );
          return;
        case 'window': {
          const ids = (finds.get(question.of) ?? []).slice(question.start, question.end);
          answerWindow(question.request, ids).catch((cause: unknown) =>
            deps.report('reading what was found', cause),
          );
          return;
        }
        case 'forget':
          waiting.delete(question.of);
          finds.delete(question.of);
      }
    },
  };
}
