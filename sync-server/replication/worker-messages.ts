/** What passes between the server and its admission worker. */
import type { DocumentId, WorkspaceId } from '../../shared/domain/ids.ts';
import type { StoredDocument } from '../store/store.ts';
import type {
  DocumentKey,
  DocumentVerdict,
  RewritingRequest,
  RewrittenRecord,
} from './admission.ts';
import type { EditSummary } from './describe-edit.ts';
import type { PackedBatch } from './packed-batch.ts';

export type WorkerRequest =
  | { readonly type: 'admit'; readonly batch: PackedBatch }
  | { readonly type: 'difference'; readonly key: DocumentKey; readonly stateVector: Uint8Array }
  | { readonly type: 'describe'; readonly key: DocumentKey; readonly bytes: Uint8Array }
  | {
      readonly type: 'rewrite';
      readonly key: DocumentKey;
      readonly rewriting: RewritingRequest;
    }
  | { readonly type: 'release'; readonly key: DocumentKey };

export type ToWorker =
  | { readonly type: 'request'; readonly id: number; readonly request: WorkerRequest }
  | { readonly type: 'loaded'; readonly documents: readonly (StoredDocument | undefined)[] }
  | { readonly type: 'loadFailed' }
  | { readonly type: 'discard'; readonly documents: readonly DocumentKey[] };

export type FromWorker =
  /** The first message: it has come up. */
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly answer: WorkerAnswer }
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
  | {
      readonly type: 'load';
      readonly workspace: WorkspaceId;
      readonly docIds: readonly DocumentId[];
    };

export type WorkerAnswer =
  readonly DocumentVerdict[] | EditSummary | RewrittenRecord | Uint8Array | undefined;
