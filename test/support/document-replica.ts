/** A device's copy of one document, with ids from a small number, so that a failing seed reproduces. */
import * as Y from 'yjs';
import type { Author } from '../../shared/document/registers.ts';
import type { ActorId, DeviceId } from '../../shared/domain/ids.ts';

export type DocumentReplica = {
  readonly doc: Y.Doc;
  readonly device: DeviceId;
  readonly actor: ActorId;
  readonly author: (nowMs: number) => Author;
};

export function createReplica(number: number): DocumentReplica {
  const doc = new Y.Doc();
  doc.clientID = number;
  const device = `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as DeviceId;
  const actor = `00000000-0000-7000-9000-${String(number).padStart(12, '0')}` as ActorId;
  return { doc, device, actor, author: (nowMs) => ({ nowMs: () => nowMs, device, actor }) };
}

/** Brings both documents to the union of what they hold. */
export function exchange(a: Y.Doc, b: Y.Doc): void {
  if (a === b) return;
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)));
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)));
}
