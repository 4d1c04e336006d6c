/** Everything unsent and every draft as one readable file: titles to recognise it by, the bytes verbatim. */
import type { ClockDep } from '../../shared/deps.ts';
import { bytesToBase64 } from './base64.ts';
import type { Identity } from './identity.ts';
import type { ReplicaStore } from './replica-store.ts';
import type { DraftRow, OutboxRow } from './tables.ts';

export async function exportUnsent(
  deps: ClockDep & {
    readonly store: Pick<ReplicaStore, 'readOutboxAndDrafts'>;
    readonly identity: Identity;
  },
): Promise<{ readonly name: string; readonly blob: Blob }> {
  const { outbox, drafts, titles } = await deps.store.readOutboxAndDrafts();
  const madeAt = new Date(deps.nowMs()).toISOString();
  const content = {
    format: 'gemba-unsent',
    version: 1,
    madeAt,
    device: deps.identity.device,
    unsent: outbox.map((row) => ({ title: titles.get(row.docId) ?? '', ...itemOf(row) })),
    drafts: drafts.map((row) => ({ title: row.title, reason: row.code, ...itemOf(row) })),
  };
  const blob = new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' });
  return { name: `gemba-unsent-${madeAt.slice(0, 10)}.json`, blob };
}

function itemOf(row: OutboxRow | DraftRow) {
  const { docId, uid, docEpoch, hlc, boot, actor, n } = row;
  const body =
    row.body.type === 'update'
      ? { type: 'update', base64: bytesToBase64(row.body.bytes) }
      : row.body;
  return { docId, uid, docEpoch, hlc, boot, actor, n, writtenAt: row.madeAt, body };
}
