/** What arriving on a screen means: the tab's title tells it, and focus starts at its heading. */
import { useEffect, useRef } from 'preact/hooks';
import { useEnvironment } from '../environment.ts';

const productName = 'Gemba';

/** undefined while another screen beside this one says what the tab shows. */
export function useScreenTitle(title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · ${productName}`;
  }, [title]);
}

/** For the element that focus goes to; the first screen of a visit leaves focus where the browser put it. */
export function useArrivalFocus<Target extends HTMLElement>() {
  const { navigation } = useEnvironment();
  const target = useRef<Target>(null);
  useEffect(() => {
    if (navigation.hasMoved()) target.current?.focus({ preventScroll: true });
  }, []);
  return target;
}
