/** Tells every tab and worker of this browser what has just been stored, so that screens and open records follow. */
import type { DocumentId } from '../../shared/domain/ids.ts';

export type Change =
  | {
      readonly type: 'documents';
      readonly docIds: readonly DocumentId[];
      /** Who wrote, so that a writer passes over its own. */
      readonly source?: string;
    }
  | { readonly type: 'people' }
  /** Some were read, or are unread again. */
  | { readonly type: 'notices' }
  /** Something may have been missed, or another replica has taken this one's place. */
  | { readonly type: 'everything' };

export type ChangeFeed = {
  readonly publish: (change: Change) => void;
  readonly subscribe: (listener: (change: Change) => void) => () => void;
  readonly close: () => void;
};

/** A feed within this tab, joined with those of other tabs when `channel` reaches them. */
export function createChangeFeed(channel?: BroadcastChannel): ChangeFeed {
  const listeners = new Set<(change: Change) => void>();
  const tell = (change: Change) => {
    for (const listener of listeners) listener(change);
  };
  channel?.addEventListener('message', (event: MessageEvent<Change>) => tell(event.data));
  return {
    publish: (change) => {
      channel?.postMessage(change);
      tell(change);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => channel?.close(),
  };
}
