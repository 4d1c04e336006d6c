/** Key strokes for the live benches: made before the clock runs, counted without Yjs after it. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { textRoot } from '../../../shared/document/schema.ts';
import { roomMessage } from '../../../shared/protocol/room-messages.ts';

/** y-websocket's sync message that carries an update. */
const syncUpdate = 2;

/** Room frames of one person who types `count` characters in a row into the description. */
export function typeAhead(count: number): readonly Uint8Array[] {
  const doc = new Y.Doc();
  const frames: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => frames.push(toRoomFrame(update)));
  const text = doc.getText(textRoot('description'));
  for (let i = 0; i < count; i++) text.insert(i, 'x');
  doc.destroy();
  return frames;
}

function toRoomFrame(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, roomMessage.sync);
  encoding.writeVarUint(encoder, syncUpdate);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}

/** How many typed characters a room frame carries; 0 for a frame of another kind. */
export function countTyped(frame: Uint8Array): number {
  const decoder = decoding.createDecoder(frame);
  if (decoding.readVarUint(decoder) !== roomMessage.sync) return 0;
  if (decoding.readVarUint(decoder) !== syncUpdate) return 0;
  return countCharacters(decoding.readVarUint8Array(decoder));
}

const kind = { string: 4, skip: 10 } as const;
const flag = { origin: 0x80, rightOrigin: 0x40, parentSub: 0x20 } as const;

/** Reads the struct headers of a Yjs V1 update that holds typed text only, which is far cheaper than decoding it. */
export function countCharacters(update: Uint8Array): number {
  const decoder = decoding.createDecoder(update);
  const readId = () => {
    decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
  };
  let characters = 0;
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    let structs = decoding.readVarUint(decoder);
    readId();
    for (; structs > 0; structs--) {
      const info = decoding.readUint8(decoder);
      const contentKind = info & 0x1f;
      if (contentKind === kind.skip) {
        decoding.readVarUint(decoder);
        continue;
      }
      if (contentKind !== kind.string) throw new Error(`Not typed text: content ${contentKind}`);
      if ((info & flag.origin) !== 0) readId();
      if ((info & flag.rightOrigin) !== 0) readId();
      if ((info & (flag.origin | flag.rightOrigin)) === 0) readParent(decoder, info);
      characters += decoding.readVarString(decoder).length;
    }
  }
  return characters;
}

function readParent(decoder: decoding.Decoder, info: number): void {
  if (decoding.readVarUint(decoder) === 1) decoding.readVarString(decoder);
  else {
    decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
  }
  if ((info & flag.parentSub) !== 0) decoding.readVarString(decoder);
}
