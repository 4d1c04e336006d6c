/** Bytes as an attacker makes them: known killers, and mutations of honest ones that respect their structure. */
import * as Y from 'yjs';
import { below, pick } from '../../shared/demo/seeded-random.ts';

export type Random = () => number;

type Killer = readonly [name: string, bytes: Uint8Array<ArrayBuffer>];

/** Updates that hang, flood or crash libraries that read them without care. */
export const killerUpdates: readonly [Killer, ...Killer[]] = [
  [
    '27 bytes of V2 that loop for ever (yjs #687)',
    fromHex('00010000000001000100010200001602000001fdffffffff7f0000'),
  ],
  ['text taken for base64 (yjs #479)', new Uint8Array(Buffer.from('garbagedoc', 'base64'))],
  ['nothing at all (yjs #498)', new Uint8Array()],
  ['a struct count beyond everything', fromHex('01ffffffffffffff7f0100')],
  ['a client count beyond everything', fromHex('ffffffffffffff7f01010000')],
  ['a deletion of all clocks', fromHex('0001010100ffffffffffffff7f')],
  ['deletions without end', fromHex('000101ffffffffffffff7f0001')],
  ['a skip of all clocks', fromHex('010101000affffffffffffff7f00')],
  ['garbage collected to the last clock', fromHex('0101010000ffffffff0700')],
  ['a string longer than the update', fromHex('0101010004010161ffffffff0f6100')],
  ['a nest of arrays', nestedAny(20_000)],
];

/** ContentAny in the map `f`, key `k`: arrays in arrays. */
function nestedAny(depth: number): Uint8Array<ArrayBuffer> {
  const head = fromHex('0101010028010166016b01');
  const nest = Buffer.alloc(2 * depth);
  for (let at = 0; at < nest.length; at += 2) nest.set([117, 1], at);
  return new Uint8Array(Buffer.concat([head, nest, Buffer.from([126, 0])]));
}

/** An update of some random structure, honest or nearly so. */
export function makeUpdate(random: Random): Uint8Array<ArrayBuffer> {
  const doc = new Y.Doc();
  doc.clientID = below(random, 2 ** 32);
  for (let edits = below(random, 6); edits >= 0; edits--) {
    const root = pick(random, ['t:title', 't:description', 'f', 'r', 'tags', 'votes', 'zzz']);
    if (root.startsWith('t:'))
      doc.getText(root).insert(0, pick(random, ['a', '字', '\ud800', 'x'.repeat(500)]));
    else doc.getMap(root).set(pick(random, ['k', '__proto__', 'a|b', '']), makeValue(random, 3));
  }
  return Y.encodeStateAsUpdate(doc) as Uint8Array<ArrayBuffer>;
}

/** A value that no honest peer would send in this place. */
export function makeValue(random: Random, depth: number): unknown {
  const scalars = [
    null,
    undefined,
    true,
    -1,
    0.5,
    Number.NaN,
    2 ** 53,
    -(2 ** 53),
    2n ** 63n,
    '',
    'x',
  ];
  const kind = below(random, depth > 0 ? 16 : 13);
  if (kind < scalars.length) return scalars[kind];
  if (kind === 11) return 'y'.repeat(below(random, 5_000));
  if (kind === 12) return new Uint8Array(below(random, 300));
  const parts = Array.from({ length: below(random, 4) }, () => makeValue(random, depth - 1));
  return kind === 13
    ? parts
    : Object.fromEntries(parts.map((part, at) => [pick(random, keys) + at, part]));
}

const keys = ['__proto__', 'constructor', 'type', 'bytes', 'k', 'length'] as const;

/** The tree with one of its nodes replaced, removed or doubled. */
export function mutateTree(random: Random, tree: unknown): unknown {
  if (random() < 0.2 || !isBranch(tree)) return makeValue(random, 3);
  if (Array.isArray(tree)) {
    const at = below(random, tree.length);
    const entry: unknown = tree[at];
    const fate = below(random, 4);
    if (fate === 0) return tree.toSpliced(at, 1);
    if (fate === 1) return tree.toSpliced(at, 0, entry, entry);
    return tree.toSpliced(at, 1, mutateTree(random, entry));
  }
  const entries = Object.entries(tree);
  const at = below(random, entries.length);
  const [key, value] = entries[at] ?? ['', undefined];
  if (below(random, 5) === 0) return Object.fromEntries(entries.toSpliced(at, 1));
  return Object.fromEntries(entries.toSpliced(at, 1, [key, mutateTree(random, value)]));
}

const isBranch = (tree: unknown): tree is object =>
  typeof tree === 'object' &&
  tree !== null &&
  !(tree instanceof Uint8Array) &&
  Object.keys(tree).length > 0;

/** One to four of: a bit flipped, a byte made extreme, a piece cut out, doubled or put in, the rest cut off. */
export function mutateBytes(random: Random, honest: Uint8Array): Uint8Array<ArrayBuffer> {
  let bytes = Buffer.from(honest);
  for (let left = below(random, 4); left >= 0; left--) {
    const at = below(random, bytes.length + 1);
    const length = below(random, Math.min(64, bytes.length - at + 1));
    const [before, piece, after] = [
      bytes.subarray(0, at),
      bytes.subarray(at, at + length),
      bytes.subarray(at + length),
    ];
    switch (below(random, 6)) {
      case 0:
        if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8));
        break;
      case 1:
        if (at < bytes.length) bytes[at] = pick(random, [0x00, 0x7f, 0x80, 0xff]);
        break;
      case 2:
        bytes = Buffer.concat([before, after]);
        break;
      case 3:
        bytes = Buffer.concat([before, piece, piece, after]);
        break;
      case 4:
        // A number that is far too large, as lib0 and CBOR write it.
        bytes = Buffer.concat([before, pick(random, hugeNumbers), after]);
        break;
      default:
        bytes = Buffer.from(before);
    }
  }
  return new Uint8Array(bytes);
}

const hugeNumbers = [
  Buffer.from('ffffffffffffff7f', 'hex'),
  Buffer.from('ffffffff0f', 'hex'),
  Buffer.from('1bffffffffffffffff', 'hex'),
  Buffer.from('9a7fffffff', 'hex'),
] as const;

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
