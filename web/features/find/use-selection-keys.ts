/** Choosing rows by key and by a long press: x, Shift with an arrow, Escape; a held finger begins it. */
import { useEffect } from 'preact/hooks';
import { type DocumentId, isUuid } from '../../../shared/domain/ids.ts';
import { useEnvironment } from '../environment.ts';
import { isTyping } from '../shell/shortcuts.ts';
import { useReadable } from '../use-readable.ts';
import type { Selection } from './selection.ts';

const linkClass = '.register-row__link';

export function useSelectionKeys(selection: Selection): void {
  const { preferences } = useEnvironment();
  const letterKeys = useReadable(preferences.letterKeys);
  useEffect(() => {
    /** The row that comes into focus next is chosen too. */
    let isExtending = false;
    let first: DocumentId | undefined;

    const handleKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const id = rowIdAt(document.activeElement);
      isExtending = false;
      if (event.key === 'Escape') return selection.end();
      if (id === undefined) return;
      if (event.key === 'x' && letterKeys) {
        if (!selection.isOn.get()) selection.hold(id);
        selection.toggle(id);
      } else if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        isExtending = true;
        first = id;
      }
    };

    const handleFocus = (event: FocusEvent) => {
      const id = rowIdAt(event.target);
      if (!isExtending || id === undefined) return;
      isExtending = false;
      if (!selection.isOn.get()) selection.hold(id);
      if (first !== undefined) selection.set(first, true);
      selection.set(id, true);
    };

    const handleHold = (event: MouseEvent) => {
      // A mouse has the browser's own menu there.
      if (!matchMedia('(pointer: coarse)').matches) return;
      const id = rowIdAt(event.target);
      if (id === undefined) return;
      event.preventDefault();
      selection.set(id, true);
    };

    // Before the list's own keys move the focus.
    document.addEventListener('keydown', handleKey, true);
    document.addEventListener('focusin', handleFocus);
    document.addEventListener('contextmenu', handleHold);
    return () => {
      document.removeEventListener('keydown', handleKey, true);
      document.removeEventListener('focusin', handleFocus);
      document.removeEventListener('contextmenu', handleHold);
    };
  }, [selection, letterKeys]);
}

/** Rows lead to their record: the last part of that path is its id. */
function rowIdAt(target: EventTarget | null): DocumentId | undefined {
  if (!(target instanceof Element)) return undefined;
  const link = target.closest('.register-row')?.querySelector<HTMLAnchorElement>(linkClass);
  const id = link?.pathname.split('/').at(-1) ?? '';
  return isUuid(id) ? (id as DocumentId) : undefined;
}
