/** What was erased stays nowhere on a device, also where the server's answer came after the erasure. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { rewriteWithout } from '../../../shared/document/rewrite-document.ts';
import type { ServerEpoch } from '../../../shared/domain/ids.ts';
import { createCoreReplica } from '../../support/core-replica.ts';
import { pulled } from '../../support/replica-builders.ts';

const epoch = '018f0000-0000-7000-8000-00000000000a' as ServerEpoch;

test('an edit that the server had before its document was written anew is not kept once that is known', async () => {
  const { keep, open, store, tables } = createCoreReplica();
  const id = await keep('Ask Xanthippe why');
  const log = await open(id);
  const anew = rewriteWithout(log.doc.get(), { type: 'words', words: 'Xanthippe' });
  await log.close();
  const limits = { items: 500, updateBytes: 1e6, exclude: new Set<never>(), afterN: 0 };
  const offered = await store.takePushBatch(limits);
  if (!offered.ok || anew === undefined) throw new Error('Nothing is unsent.');
  await store.applyPage({
    after: await store.readSyncPoint(),
    epoch,
    cursor: '1-1-workspace',
    documents: [pulled(id, anew.doc, 2, { docEpoch: 1 })],
    people: undefined,
    isLast: true,
  });
  const result = { type: 'dup', seq: 1 } as const;
  await store.settlePush(
    offered.value.map((row) => ({ row, result })),
    epoch,
  );
  const rows = await tables.transact('read', ['outbox', 'acked', 'drafts'], async (kept) => [
    await kept.outbox.range({}),
    await kept.acked.range({}),
    await kept.drafts.range({}),
  ]);
  expect(rows).toEqual([[], [], []]);
  const doc = new Y.Doc();
  for (const update of (await store.readDocument(id))?.updates ?? []) Y.applyUpdate(doc, update);
  expect(doc.getText('t:description').toString()).not.toContain('Xanthippe');
});
