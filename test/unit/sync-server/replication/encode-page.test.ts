/** What is written straight into a buffer is what the general encoder would have made of the same values. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DocumentId, PersonId, Uid } from '../../../../shared/domain/ids.ts';
import type { Fact } from '../../../../shared/process/facts.ts';
import { decodeFrame, encodeFrame } from '../../../../shared/protocol/frame.ts';
import { createCborWriter } from '../../../../sync-server/replication/cbor-writer.ts';
import { encodePage } from '../../../../sync-server/replication/encode-page.ts';
import type { PullPage } from '../../../../sync-server/replication/pull.ts';
import type { DocumentHead } from '../../../../sync-server/store/store.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 300 });
const natural = fc.oneof(fc.nat(300), fc.nat(70_000), fc.maxSafeNat());

const fact: fc.Arbitrary<Fact> = fc.record({
  n: natural,
  uid: fc.uuid() as fc.Arbitrary<Uid>,
  by: fc.uuid() as fc.Arbitrary<PersonId>,
  at: natural,
  said: fc.record({ type: fc.constant('decline' as const), reason: text }),
});

const document: fc.Arbitrary<DocumentHead> = fc.record({
  docId: fc.uuid() as fc.Arbitrary<DocumentId>,
  headSeq: natural,
  epoch: natural,
  ref: text,
  rowJson: text.map((row) => new TextEncoder().encode(row)),
  facts: fc.oneof(fc.constant([]), fc.array(fact, { minLength: 1, maxLength: 2 })),
  projVersion: natural,
  whole: fc.boolean(),
  updates: fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 3 }),
});

const page: fc.Arbitrary<PullPage> = fc.record(
  {
    epoch: fc.uuid(),
    documents: fc.array(document, { maxLength: 4 }),
    cursor: text,
    more: fc.boolean(),
    total: natural,
    people: fc.record({ version: natural, list: fc.constant([]) }),
  },
  { requiredKeys: ['epoch', 'documents', 'cursor', 'more', 'total'] },
);

it('holds what the page holds', () => {
  fc.assert(
    fc.property(page, ({ documents, ...rest }) => {
      const message = decodeFrame(encodePage({ documents, ...rest })) as Uint8Array;
      expect(decodeFrame(message)).toEqual({
        ...rest,
        items: documents.map(({ docId, headSeq, epoch, whole, updates, ...head }) => ({
          docId,
          headSeq,
          docEpoch: epoch,
          whole,
          updates,
          facts: head.facts.length > 0 ? { ref: head.ref, list: head.facts } : { ref: head.ref },
          row: new TextDecoder().decode(head.rowJson),
          projVersion: head.projVersion,
        })),
      });
    }),
  );
});

it('takes the shortest form of every value, as the general encoder does', () => {
  fc.assert(
    fc.property(natural, text, fc.uint8Array({ maxLength: 300 }), (value, words, bytes) => {
      const written = createCborWriter(4_096)
        .array(5)
        .integer(value)
        .text(words)
        .bytes(bytes)
        .boolean(bytes.length > 9)
        .encoded(encodeFrame({ words }))
        .written();
      const plain = encodeFrame([value, words, bytes, bytes.length > 9, { words }]);
      expect([...written]).toEqual([...plain]);
    }),
  );
});

it('says so when its buffer is too small, instead of leaving something out', () => {
  expect(() => createCborWriter(4).text('four')).toThrow(RangeError);
  expect(() => createCborWriter(4).bytes(new Uint8Array(4))).toThrow(RangeError);
});
