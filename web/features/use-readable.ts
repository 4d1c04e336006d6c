/** Lets a component show a value of the core and follow its changes. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Readable } from '../readable.ts';

export function useReadable<T>(readable: Readable<T>): T {
  const value = readable.get();
  const [, redraw] = useState({});
  useLayoutEffect(() => {
    const check = () => redraw({});
    const stop = readable.subscribe(check);
    // It may have changed between drawing and now.
    if (!Object.is(value, readable.get())) check();
    return stop;
  }, [readable]);
  return value;
}
