/** Bytes of room sockets: y-websocket's messages and ours, and WebSocket frames built once for many sockets. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { roomMessage } from '../../shared/protocol/room-messages.ts';

/** The kinds of a sync message, as y-protocols numbers them. */
export const syncKind = { step1: 0, step2: 1, update: 2 } as const;

export type RoomFrame =
  | { readonly type: 'step1'; readonly stateVector: Uint8Array }
  | { readonly type: 'update'; readonly update: Uint8Array }
  | { readonly type: 'awareness'; readonly update: Uint8Array }
  | { readonly type: 'queryAwareness' };

/** undefined: not a frame that a client may send; its second sync step is one of these. */
export function readRoomFrame(bytes: Uint8Array): RoomFrame | undefined {
  const decoder = decoding.createDecoder(bytes);
  try {
    const frame = readMessage(decoder);
    return decoding.hasContent(decoder) ? undefined : frame;
  } catch {
    return undefined;
  }
}

function readMessage(decoder: decoding.Decoder): RoomFrame | undefined {
  switch (decoding.readVarUint(decoder)) {
    case roomMessage.sync: {
      const kind = decoding.readVarUint(decoder);
      const payload = readBytes(decoder);
      if (kind === syncKind.step1) return { type: 'step1', stateVector: payload };
      return kind === syncKind.update ? { type: 'update', update: payload } : undefined;
    }
    case roomMessage.awareness:
      return { type: 'awareness', update: readBytes(decoder) };
    case roomMessage.queryAwareness:
      return { type: 'queryAwareness' };
    default:
      return undefined;
  }
}

/** A copy that ends where the message ends; lib0 would read a forged length into the neighbour's memory. */
function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder);
  if (length > decoder.arr.length - decoder.pos) throw new Error('cut off');
  return decoding.readUint8Array(decoder, length).slice();
}

export const syncMessage = (kind: number, payload: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, roomMessage.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, payload);
  });

export const awarenessMessage = (update: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, roomMessage.awareness);
    encoding.writeVarUint8Array(encoder, update);
  });

/** Messages of our own: JSON in a var string. */
export const jsonMessage = (type: number, value: object): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type);
    encoding.writeVarString(encoder, JSON.stringify(value));
  });

/** One awareness update about nobody: resets the silence watch of y-websocket's provider. */
export const heartbeatMessage: Uint8Array = awarenessMessage(new Uint8Array([0]));

/** Unmasked, unfragmented binary frames (RFC 6455 §5.2), one after the other in one buffer. */
export function binaryFrames(messages: readonly Uint8Array[]): Buffer {
  const size = messages.reduce((sum, { length }) => sum + headerSize(length) + length, 0);
  const buffer = Buffer.allocUnsafe(size);
  let at = 0;
  for (const message of messages) at = writeFrame(buffer, at, finalBinary, message);
  return buffer;
}

export function textFrame(text: string): Buffer {
  const message = Buffer.from(text);
  const buffer = Buffer.allocUnsafe(headerSize(message.length) + message.length);
  writeFrame(buffer, 0, finalText, message);
  return buffer;
}

const finalText = 0x81;
const finalBinary = 0x82;
const shortest = 125;
const longestOf16Bits = 0xffff;

const headerSize = (length: number): number =>
  length <= shortest ? 2 : length <= longestOf16Bits ? 4 : 10;

/** Returns where the next frame begins. */
function writeFrame(buffer: Buffer, start: number, opcode: number, message: Uint8Array): number {
  let at = buffer.writeUInt8(opcode, start);
  if (message.length <= shortest) {
    at = buffer.writeUInt8(message.length, at);
  } else if (message.length <= longestOf16Bits) {
    at = buffer.writeUInt8(126, at);
    at = buffer.writeUInt16BE(message.length, at);
  } else {
    at = buffer.writeUInt8(127, at);
    at = buffer.writeBigUInt64BE(BigInt(message.length), at);
  }
  buffer.set(message, at);
  return at + message.length;
}
