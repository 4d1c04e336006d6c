/** How many connections and sockets each address and each person has open. */
import type { Metrics } from '../observability/metrics.ts';
import { openCounts } from './rates.ts';

type Kind = keyof typeof openCounts;

export type OpenCounts = {
  /** Takes a place; undefined when there is none left, else what gives one back: to be called once. */
  readonly enter: (kind: Kind, key: string) => (() => void) | undefined;
};

/** Those of one key share it, because thousands may be open: nothing is made for each of them. */
type Place = { count: number; readonly leave: () => void };

/** `factor` multiplies every count; 0 = no limits. */
export function createOpenCounts(factor: number, metrics: Metrics): OpenCounts {
  const open = new Map<string, Place>();

  const createPlace = (name: string): Place => {
    const place: Place = {
      count: 0,
      leave: () => {
        place.count -= 1;
        if (place.count === 0) open.delete(name);
      },
    };
    open.set(name, place);
    return place;
  };

  return {
    enter(kind, key) {
      const name = `${kind} ${key}`;
      const place = open.get(name);
      if (factor > 0 && place !== undefined && place.count >= openCounts[kind] * factor) {
        metrics.limitReached(kind);
        return undefined;
      }
      const taken = place ?? createPlace(name);
      taken.count += 1;
      return taken.leave;
    },
  };
}
