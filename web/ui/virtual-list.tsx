/**
 * Draws only the rows of a long list that are in sight. All rows have one height, so that where a row is
 * follows by multiplication; a measuring library would cost a seventh of the start-up budget for it.
 */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type RowWindow, visibleWindow } from './row-window.ts';
import './virtual-list.css';

export type VirtualListControl = {
  /** Scrolls as little as needed to have the row wholly in sight. */
  readonly reveal: (index: number) => void;
};

type VirtualListProps = {
  readonly count: number;
  readonly rowHeightPx: number;
  /** The row at the top when the list was last left; fractions count. */
  readonly initialTopRow: number;
  readonly controlRef: { current: VirtualListControl | undefined };
  readonly onTopRow: (topRow: number) => void;
  readonly onWindow: (window: RowWindow) => void;
  readonly children: (window: RowWindow) => ComponentChildren;
};

export function VirtualList(props: VirtualListProps) {
  const { count, rowHeightPx } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [firstRow, setFirstRow] = useState(Math.floor(props.initialTopRow));
  const [heightPx, setHeightPx] = useState(globalThis.innerHeight);
  const window = visibleWindow({ firstRow, heightPx, rowHeightPx, count });

  const follow = (element: HTMLDivElement) => {
    const topRow = Math.max(0, element.scrollTop / rowHeightPx);
    props.onTopRow(topRow);
    setFirstRow(Math.floor(topRow));
  };

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    element.scrollTop = props.initialTopRow * rowHeightPx;
    const observer = new ResizeObserver(() => setHeightPx(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => props.onWindow(window), [window.start, window.end]);

  useLayoutEffect(() => {
    props.controlRef.current = {
      reveal: (index) => {
        const element = scroller.current;
        if (element === null) return;
        const top = index * rowHeightPx;
        const bottom = top + rowHeightPx - element.clientHeight;
        element.scrollTop = Math.max(bottom, Math.min(element.scrollTop, top));
        follow(element);
      },
    };
  });

  return (
    <div
      class="virtual-list"
      ref={scroller}
      role="presentation"
      onScroll={(event) => follow(event.currentTarget)}
    >
      <div
        class="virtual-list__space"
        role="presentation"
        style={{ height: `${count * rowHeightPx}px` }}
      >
        <div role="rowgroup" style={{ transform: `translateY(${window.start * rowHeightPx}px)` }}>
          {props.children(window)}
        </div>
      </div>
    </div>
  );
}
