/**
 * Which records have which term, packed: the terms in order, and for each the numbers of its records, one run
 * after the other. So all terms that begin alike are one run, and saving or loading is copying.
 */

export type PackedPostings = {
  /** The record of each number. */
  readonly ids: readonly string[];
  /** In code unit order. */
  readonly terms: readonly string[];
  /** Where the run of each term ends in `numbers`; it begins where the one before ends. */
  readonly ends: Uint32Array;
  readonly numbers: Uint32Array;
};

/** Numbers by term, as they are collected. */
export type FreshPostings = ReadonlyMap<string, readonly number[]>;

export const noPostings: PackedPostings = {
  ids: [],
  terms: [],
  ends: new Uint32Array(),
  numbers: new Uint32Array(),
};

/** The numbers under all terms that begin with `prefix`; one may occur more than once. */
export function numbersOf({ terms, ends, numbers }: PackedPostings, prefix: string): Uint32Array {
  const first = firstAtOrAfter(terms, prefix);
  const last = firstAtOrAfter(terms, `${prefix}\uFFFF`);
  return numbers.subarray(ends[first - 1] ?? 0, ends[last - 1] ?? 0);
}

/** Packs what was there with what is fresh; records without an id are left out, and the others counted anew. */
export function repack(
  packed: PackedPostings,
  fresh: FreshPostings,
  ids: readonly string[],
): PackedPostings {
  const kept: string[] = [];
  const renumbered = ids.map((id) => (id === '' ? undefined : kept.push(id) - 1));
  let size = packed.numbers.length;
  for (const numbers of fresh.values()) size += numbers.length;
  const numbers = new Uint32Array(size);
  const terms: string[] = [];
  const ends: number[] = [];
  let end = 0;
  const copy = (run: ArrayLike<number>) => {
    for (let i = 0; i < run.length; i++) {
      const number = renumbered[run[i] ?? 0];
      if (number !== undefined) numbers[end++] = number;
    }
  };
  for (const { term, at } of termsInOrder(packed, fresh)) {
    const before = end;
    if (at !== undefined) copy(packed.numbers.subarray(packed.ends[at - 1] ?? 0, packed.ends[at]));
    copy(fresh.get(term) ?? []);
    if (end === before) continue;
    terms.push(term);
    ends.push(end);
  }
  return { ids: kept, terms, ends: Uint32Array.from(ends), numbers: numbers.slice(0, end) };
}

/** `at`: where the packed ones have it. */
function* termsInOrder(
  { terms }: PackedPostings,
  fresh: FreshPostings,
): Generator<{ readonly term: string; readonly at: number | undefined }> {
  let at = 0;
  for (const term of [...fresh.keys()].sort()) {
    for (; at < terms.length && (terms[at] ?? '') < term; at++) yield { term: terms[at] ?? '', at };
    if (terms[at] === term) yield { term, at: at++ };
    else yield { term, at: undefined };
  }
  for (; at < terms.length; at++) yield { term: terms[at] ?? '', at };
}

function firstAtOrAfter(terms: readonly string[], wanted: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const headerNumbers = 2;

/** One array: how many terms and numbers, their ends, the numbers, and ids and terms as text. */
export function packedToBytes({ ids, terms, ends, numbers }: PackedPostings): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify({ ids, terms }));
  const fixed = Uint32Array.from([terms.length, numbers.length]);
  const bytes = new Uint8Array(
    fixed.byteLength + ends.byteLength + numbers.byteLength + text.length,
  );
  let at = 0;
  for (const part of [fixed, ends, numbers, text]) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

export function bytesToPacked(bytes: Uint8Array): PackedPostings {
  // A copy begins at an address that numbers of four bytes may begin at.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const numbersFrom = (first: number, count: number) =>
    new Uint32Array(aligned.buffer, aligned.byteOffset + first * 4, count);
  const [termCount = 0, numberCount = 0] = numbersFrom(0, headerNumbers);
  const textAt = (headerNumbers + termCount + numberCount) * 4;
  const { ids, terms } = JSON.parse(new TextDecoder().decode(aligned.subarray(textAt))) as {
    readonly ids: readonly string[];
    readonly terms: readonly string[];
  };
  return {
    ids,
    terms,
    ends: numbersFrom(headerNumbers, termCount),
    numbers: numbersFrom(headerNumbers + termCount, numberCount),
  };
}
