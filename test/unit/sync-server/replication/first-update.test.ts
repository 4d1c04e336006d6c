/** The short way through admission comes to the verdict and the row of the long one, whatever it is given. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createUuidV7, type ActorId, type DeviceId } from '../../../../shared/domain/ids.ts';
import { limits } from '../../../../shared/domain/improvement.ts';
import { writeChange } from '../../../../shared/document/write-change.ts';
import { writeNewImprovement } from '../../../../shared/document/write-new-improvement.ts';
import { type DocumentBatch, writerOf } from '../../../../sync-server/replication/admission.ts';
import { createInProcessAdmission } from '../../../../sync-server/replication/admit.ts';
import { readFirstUpdate } from '../../../../sync-server/replication/first-update.ts';
import type { Memberships } from '../../../../sync-server/store/membership-store.ts';
import { recordsOf } from '../../../support/plain-records.ts';
import { systemDeps } from '../../../support/sync-core.ts';

const author = {
  person: 'p' as never,
  device: createUuidV7<DeviceId>(systemDeps),
  actor: createUuidV7<ActorId>(systemDeps),
};
const memberships: Memberships = {
  editing: 'everyone',
  members: new Map([
    [
      author.person,
      {
        roles: ['contributor'],
        isRemoved: false,
        actors: [author.actor],
        ownedItems: [],
        belongsTo: [],
      },
    ],
  ]),
};
const records = recordsOf(author, 60);

async function judge(bytes: Uint8Array, how: Partial<DocumentBatch>) {
  const documents: readonly DocumentBatch[] = [
    {
      docId: '0198b0a0-0000-7000-8000-000000000000' as never,
      isUnknown: true,
      isResident: false,
      isSnapshotDue: false,
      decisions: undefined,
      items: [{ author, parts: [bytes] }],
      ...how,
    },
  ];
  const admission = createInProcessAdmission();
  const [verdict] = await admission.admit(
    { workspace: 'w' as never, nowMs: 7, memberships, documents },
    async (_, docIds) => docIds.map(() => undefined),
  );
  return verdict;
}

/** A document that stays open is judged the long way. */
async function expectSameVerdict(bytes: Uint8Array): Promise<void> {
  expect(await judge(bytes, {})).toEqual(await judge(bytes, { isResident: true }));
}

function updateOf(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  write(doc);
  return Y.encodeStateAsUpdate(doc);
}

describe('a first update', () => {
  it('is read without a document when it is a plain capture', async () => {
    for (const { bytes } of records) {
      expect(readFirstUpdate(bytes, writerOf(memberships, author))).toBeDefined();
      await expectSameVerdict(bytes);
    }
  });

  const writer = { ...author, nowMs: () => 5 };
  const shapes: Readonly<Record<string, (doc: Y.Doc) => void>> = {
    'a field set twice': (doc) => {
      writeNewImprovement(doc, 'One', writer);
      writeChange(doc, { type: 'setField', field: 'title', value: 'Two' }, writer);
    },
    'a text that was typed and cut': (doc) => {
      doc.getText('t:description').insert(0, 'one two');
      doc.getText('t:description').delete(1, 3);
    },
    'a text that was typed in two strokes': (doc) => {
      doc.getText('t:description').insert(0, 'behind');
      doc.getText('t:description').insert(0, 'before ');
    },
    'something nested': (doc) => void doc.getMap('f').set('type', new Y.Map()),
    'a format': (doc) => doc.getText('t:description').insert(0, 'x', { bold: true }),
    'a text under the name of a map': (doc) => doc.getText('votes').insert(0, 'x'),
    'a key under the name of a text': (doc) => void doc.getMap('t:description').set('x', 1),
    'a root that a record does not have': (doc) => void doc.getMap('else').set('x', 1),
    'the vote of another': (doc) => void doc.getMap('votes').set('x', { on: true, hlc: 'x' }),
    'a text that is too long': (doc) =>
      doc.getText('t:description').insert(0, 'x'.repeat(limits.textLength + 1)),
    nothing: () => undefined,
  };
  it.each(Object.entries(shapes))('with %s is judged the same both ways', async (_, write) => {
    await expectSameVerdict(updateOf(write));
  });

  it('of two clients is judged the same both ways', async () => {
    const [first, second] = [new Y.Doc(), new Y.Doc()];
    writeNewImprovement(first, 'One', writer);
    second.getText('t:description').insert(0, 'two');
    const both = [first, second].map((doc) => Y.encodeStateAsUpdate(doc));
    await expectSameVerdict(Y.mergeUpdates(both));
  });

  it('that was damaged anywhere is judged the same both ways', async () => {
    const damaged = fc
      .record({
        record: fc.constantFrom(...records),
        at: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
          minLength: 1,
          maxLength: 3,
        }),
      })
      .map(({ record, at }) => {
        const bytes = record.bytes.slice();
        for (const [where, value] of at) bytes[Math.floor(where * (bytes.length - 1))] = value;
        return bytes;
      });
    await fc.assert(fc.asyncProperty(damaged, expectSameVerdict), { numRuns: 3_000 });
  });
});
