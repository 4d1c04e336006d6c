/** Where values stand on an axis: its ends, its ticks, and which points are drawn of more than fit. */

export type Extent = { readonly low: number; readonly high: number };

/** Holds all values, with a little room; of a single one, a band around it. */
export function extentOf(values: readonly number[]): Extent {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  if (low > high) return { low: 0, high: 1 };
  const room = low === high ? Math.max(Math.abs(low) * 0.1, 1) : (high - low) * 0.08;
  return { low: low - room, high: high + room };
}

/** About `count` round values within the ends, in steps of 1, 2 or 5 times a power of ten. */
export function ticksIn({ low, high }: Extent, count: number): readonly number[] {
  const raw = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5].find((times) => times * power >= raw) ?? 10) * power;
  const ticks: number[] = [];
  for (let at = Math.ceil(low / step); at * step <= high; at++) {
    // Without the noise of the last binary places.
    ticks.push(Number((at * step).toPrecision(12)));
  }
  return ticks;
}

/** So many decimals tell two neighbouring ticks of such an axis well apart; more would be noise. */
export const decimalsFor = ({ low, high }: Extent): number =>
  Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(high - low))));

/**
 * The places to draw when there are more values than pixels: of each stretch its first, least, greatest and last.
 * The line looks the same, and no peak is lost.
 */
export function placesToDraw(values: readonly number[], most: number): readonly number[] {
  if (values.length <= most) return values.map((_, place) => place);
  const length = Math.ceil((values.length * 4) / most);
  const places = new Set<number>();
  for (let start = 0; start < values.length; start += length) {
    const end = Math.min(values.length, start + length) - 1;
    let [least, greatest] = [start, start];
    for (let place = start; place <= end; place++) {
      if ((values[place] ?? 0) < (values[least] ?? 0)) least = place;
      if ((values[place] ?? 0) > (values[greatest] ?? 0)) greatest = place;
    }
    for (const place of [start, Math.min(least, greatest), Math.max(least, greatest), end]) {
      places.add(place);
    }
  }
  return [...places];
}
