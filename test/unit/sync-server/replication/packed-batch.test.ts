import { expect, it } from 'vitest';
import type { AdmissionBatch } from '../../../../sync-server/replication/admission.ts';
import { packBatch, unpackBatch } from '../../../../sync-server/replication/packed-batch.ts';

it('comes out of the parcel as it went in', () => {
  const author = { person: 'p', device: 'd', actor: 'a' } as never;
  const item = (...parts: readonly number[][]) => ({
    author,
    parts: parts.map((part) => new Uint8Array(part)),
  });
  const document = {
    isUnknown: false,
    isResident: true,
    isSnapshotDue: false,
    decisions: undefined,
  };
  const batch: AdmissionBatch = {
    workspace: 'w' as never,
    nowMs: 7,
    memberships: { editing: 'everyone', members: new Map() },
    documents: [
      { docId: 'one' as never, ...document, items: [item([1, 2], [], [3]), item([4])] },
      { docId: 'two' as never, ...document, items: [item([5, 6, 7])] },
      { docId: 'three' as never, ...document, items: [] },
    ],
  };
  const packed = packBatch(batch);
  const moved = structuredClone(packed, { transfer: [packed.bytes.buffer] });
  expect(unpackBatch(moved)).toEqual(batch);
});
