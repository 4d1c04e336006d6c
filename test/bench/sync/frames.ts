/** Several frames in one message, as the relay floor sends them: each behind its length. */

export function encodeFrames(frames: readonly Uint8Array[]): Uint8Array {
  let sizeBytes = 0;
  for (const frame of frames) sizeBytes += lengthBytes + frame.length;
  const message = Buffer.allocUnsafe(sizeBytes);
  let at = 0;
  for (const frame of frames) {
    message.writeUInt32LE(frame.length, at);
    message.set(frame, at + lengthBytes);
    at += lengthBytes + frame.length;
  }
  return message;
}

export function* decodeFrames(message: Buffer): Generator<Uint8Array> {
  let at = 0;
  while (at < message.length) {
    const start = at + lengthBytes;
    const end = start + message.readUInt32LE(at);
    yield message.subarray(start, end);
    at = end;
  }
}

const lengthBytes = 4;
