/** How wide an element is, followed as the window or the pane changes; 0 until it is known. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  const followed = useRef<HTMLElement | null>(null);
  // It is told the first width too, after the page has been laid out: asking for it now would lay it out twice.
  const [observer] = useState(
    () => new ResizeObserver(() => setWidth(Math.floor(followed.current?.clientWidth ?? 0))),
  );
  // After every drawing: the element may come later than its component, or be another one.
  useLayoutEffect(() => {
    const { current } = element;
    if (followed.current === current) return;
    followed.current = current;
    observer.disconnect();
    if (current !== null) observer.observe(current);
  });
  useLayoutEffect(() => () => observer.disconnect(), [observer]);
  return width;
}
