/** Numbers in an order that is kept while what it depends on changes: only what was touched is sorted anew. */

export type KeptOrder = {
  /** Says that the number is new, or that its place may be another one. */
  readonly touch: (number: number) => void;
  /** Ascending; not to be changed, and valid until the next touch. */
  readonly numbers: () => Uint32Array;
};

/** `compare` never answers 0 for two numbers. `kept`: numbers in this order already. */
export function createKeptOrder(
  compare: (a: number, b: number) => number,
  kept: Uint32Array = new Uint32Array(),
): KeptOrder {
  let ordered = kept;
  const touched = new Set<number>();

  function takeIn(): void {
    const fresh = [...touched].sort(compare);
    const settled = ordered.length === 0 ? ordered : ordered.filter((one) => !touched.has(one));
    touched.clear();
    ordered = merged(settled, fresh, compare);
  }

  return {
    touch: (number) => touched.add(number),
    numbers: () => {
      if (touched.size > 0) takeIn();
      return ordered;
    },
  };
}

function merged(
  some: Uint32Array,
  others: readonly number[],
  compare: (a: number, b: number) => number,
): Uint32Array {
  const all = new Uint32Array(some.length + others.length);
  let at = 0;
  let other = 0;
  for (const one of some) {
    for (; other < others.length && compare(others[other] ?? 0, one) < 0; other++) {
      all[at++] = others[other] ?? 0;
    }
    all[at++] = one;
  }
  for (; other < others.length; other++) all[at++] = others[other] ?? 0;
  return all;
}
