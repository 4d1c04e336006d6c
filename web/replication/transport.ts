/** The way to a sync server, as the replicator needs it; fetch in the browser, a fake network in simulations. */
import type { ServerEpoch } from '../../shared/domain/ids.ts';
import type {
  DocumentsAnswer,
  DocumentsRequest,
  PullAnswer,
  PullRequest,
  PushAnswer,
  PushRequest,
} from '../../shared/protocol/messages.ts';
import type { RefusalCode } from '../../shared/protocol/refusals.ts';
import type { Result } from '../../shared/result.ts';

export type TransportFailure =
  /** No answer, or none that could be read. */
  | { readonly type: 'unreachable' }
  | {
      readonly type: 'refused';
      readonly code: RefusalCode;
      /** With `rateLimited`: when to come again. */
      readonly retryAfterMs?: number;
      /** With `epochChanged`: the server's lineage. */
      readonly epoch?: ServerEpoch;
    };

export type Answer<T> = Promise<Result<T, TransportFailure>>;

/** Never throws. `signal` calls the request off when its deadline has passed. */
export type Transport = {
  readonly push: (request: PushRequest, signal: AbortSignal) => Answer<PushAnswer>;
  readonly pull: (request: PullRequest, signal: AbortSignal) => Answer<PullAnswer>;
  readonly documents: (request: DocumentsRequest, signal: AbortSignal) => Answer<DocumentsAnswer>;
};
