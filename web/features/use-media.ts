/** Whether a media query holds, followed as the window changes. */
import { useLayoutEffect, useState } from 'preact/hooks';

/** The widths at which the layout changes; the stylesheets repeat them, because media queries take no variables. */
export const widths = {
  desk: '(min-width: 720px)',
  table: '(min-width: 1040px)',
  sideBySide: '(min-width: 1200px)',
} as const;

export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useLayoutEffect(() => {
    const list = matchMedia(query);
    const follow = () => setHolds(list.matches);
    follow();
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return holds;
}
