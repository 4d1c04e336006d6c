/** Packs outbox rows into signed envelopes, without changing their order: results come back in it. */
import type { DeviceId } from '../../shared/domain/ids.ts';
import { encodeFrame } from '../../shared/protocol/frame.ts';
import type { Envelope, EnvelopeContent, Item } from '../../shared/protocol/messages.ts';
import type { OutboxRow } from '../local/tables.ts';

export type SignerDep = {
  /** Ed25519 by this device's key: 64 bytes. */
  readonly sign: (content: Uint8Array) => Promise<Uint8Array>;
};

/** Consecutive rows of one author and program run share an envelope. */
export async function sealEnvelopes(
  deps: SignerDep,
  device: DeviceId,
  rows: readonly OutboxRow[],
): Promise<Envelope[]> {
  const contents: (EnvelopeContent & { items: Item[] })[] = [];
  for (const row of rows) {
    const last = contents.at(-1);
    if (last?.boot === row.boot && last.actor === row.actor) last.items.push(itemOf(row));
    else contents.push({ device, boot: row.boot, actor: row.actor, items: [itemOf(row)] });
  }
  return Promise.all(contents.map((content) => seal(deps, content)));
}

async function seal(deps: SignerDep, content: EnvelopeContent): Promise<Envelope> {
  const bytes = encodeFrame(content);
  return { content: bytes, signature: (await deps.sign(bytes)) as Uint8Array<ArrayBuffer> };
}

function itemOf(row: OutboxRow): Item {
  const { n, docId, docEpoch, hlc, body, uid, applies } = row;
  return {
    n,
    docId,
    docEpoch,
    hlc,
    body:
      body.type === 'update'
        ? { type: 'update', bytes: body.bytes as Uint8Array<ArrayBuffer> }
        : { type: 'command', uid, command: body.command },
    ...(applies !== undefined && { applies: [...applies] }),
  };
}
