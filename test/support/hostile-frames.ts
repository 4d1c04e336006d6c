/** What an attacker with a session sends, a frame for each seed: over push, pull, room and poke. */
import { gzipSync } from 'node:zlib';
import * as encoding from 'lib0/encoding';
import { createUuidV7, type DocumentId } from '../../shared/domain/ids.ts';
import { encodeFrame } from '../../shared/protocol/frame.ts';
import { elementOf, streamMediaType } from '../../shared/protocol/frame-stream.ts';
import { paths } from '../../shared/protocol/paths.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import {
  killerUpdates,
  makeUpdate,
  makeValue,
  mutateBytes,
  mutateTree,
  type Random,
} from './hostile-bytes.ts';
import type { PlainDevice } from './plain-device.ts';
import { below, createRandom, pick } from '../../shared/demo/seeded-random.ts';
import { systemDeps } from './sync-core.ts';

export type HostileFrame =
  | {
      readonly way: 'http';
      readonly path: string;
      readonly body: Uint8Array<ArrayBuffer>;
      readonly headers: Readonly<Record<string, string>>;
    }
  /** Sent as a WebSocket message. */
  | { readonly way: 'room' | 'poke'; readonly message: Uint8Array | string }
  /** Put on the wire as it is, where a WebSocket frame should be. */
  | { readonly way: 'wire'; readonly bytes: Uint8Array };

type Attacker = Pick<PlainDevice, 'device' | 'actor' | 'boot' | 'sign'>;

/** The same for the same seed, but for the ids of the attacker and the document. */
export function hostileFrame(seed: number, attacker: Attacker, docId: DocumentId): HostileFrame {
  const random = createRandom(seed);
  const way = random();
  if (way < 0.1) return streamFrame(random, attacker, docId);
  if (way < 0.45) return httpFrame(random, paths.push, pushBody(random, attacker, docId));
  if (way < 0.6) return askingFrame(random);
  if (way < 0.93) return { way: 'room', message: roomMessage(random) };
  if (way < 0.95) return { way: 'poke', message: roomMessage(random) };
  return { way: 'wire', bytes: wireBytes(random) };
}

const anyUpdate = (random: Random): Uint8Array<ArrayBuffer> => {
  const kind = random();
  if (kind < 0.15) return pick(random, killerUpdates)[1];
  const update = makeUpdate(random);
  return kind < 0.3 ? update : mutateBytes(random, update);
};

function pushBody(random: Random, attacker: Attacker, docId: DocumentId): Uint8Array<ArrayBuffer> {
  const { device, actor, boot, sign } = attacker;
  const target = random() < 0.5 ? docId : createUuidV7<DocumentId>(systemDeps);
  const items = Array.from({ length: 1 + below(random, 4) }, (_, n) => ({
    n,
    docId: target,
    docEpoch: 0,
    hlc: '000000000001-0000',
    body: { type: 'update', bytes: anyUpdate(random) },
  }));
  const honest = { device, boot, actor, items };
  const level = below(random, 4);
  const content = encodeFrame(level === 1 ? mutateTree(random, honest) : honest);
  const sealed = level === 2 ? mutateBytes(random, content) : content;
  const request = {
    proto: protocolVersion,
    epoch: null,
    envelopes: [{ content: sealed, signature: sign(sealed) }],
  };
  return encodeFrame(level === 3 ? mutateTree(random, request) : request);
}

function askingFrame(random: Random): HostileFrame {
  const [path, honest] = pick(random, [
    [paths.pull, { proto: protocolVersion, epoch: null, cursor: null, peopleVersion: 0, limit: 2 }],
    [paths.documents, { proto: protocolVersion, epoch: null, docIds: [createUuidV7(systemDeps)] }],
  ] as const);
  return httpFrame(random, path, encodeFrame(mutateTree(random, honest)));
}

/** Several pushes in one body, each with its length before it; some are damaged where one meets the next. */
function streamFrame(random: Random, attacker: Attacker, docId: DocumentId): HostileFrame {
  const elements = Array.from({ length: 1 + below(random, 3) }, () => {
    const element = elementOf(pushBody(random, attacker, docId));
    return random() < 0.3 ? mutateBytes(random, element) : element;
  });
  const body = new Uint8Array(Buffer.concat(elements));
  return { way: 'http', path: paths.push, body, headers: { 'content-type': streamMediaType } };
}

/** Some bodies are damaged as a whole, and some say that they are compressed. */
function httpFrame(random: Random, path: string, honest: Uint8Array<ArrayBuffer>): HostileFrame {
  const fate = random();
  const plain = { way: 'http', path, headers: {} } as const;
  if (fate < 0.2) return { ...plain, body: mutateBytes(random, honest) };
  if (fate > 0.05 + 0.9) {
    const body = mutateBytes(random, new Uint8Array(gzipSync(honest)));
    return { ...plain, body, headers: { 'content-encoding': 'gzip' } };
  }
  return { ...plain, body: honest };
}

function roomMessage(random: Random): Uint8Array | string {
  const kind = random();
  // y-websocket #82: a text frame ended the server.
  if (kind < 0.03)
    return pick(random, ['', 'hello', '{"type":"sync"}', '\ud800', 'x'.repeat(9_000)]);
  const message = encoding.encode((encoder) => {
    if (kind < 0.6) {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint(encoder, pick(random, [2, 2, 2, 0, 1, 7]));
      encoding.writeVarUint8Array(encoder, anyUpdate(random));
    } else if (kind < 0.7) {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint8Array(encoder, mutateBytes(random, new Uint8Array([1, 5, 3])));
    } else if (kind < 0.97) {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint8Array(encoder, awareness(random));
    } else {
      encoding.writeVarUint(encoder, pick(random, [3, 2, 4, 100, 101, 2 ** 40]));
    }
  });
  return random() < 0.3 ? mutateBytes(random, message) : message;
}

function awareness(random: Random): Uint8Array {
  const update = encoding.encode((encoder) => {
    const count = below(random, 4);
    encoding.writeVarUint(encoder, random() < 0.1 ? 2 ** 50 : count);
    for (let at = 0; at < count; at++) {
      encoding.writeVarUint(encoder, below(random, 2 ** 32));
      encoding.writeVarUint(encoder, below(random, 2 ** 30));
      encoding.writeVarString(encoder, stateText(random));
    }
  });
  return random() < 0.4 ? mutateBytes(random, update) : update;
}

function stateText(random: Random): string {
  if (random() < 0.1)
    return pick(random, ['', '{', '[['.repeat(2_000), '{"__proto__":{"user":1}}', '1e999']);
  const state = { cursor: makeValue(random, 3), user: makeValue(random, 2) };
  return JSON.stringify(state, (_key, value: unknown) => (typeof value === 'bigint' ? 1 : value));
}

/** Frames that break RFC 6455 in all its ways. */
function wireBytes(random: Random): Uint8Array {
  const mask = Buffer.from([1, 2, 3, 4]);
  return pick(random, [
    Buffer.from([0xf2, 0x80, ...mask]),
    Buffer.from([0x82, 0x05, 1, 2, 3, 4, 5]),
    Buffer.concat([
      Buffer.from([0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
      mask,
    ]),
    Buffer.concat([
      Buffer.from([0x82, 0xff, 0x00, 0x00, 0x00, 0x00, 0x40, 0x00, 0x00, 0x00]),
      mask,
    ]),
    Buffer.concat([Buffer.from([0x89, 0xfe, 0x01, 0x00]), mask, Buffer.alloc(256)]),
    Buffer.concat([
      Buffer.from([0x02, 0x81]),
      mask,
      Buffer.from([0]),
      Buffer.from([0x82, 0x81]),
      mask,
    ]),
    Buffer.concat([Buffer.from([0x80, 0x81]), mask, Buffer.from([0])]),
    Buffer.concat([Buffer.from([0x8f, 0x80]), mask]),
    Buffer.concat([Buffer.from([0x88, 0x81]), mask, Buffer.from([0])]),
    Buffer.concat([Buffer.from([0x81, 0x82]), mask, Buffer.from([0xff, 0xff])]),
    mutateBytes(random, Buffer.alloc(64, 0x82)),
  ]);
}
