/** A document that a screen has open: what becomes of an edit when the screen goes away. */
import { expect, test } from 'vitest';
import { readField } from '../../../shared/document/read-document.ts';
import { improvementChanges } from '../../../web/commands/improvement-changes.ts';
import { presentDocument } from '../../../web/commands/open-document.ts';
import type { DocumentLog } from '../../../web/local/document-log.ts';
import { createWritable } from '../../../web/readable.ts';
import { createCoreReplica } from '../../support/core-replica.ts';

const nobodyElse = {
  state: createWritable('off' as const),
  others: createWritable([]),
  setCaret: () => undefined,
  leave: () => undefined,
};

async function openRecord() {
  const replica = createCoreReplica();
  const id = await replica.keep('kept');
  const openLogs = new Set<DocumentLog>();
  const log = await replica.open(id);
  const open = presentDocument({ ...replica.deps, enterRoom: () => nobodyElse, openLogs }, log, {
    author: { nowMs: replica.nowMs, ...replica.identity },
    changes: improvementChanges,
    readState: (doc) => readField(doc, 'title').value,
    follows: [],
  });
  return { ...replica, id, open, openLogs };
}

test('an edit that could not be stored when its screen went away is stored once the storage works', async () => {
  const { id, open, openLogs, setFate, clock, store } = await openRecord();
  setFate('fail');
  open.change({ type: 'setField', field: 'title', value: 'Better' });
  await open.close();
  expect([...openLogs].map((log) => log.unstored())).not.toContain(undefined);
  setFate('commit');
  await clock.pass(5_000);
  expect((await store.readRecords([id]))[0]?.title).toBe('Better');
  expect(openLogs.size).toBe(0);
});
