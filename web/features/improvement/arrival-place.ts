/** Leads to the place in a record that the address names, once it is there, and holds it while the page fills. */
import { useEffect, useRef } from 'preact/hooks';

/** Later, somebody has begun to read elsewhere. */
const seekForMs = 10_000;
/** Parts of a record that are fetched when it opens have come by then. */
const holdForMs = 3_000;
const hands = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

export function useArrivalPlace(): void {
  const since = useRef(performance.now());
  const found = useRef('');
  const release = useRef<(() => void) | undefined>(undefined);
  const look = () => {
    const place = placeInAddress();
    if (place === null || place === found.current) return;
    if (performance.now() - since.current > seekForMs) return;
    const element = document.getElementById(place);
    if (element === null) return;
    found.current = place;
    element.dataset['arrived'] = '';
    release.current?.();
    release.current = holdInView(element);
  };
  const latest = useRef(look);
  latest.current = look;
  useEffect(look);
  // Parts that are fetched later come without a redraw of the record.
  useEffect(() => {
    if (placeInAddress() === null) return undefined;
    const arrivals = new MutationObserver(() => latest.current());
    arrivals.observe(document.body, { childList: true, subtree: true });
    const timer = setTimeout(() => arrivals.disconnect(), seekForMs);
    return () => {
      clearTimeout(timer);
      arrivals.disconnect();
    };
  }, []);
  useEffect(() => () => release.current?.(), []);
}

const placeInAddress = (): string | null => new URLSearchParams(location.search).get('at');

/** Until a hand moves, or for a while; answers how to let go. */
function holdInView(element: HTMLElement): () => void {
  const show = () => element.scrollIntoView({ block: 'center' });
  const growth = new ResizeObserver(show);
  // The record itself is a window onto its page.
  growth.observe(element.closest('article')?.firstElementChild ?? element);
  const letGo = () => {
    growth.disconnect();
    clearTimeout(timer);
    for (const hand of hands) removeEventListener(hand, letGo);
  };
  const timer = setTimeout(letGo, holdForMs);
  for (const hand of hands) addEventListener(hand, letGo, { passive: true });
  show();
  return letGo;
}
