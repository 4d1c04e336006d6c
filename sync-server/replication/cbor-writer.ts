/** Writes CBOR (RFC 8949) into one buffer of known size; for what is sent so often that building values first is felt. */

export type CborWriter = {
  readonly map: (entries: number) => CborWriter;
  readonly array: (elements: number) => CborWriter;
  /** 0 up to `Number.MAX_SAFE_INTEGER`. */
  readonly integer: (value: number) => CborWriter;
  readonly boolean: (value: boolean) => CborWriter;
  readonly text: (value: string) => CborWriter;
  /** A text that is UTF-8 already. */
  readonly utf8: (value: Uint8Array) => CborWriter;
  readonly bytes: (value: Uint8Array) => CborWriter;
  /** A value that is CBOR already. */
  readonly encoded: (value: Uint8Array) => CborWriter;
  /** Everything up to here, with what was left free before it. */
  readonly written: () => Buffer;
};

/** Major types, in the three high bits of a head. */
const major = { integer: 0x00, bytes: 0x40, text: 0x60, array: 0x80, map: 0xa0 } as const;
const simple = { false: 0xf4, true: 0xf5 } as const;

/** In the low bits of a head: the value itself below 24, else how many bytes it takes. */
const argument = { oneByte: 24, twoBytes: 25, fourBytes: 26, eightBytes: 27 } as const;

/** Throws a RangeError when `sizeBytes` is too small: that is a mistake of the caller. */
export function createCborWriter(sizeBytes: number, startAt = 0): CborWriter {
  // Memory of its own: Node's pool would be held as long as a slow reader takes.
  const buffer = Buffer.allocUnsafeSlow(sizeBytes);
  let at = startAt;

  const head = (type: number, value: number): CborWriter => {
    if (value < argument.oneByte) {
      at = buffer.writeUInt8(type | value, at);
    } else if (value < 0x100) {
      at = buffer.writeUInt8(type | argument.oneByte, at);
      at = buffer.writeUInt8(value, at);
    } else if (value < 0x1_0000) {
      at = buffer.writeUInt8(type | argument.twoBytes, at);
      at = buffer.writeUInt16BE(value, at);
    } else if (value < 0x1_0000_0000) {
      at = buffer.writeUInt8(type | argument.fourBytes, at);
      at = buffer.writeUInt32BE(value, at);
    } else {
      at = buffer.writeUInt8(type | argument.eightBytes, at);
      at = buffer.writeBigUInt64BE(BigInt(value), at);
    }
    return writer;
  };

  const copy = (value: Uint8Array): CborWriter => {
    buffer.set(value, at);
    at += value.length;
    return writer;
  };

  const writer: CborWriter = {
    map: (entries) => head(major.map, entries),
    array: (elements) => head(major.array, elements),
    integer: (value) => head(major.integer, value),
    boolean: (value) => {
      at = buffer.writeUInt8(value ? simple.true : simple.false, at);
      return writer;
    },
    text: (value) => {
      const length = Buffer.byteLength(value);
      head(major.text, length);
      if (buffer.write(value, at) !== length) throw new RangeError('The buffer is too small.');
      at += length;
      return writer;
    },
    utf8: (value) => {
      head(major.text, value.length);
      return copy(value);
    },
    bytes: (value) => {
      head(major.bytes, value.length);
      return copy(value);
    },
    encoded: copy,
    written: () => buffer.subarray(0, at),
  };
  return writer;
}
