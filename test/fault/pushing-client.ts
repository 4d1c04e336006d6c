/** A device that keeps and edits records and pushes them in order, whatever becomes of the server. */
import * as Y from 'yjs';
import type { Author } from '../../shared/document/registers.ts';
import { textOf } from '../../shared/document/schema.ts';
import { writeChange } from '../../shared/document/write-change.ts';
import { writeNewImprovement } from '../../shared/document/write-new-improvement.ts';
import { createUuidV7, type DocumentId } from '../../shared/domain/ids.ts';
import { type PlainDevice, type PlainUpdate, uidOf } from '../support/plain-device.ts';
import { below, pick } from '../../shared/demo/seeded-random.ts';
import type { AckJournal } from './ack-journal.ts';

export type PushingClient = {
  /** Makes some edits and pushes what is unsent; resolves to the number of edits acknowledged. */
  readonly work: () => Promise<number>;
};

/** Now and then a batch of this size, which makes SQLite reset its log; else a few edits. */
const largeBatch = 300;
const smallBatch = 12;
const shareOfLarge = 0.35;
const mostDocuments = 2_000;

export function createPushingClient(
  device: PlainDevice,
  journal: AckJournal,
  random: () => number,
): PushingClient {
  const documents: { readonly id: DocumentId; readonly doc: Y.Doc }[] = [];
  const outbox: PlainUpdate[] = [];
  const author: Author = {
    device: device.device,
    actor: device.actor,
    nowMs: () => Date.now(),
  };

  const keepNew = () => {
    const id = createUuidV7<DocumentId>({
      nowMs: () => Date.now(),
      randomBytes: (size) => Uint8Array.from({ length: size }, () => below(random, 256)),
    });
    const doc = new Y.Doc();
    doc.on('update', (bytes: Uint8Array) => outbox.push({ docId: id, bytes }));
    writeNewImprovement(
      doc,
      `Idea ${documents.length}\n${'why '.repeat(below(random, 400))}`,
      author,
    );
    documents.push({ id, doc });
  };
  const editOne = () => {
    const doc = documents[below(random, documents.length)]?.doc;
    if (doc === undefined) return keepNew();
    pick(random, [
      () => textOf(doc, 'description').insert(0, `more ${below(random, 1_000)} `),
      () =>
        writeChange(
          doc,
          { type: 'setField', field: 'urgency', value: pick(random, ['high', 'low']) },
          author,
        ),
      () =>
        writeChange(
          doc,
          { type: 'setEntry', field: 'tags', entry: `tag ${below(random, 9)}`, on: true },
          author,
        ),
    ])();
  };

  return {
    work: async () => {
      if (outbox.length === 0) {
        const edits = 1 + below(random, random() < shareOfLarge ? largeBatch : smallBatch);
        for (let i = 0; i < edits; i++) {
          if (documents.length < mostDocuments && random() < 0.5) keepNew();
          else editOne();
        }
      }
      const { results } = await device.push(outbox);
      const acked = outbox.filter((_, at) => isAck(results[at]?.type));
      journal.append(
        acked.map(({ docId, bytes }) => ({ type: 'update', docId, uid: uidOf(bytes) })),
      );
      const refused = results.find((result) => !isAck(result.type));
      if (refused !== undefined) throw new Error(`Not admitted: ${JSON.stringify(refused)}`);
      outbox.length = 0;
      return acked.length;
    },
  };
}

const isAck = (type: string | undefined): boolean => type === 'ok' || type === 'dup';
