/** A person who types into an open record: through the room while it is there, by push what was cut off. */
import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { textOf } from '../../shared/document/schema.ts';
import { writeNewImprovement } from '../../shared/document/write-new-improvement.ts';
import { createUuidV7, type DocumentId } from '../../shared/domain/ids.ts';
import { type PlainDevice, uidOf } from '../support/plain-device.ts';
import { openPlainRoom, type PlainRoom } from '../support/plain-room.ts';
import type { AckJournal } from './ack-journal.ts';

export type TypingClient = {
  /** Types one word; resolves to 1 once it is acknowledged. */
  readonly work: () => Promise<number>;
};

/** A new record for several to type into; resolves once the server has it. */
export async function keepRecord(device: PlainDevice, journal: AckJournal): Promise<DocumentId> {
  const docId = createUuidV7<DocumentId>({
    nowMs: () => Date.now(),
    randomBytes: (sizeBytes) => new Uint8Array(randomBytes(sizeBytes)),
  });
  const doc = new Y.Doc();
  const author = { device: device.device, actor: device.actor, nowMs: () => Date.now() };
  writeNewImprovement(doc, 'Written by several at once', author);
  const bytes = Y.encodeStateAsUpdate(doc);
  await device.push([{ docId, bytes }]);
  journal.append([{ type: 'update', docId, uid: uidOf(bytes) }]);
  return docId;
}

export function createTypingClient(
  device: PlainDevice,
  docId: DocumentId,
  name: string,
  journal: AckJournal,
): TypingClient {
  const doc = new Y.Doc();
  let room: PlainRoom | undefined;
  let words = 0;
  let unsent: { readonly word: string; readonly update: Uint8Array } | undefined;
  let made: Uint8Array | undefined;
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') made = update;
  });

  const acknowledge = (word: string) => {
    unsent = undefined;
    journal.append([{ type: 'word', docId, word }]);
    return 1;
  };
  const typeWord = () => {
    const word = `<${name}${words++}>`;
    const text = textOf(doc, 'description');
    text.insert(text.length, word);
    if (made === undefined) throw new Error('Typing made no update.');
    return { word, update: made };
  };

  return {
    work: async () => {
      if (unsent !== undefined) {
        // Was under way when the server went: only the outbox may bring it.
        const [result] = (await device.push([{ docId, bytes: unsent.update }])).results;
        if (result?.type !== 'ok' && result?.type !== 'dup') {
          throw new Error(`Not admitted: ${JSON.stringify(result)}`);
        }
        return acknowledge(unsent.word);
      }
      if (room?.socket.readyState !== WebSocket.OPEN) {
        room = await openPlainRoom(await device.roomUrl(docId), doc);
      }
      unsent = typeWord();
      await room.sendUpdate(unsent.update);
      return acknowledge(unsent.word);
    },
  };
}
