/** What the page and the search worker say to each other. */
import type { RecordRow } from '../local/tables.ts';
import type { Insights, InsightsQuestion } from '../../shared/process/kpis/insights.ts';
import type { RegisterAsk, RowGroup } from './register-query.ts';

/** With the rows of the records that it names. */
export type InsightsAnswer = {
  readonly insights: Insights;
  readonly named: readonly RecordRow[];
};

export type SearchRequest =
  /** First message: which replica to search. */
  | { readonly type: 'open'; readonly replica: string; readonly language: string }
  /** Answered with `found`; windows of it can be asked for until `forget`. */
  | { readonly type: 'find'; readonly request: number; readonly what: string | RegisterAsk }
  | {
      readonly type: 'window';
      readonly request: number;
      /** The `find` it is a part of. */
      readonly of: number;
      readonly start: number;
      readonly end: number;
    }
  /** Answered with `counted`. */
  | { readonly type: 'count'; readonly request: number; readonly asks: readonly RegisterAsk[] }
  /** Answered with `insights`. */
  | { readonly type: 'insights'; readonly request: number; readonly question: InsightsQuestion }
  /** Nobody waits for this `find` any more; one that has not begun is not answered. */
  | { readonly type: 'forget'; readonly of: number };

export type SearchReply =
  | {
      readonly type: 'found';
      readonly request: number;
      readonly total: number;
      readonly groups: readonly RowGroup[];
      /** The first of them, enough for a first screen: asking for them would cost another round. */
      readonly first: readonly RecordRow[];
    }
  | { readonly type: 'window'; readonly request: number; readonly rows: readonly RecordRow[] }
  /** undefined: the index is still being made. */
  | {
      readonly type: 'counted';
      readonly request: number;
      readonly counts: readonly number[] | undefined;
    }
  | {
      readonly type: 'insights';
      readonly request: number;
      readonly answer: InsightsAnswer | undefined;
    }
  /** Earlier answers were made from the newest rows only: ask again. */
  | { readonly type: 'complete' };
