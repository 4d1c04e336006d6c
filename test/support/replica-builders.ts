/** Makes edits and pulled documents as a device and a server would, for tests of replicas. */
import * as Y from 'yjs';
import { nextHlc } from '../../shared/domain/hlc.ts';
import { createUuidV7, type DocumentId, type Uid } from '../../shared/domain/ids.ts';
import type { ImprovementRow } from '../../shared/domain/improvement.ts';
import { project } from '../../shared/document/project.ts';
import { noFacts, projectionVersion } from '../../shared/document/projection.ts';
import { writeChange } from '../../shared/document/write-change.ts';
import { writeNewImprovement } from '../../shared/document/write-new-improvement.ts';
import type { PulledDocument } from '../../shared/protocol/messages.ts';
import type { LocalEdit } from '../../web/local/document-store.ts';
import type { Identity } from '../../web/local/identity.ts';

export type TestAuthor = {
  readonly identity: Identity;
  /** A new record's first edit. */
  readonly capture: (text: string) => Written;
  /** A later edit of the title in `doc`, based on the rows that `shows` names. */
  readonly retitle: (
    written: Written,
    title: string,
    shows?: Partial<LocalEdit['shows']>,
  ) => LocalEdit;
};

export type Written = {
  readonly doc: Y.Doc;
  readonly edit: Omit<LocalEdit, 'shows' | 'row'> & { readonly row: ImprovementRow };
};

/** Ids, clock and hashes from counters: nothing in them is left to chance. */
export function createTestAuthor(number = 1, startMs = 1_700_000_000_000): TestAuthor {
  let ms = startMs;
  let hashes = 0;
  const clock = { nowMs: () => ms++ };
  const chance = { ...clock, randomBytes: bytesFrom(number) };
  const identity: Identity = {
    device: createUuidV7(chance),
    actor: createUuidV7(chance),
    boot: `boot-${number}`,
  };
  const author = { ...clock, device: identity.device, actor: identity.actor };
  const nextUid = () => `${number}-${++hashes}`.padStart(64, '0') as Uid;

  return {
    identity,
    capture: (text) => {
      const doc = new Y.Doc();
      const docId = createUuidV7<DocumentId>(chance);
      writeNewImprovement(doc, text, author);
      const edit = {
        docId,
        update: Y.encodeStateAsUpdate(doc),
        uid: nextUid(),
        hlc: nextHlc(clock),
        boot: identity.boot,
        actor: identity.actor,
        row: project(docId, doc, noFacts, ms),
      };
      return { doc, edit };
    },
    retitle: ({ doc, edit }, title, shows = {}) => {
      const updates: Uint8Array[] = [];
      const collect = (update: Uint8Array) => updates.push(update);
      doc.on('update', collect);
      writeChange(doc, { type: 'setField', field: 'title', value: title }, author);
      doc.off('update', collect);
      return {
        ...edit,
        update: Y.mergeUpdates(updates),
        uid: nextUid(),
        hlc: nextHlc(clock),
        row: project(edit.docId, doc, noFacts, ms),
        shows: { generation: 0, snapshotN: 0, tailN: Number.MAX_SAFE_INTEGER, ...shows },
      };
    },
  };
}

/** The whole of `doc` as a server sends it, with its reference. */
export function pulled(
  docId: DocumentId,
  doc: Y.Doc,
  headSeq: number,
  more: Partial<PulledDocument & { readonly row: ImprovementRow }> = {},
): PulledDocument & { readonly row: ImprovementRow } {
  const facts = { ref: `CI-${headSeq}` };
  return {
    docId,
    headSeq,
    docEpoch: 0,
    whole: true,
    updates: [Y.encodeStateAsUpdate(doc) as Uint8Array<ArrayBuffer>],
    facts,
    row: project(docId, doc, facts, headSeq),
    projVersion: projectionVersion,
    ...more,
  };
}

function bytesFrom(number: number): (sizeBytes: number) => Uint8Array {
  let calls = 0;
  return (sizeBytes) => {
    calls++;
    return Uint8Array.from({ length: sizeBytes }, (_, i) => (number * 31 + calls * 7 + i) % 256);
  };
}
