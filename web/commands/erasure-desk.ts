/** Has the server take a passage out of a record: asked at once, because an erasure that waits keeps the words. */
import { rewriteWithout } from '../../shared/document/rewrite-document.ts';
import { erasureAnswer } from '../../shared/protocol/erasure.ts';
import { paths } from '../../shared/protocol/paths.ts';
import { err } from '../../shared/result.ts';
import type { DocumentLog } from '../local/document-log.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import type { HttpDeps } from '../replication/http-transport.ts';
import type { ErasureService } from '../services/erasure.ts';
import { createAsk } from '../session/ask-json.ts';

export type ErasureDeps = HttpDeps & { readonly store: Pick<ReplicaStore, 'readUnsentDocuments'> };

export function createErasureDesk(
  deps: ErasureDeps,
  log: Pick<DocumentLog, 'id' | 'doc' | 'flush'>,
): ErasureService {
  const ask = createAsk(deps);
  return {
    countPlaces: async (words) =>
      rewriteWithout(log.doc.get(), { type: 'words', words })?.places ?? 0,
    erase: async (passage, reason) => {
      await log.flush();
      const unsent = await deps.store.readUnsentDocuments([log.id]);
      if (unsent.has(log.id)) return err('unsent');
      return ask(`${paths.erasures}/${log.id}`, erasureAnswer, { ...passage, reason });
    },
  };
}
