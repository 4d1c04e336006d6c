import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { textOf } from '../../../shared/document/schema.ts';
import { readUnsentEdits } from '../../../web/commands/unsent-edits.ts';
import { beginMeasureOn } from '../../support/measure-on-device.ts';
import { captureOn } from '../../support/record-on-device.ts';
import { createReplica } from '../../support/document-replica.ts';

const { device, actor } = createReplica(1);
const identity = { device, actor, boot: 'boot' };
type Store = Parameters<typeof readUnsentEdits>[0]['store'];

/** A store that holds the record as it is, and these updates unsent. */
const holding = (doc: Y.Doc, unsent: readonly Uint8Array[]): Store =>
  ({
    readUnsentOf: async () =>
      unsent.map((bytes, n) => ({ n, madeAt: n, body: { type: 'update', bytes } })),
    readDocument: async () => ({ updates: [Y.encodeStateAsUpdate(doc)] }),
  }) as unknown as Store;

it('says what each unsent edit wrote, the latest first', async () => {
  const { docId, doc, edit, change } = captureOn(identity, 'Labels fade');
  const unsent = [
    change({ type: 'setField', field: 'urgency', value: 'high' }),
    change({ type: 'setEntry', field: 'tags', entry: 'store', on: true }),
    change({ type: 'support', on: true }),
    edit((record) => textOf(record, 'description').delete(0, 3)),
  ];
  const edits = await readUnsentEdits({ store: holding(doc, unsent), identity }, docId);
  expect(edits).toEqual([
    { change: { type: 'text', field: 'description' }, madeAt: 3 },
    { change: { type: 'support', on: true }, madeAt: 2 },
    { change: { type: 'entry', field: 'tags', entry: 'store', on: true }, madeAt: 1 },
    { change: { type: 'field', field: 'urgency', old: '', new: 'high' }, madeAt: 0 },
  ]);
});

it('says of a record that is unsent as a whole that it began', async () => {
  const { docId, doc, first } = captureOn(identity, 'Labels fade');
  const edits = await readUnsentEdits({ store: holding(doc, [first]), identity }, docId);
  expect(edits).toEqual([{ change: { type: 'created' }, madeAt: 0 }]);
});

it('says of a measure which readings were taken and taken out', async () => {
  const measure = beginMeasureOn(identity);
  const taken = measure.write({ at: '2027-03-01', value: 7, note: '' });
  const unsent = [
    measure.rename('Queue'),
    taken.bytes,
    measure.write({ at: '2027-03-01', value: 7, note: '', replaces: taken.id, removed: true })
      .bytes,
  ];
  const store = holding(measure.doc, unsent);
  const edits = await readUnsentEdits({ store, identity }, measure.docId);
  expect(edits.map(({ change }) => change)).toEqual([
    { type: 'reading', at: '2027-03-01', old: 7, new: '' },
    { type: 'reading', at: '2027-03-01', old: '', new: 7 },
    { type: 'field', field: 'name', old: '', new: 'Queue' },
  ]);
});

it('reads no document where nothing is unsent', async () => {
  const { docId, doc } = captureOn(identity, 'Labels fade');
  expect(await readUnsentEdits({ store: holding(doc, []), identity }, docId)).toEqual([]);
});
