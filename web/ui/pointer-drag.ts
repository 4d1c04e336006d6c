/**
 * Follows a mouse, pen or finger that takes something along. A finger has to rest for a moment first, because a
 * swipe scrolls; Escape puts back what was taken.
 */

export type Drag = {
  readonly onTake: () => void;
  /** Of the viewport, CSS pixels. */
  readonly onMove: (x: number, y: number) => void;
  readonly onDrop: (x: number, y: number) => void;
  /** Always the last, dropped or put back. */
  readonly onEnd: () => void;
  /** What scrolls when the pointer comes near its edge. */
  readonly scrollers: () => readonly Element[];
};

const mouseSlackPx = 5;
const fingerSlackPx = 10;
const restMs = 280;
const edgePx = 56;
const fastestPx = 18;

let isTaken = false;

/** While something is taken along, a finger does not scroll. Returns the way to stop. */
export function holdScrollWhileDragging(element: HTMLElement): () => void {
  // Not passive, and there before the finger is, or the browser scrolls without asking.
  const hold = (event: TouchEvent) => isTaken && event.cancelable && event.preventDefault();
  element.addEventListener('touchmove', hold, { passive: false });
  return () => element.removeEventListener('touchmove', hold);
}

export function followDrag(down: PointerEvent, drag: Drag): void {
  if (down.button !== 0 || isTaken) return;
  const isFinger = down.pointerType === 'touch';
  const { clientX: startX, clientY: startY, pointerId } = down;
  let [x, y] = [startX, startY];
  let isOwn = false;
  /** A finger that only rests long on something presses it. */
  let hasMoved = false;
  let frame = 0;
  const rest = isFinger ? setTimeout(take, restMs) : 0;
  const listening = new AbortController();
  const { signal } = listening;

  function take(): void {
    isOwn = true;
    isTaken = true;
    drag.onTake();
    drag.onMove(x, y);
    frame = requestAnimationFrame(scroll);
  }

  function scroll(): void {
    for (const scroller of drag.scrollers()) scrollNear(scroller, x, y);
    drag.onMove(x, y);
    frame = requestAnimationFrame(scroll);
  }

  function end(): void {
    clearTimeout(rest);
    cancelAnimationFrame(frame);
    listening.abort();
    if (!isOwn) return;
    isTaken = false;
    if (hasMoved) swallowClick();
    drag.onEnd();
  }

  const move = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    [x, y] = [event.clientX, event.clientY];
    const far = Math.hypot(x - startX, y - startY);
    hasMoved ||= far > (isFinger ? fingerSlackPx : mouseSlackPx);
    if (isOwn) return drag.onMove(x, y);
    if (isFinger && far > fingerSlackPx) end();
    if (!isFinger && far > mouseSlackPx) take();
  };
  const drop = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    if (isOwn && hasMoved) drag.onDrop(event.clientX, event.clientY);
    end();
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOwn) return;
    event.stopPropagation();
    event.preventDefault();
    end();
  };
  addEventListener('pointermove', move, { signal });
  addEventListener('pointerup', drop, { signal });
  addEventListener('pointercancel', end, { signal });
  addEventListener('blur', end, { signal });
  addEventListener('keydown', escape, { signal, capture: true });
  // A held finger would open the browser's menu; a link would be dragged as a link.
  addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  addEventListener('dragstart', (event) => event.preventDefault(), { signal });
}

/** The click that a browser makes of putting down and letting go was none. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', swallow, { capture: true }));
}

function scrollNear(scroller: Element, x: number, y: number): void {
  const { left, right, top, bottom } = scroller.getBoundingClientRect();
  if (x < left || x > right || y < top || y > bottom) return;
  scroller.scrollLeft += speed(x - left, right - x);
  scroller.scrollTop += speed(y - top, bottom - y);
}

/** The nearer to an edge, the faster. */
function speed(fromStart: number, fromEnd: number): number {
  if (fromStart < edgePx) return -fastestPx * (1 - fromStart / edgePx);
  return fromEnd < edgePx ? fastestPx * (1 - fromEnd / edgePx) : 0;
}
