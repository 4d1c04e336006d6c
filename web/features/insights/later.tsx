/** What may be drawn after what stands before it is on the screen, so that no frame is held up for all of it. */
import type { ComponentChildren } from 'preact';
import { usePainted } from '../improvement/use-painted.ts';

export function Later({ children }: { readonly children: ComponentChildren }) {
  return usePainted() ? <>{children}</> : null;
}
