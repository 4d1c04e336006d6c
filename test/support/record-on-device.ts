/** A record as one device holds it: real edits, one update each, as its outbox would keep them. */
import * as Y from 'yjs';
import {
  type ActorId,
  createUuidV7,
  type DeviceId,
  type DocumentId,
} from '../../shared/domain/ids.ts';
import type { Author } from '../../shared/document/registers.ts';
import { type ImprovementChange, writeChange } from '../../shared/document/write-change.ts';
import { writeNewImprovement } from '../../shared/document/write-new-improvement.ts';
import { systemDeps } from './sync-core.ts';

export type RecordOnDevice = {
  readonly docId: DocumentId;
  readonly doc: Y.Doc;
  /** The update that one edit makes; `work` may also write what no page would. */
  readonly edit: (work: (doc: Y.Doc) => void) => Uint8Array;
  readonly change: (change: ImprovementChange) => Uint8Array;
};

type Owner = { readonly device: DeviceId; readonly actor: ActorId };

/** A new record and its first update. */
export function captureOn(
  owner: Owner,
  text: string,
): RecordOnDevice & { readonly first: Uint8Array } {
  const record = openRecordOn(owner, createUuidV7<DocumentId>(systemDeps));
  const first = record.edit((doc) => writeNewImprovement(doc, text, authorOf(owner)));
  return { ...record, first };
}

/** A record that the device has from elsewhere. */
export function openRecordOn(
  owner: Owner,
  docId: DocumentId,
  updates: readonly Uint8Array[] = [],
): RecordOnDevice {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const edit = (work: (doc: Y.Doc) => void): Uint8Array => {
    const before = Y.encodeStateVector(doc);
    let made: Uint8Array | undefined;
    doc.once('update', (update: Uint8Array) => {
      made = update;
    });
    doc.transact(() => work(doc));
    return made ?? Y.encodeStateAsUpdate(doc, before);
  };
  return {
    docId,
    doc,
    edit,
    change: (change) => edit(() => writeChange(doc, change, authorOf(owner))),
  };
}

const authorOf = ({ device, actor }: Owner): Author => ({ ...systemDeps, device, actor });
