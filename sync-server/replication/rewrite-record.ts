/** A record without a passage, and the refused edits that hold it. Untrusted bytes: runs where admission runs. */
import * as Y from 'yjs';
import { eraseWords } from '../../shared/document/erase-words.ts';
import { projectDocument } from '../../shared/document/project-document.ts';
import { recoverTexts } from '../../shared/document/recover-texts.ts';
import { rewriteWithout } from '../../shared/document/rewrite-document.ts';
import type { DeviceId, Uid } from '../../shared/domain/ids.ts';
import type { QuarantinedBytes } from '../store/erasure-store.ts';
import type { StoredDocument } from '../store/store.ts';
import type { DocumentKey, RewritingRequest, RewrittenRecord } from './admission.ts';
import { openCopy } from './working-copy.ts';

export function rewriteRecord(
  key: DocumentKey,
  stored: StoredDocument,
  { passage, nowMs, quarantined }: RewritingRequest,
): RewrittenRecord | undefined {
  const old = openCopy(key, stored);
  const rewritten = rewriteWithout(old.doc, passage);
  if (rewritten === undefined) return undefined;
  const { doc, places, texts, words } = rewritten;
  const refused = holding(quarantined, words);
  return {
    bytes: Y.encodeStateAsUpdate(doc),
    clientId: doc.clientID,
    rowJson: JSON.stringify(
      projectDocument({ kind: old.kind, id: key.docId }, doc, { ref: old.ref }, nowMs),
    ),
    places: places + refused.length,
    texts,
    words,
    refused,
  };
}

/** All of a device's when they hold the words together: they may have been typed letter by letter. */
function holding(quarantined: readonly QuarantinedBytes[], words: string): readonly Uid[] {
  const byDevice = new Map<DeviceId, QuarantinedBytes[]>();
  for (const edit of quarantined) {
    byDevice.set(edit.device, [...(byDevice.get(edit.device) ?? []), edit]);
  }
  return [...byDevice.values()]
    .filter((edits) =>
      recoverTexts(edits.map(({ bytes }) => bytes)).some(
        (text) => eraseWords(text, words).places > 0,
      ),
    )
    .flatMap((edits) => edits.map(({ uid }) => uid));
}
