/** Makes Y.Docs whose client id comes from the injected chance: fresh for each instance, never stored, seeded in simulations. */
import * as Y from 'yjs';
import type { RandomDep } from '../../shared/deps.ts';

/** A client id that is used twice would diverge for ever, so it is 32 bits of chance, as Yjs' own. */
export function createDoc(
  deps: RandomDep,
  updates: readonly Uint8Array[] = [],
  origin?: unknown,
): Y.Doc {
  // Yjs would draw a random guid, which nothing here uses.
  const doc = new Y.Doc({ guid: '' });
  const bytes = deps.randomBytes(4);
  doc.clientID = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  for (const update of updates) Y.applyUpdate(doc, update, origin);
  return doc;
}
