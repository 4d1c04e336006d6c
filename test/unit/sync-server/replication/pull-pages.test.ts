/** A pull that takes several pages: what a document had before the pages in between must come along. */
import { afterEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { textOf } from '../../../../shared/document/schema.ts';
import { createUuidV7, type DocumentId } from '../../../../shared/domain/ids.ts';
import type { PulledDocument } from '../../../../shared/protocol/messages.ts';
import { protocolVersion } from '../../../../shared/protocol/version.ts';
import {
  type CoreDevice,
  createSyncCore,
  type SyncCore,
  systemDeps,
} from '../../../support/sync-core.ts';

let core: SyncCore;
afterEach(() => core.close());

it('brings every update of a document that others overtook, one document a page [R5]', async () => {
  core = createSyncCore();
  const device = await core.join();
  const [first, second, third] = [newRecord(), newRecord(), newRecord()];
  // In the order of their heads: second, third, first. The first one's beginning lies before them all.
  await type(device, first, 'begun early');
  await type(device, second, 'in between');
  await type(device, third, 'in between as well');
  await type(device, first, 'edited late: ');

  const reader = createReader(device);
  await reader.pullAll();
  expect(reader.textOf(first.id)).toBe('edited late: begun early');

  await type(device, third, 'again: ');
  await type(device, second, 'again: ');
  await type(device, third, 'and again: ');
  await reader.pullAll();
  expect(reader.textOf(first.id)).toBe('edited late: begun early');
  expect(reader.textOf(second.id)).toBe('again: in between');
  expect(reader.textOf(third.id)).toBe('and again: again: in between as well');
});

it('sends nothing twice to a reader who is up to date', async () => {
  core = createSyncCore();
  const device = await core.join();
  await type(device, newRecord(), 'one');
  const reader = createReader(device);
  expect(await reader.pullAll()).toBe(1);
  expect(await reader.pullAll()).toBe(0);
});

type PlainRecord = { readonly id: DocumentId; readonly doc: Y.Doc };

const newRecord = (): PlainRecord => ({
  id: createUuidV7<DocumentId>(systemDeps),
  doc: new Y.Doc(),
});

async function type(device: CoreDevice, { id, doc }: PlainRecord, words: string): Promise<void> {
  const before = Y.encodeStateVector(doc);
  textOf(doc, 'description').insert(0, words);
  const bytes = Y.encodeStateAsUpdate(doc, before);
  const answer = await core.replication.push(device.session, device.pushOf([{ docId: id, bytes }]));
  expect(answer).toMatchObject({ ok: true, value: { results: [{ type: 'ok' }] } });
}

function createReader(device: CoreDevice) {
  const documents = new Map<string, Y.Doc>();
  let cursor: string | null = null;
  const take = ({ docId, updates }: PulledDocument) => {
    const doc = documents.get(docId) ?? new Y.Doc();
    for (const update of updates) Y.applyUpdate(doc, update);
    documents.set(docId, doc);
  };
  return {
    /** Pulls one document a page until there is no more; resolves to how many documents came. */
    pullAll: async () => {
      let count = 0;
      for (let more = true; more;) {
        const answer = await core.replication.pull(device.session, {
          proto: protocolVersion,
          epoch: null,
          cursor,
          peopleVersion: 0,
          limit: 1,
        });
        if (!answer.ok) throw new Error(JSON.stringify(answer.error));
        ({ cursor, more } = answer.value);
        answer.value.items.forEach(take);
        count += answer.value.items.length;
      }
      return count;
    },
    textOf: (docId: DocumentId) => {
      const doc = documents.get(docId);
      return doc && textOf(doc, 'description').toString();
    },
  };
}
