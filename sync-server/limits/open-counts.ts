/** How many connections and sockets each address and each person has open. */
import type { Metrics } from '../observability/metrics.ts';
import { openCounts } from './rates.ts';

type Kind = keyof typeof openCounts;

export type OpenCounts = {
  /** Takes a place; undefined when there is none left, else what gives it back, once. */
  readonly enter: (kind: Kind, key: string) => (() => void) | undefined;
};

/** `factor` multiplies every count; 0 = no limits. */
export function createOpenCounts(factor: number, metrics: Metrics): OpenCounts {
  const open = new Map<string, number>();
  return {
    enter(kind, key) {
      const place = `${kind} ${key}`;
      const count = open.get(place) ?? 0;
      if (factor > 0 && count >= openCounts[kind] * factor) {
        metrics.limitReached(kind);
        return undefined;
      }
      open.set(place, count + 1);
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        const left = (open.get(place) ?? 1) - 1;
        if (left > 0) open.set(place, left);
        else open.delete(place);
      };
    },
  };
}
