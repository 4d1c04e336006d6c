/** Entries of a list put into another order: dragged, or moved by key; both say where the entry stands then. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { orderBetween } from '../../../shared/document/collections.ts';
import { followDrag, holdScrollWhileDragging } from '../../ui/pointer-drag.ts';

export type Reorder = {
  /** The entry that is taken along. */
  readonly taken: string | undefined;
  /** It would come to stand before this entry, by number; one more than there are = at the end. */
  readonly target: number | undefined;
  readonly take: (event: PointerEvent, id: string) => void;
  /** By so many places; nothing happens at the ends. */
  readonly moveBy: (id: string, by: number) => void;
};

type Entry = { readonly id: string; readonly order: string };

export function useReorder(
  list: RefObject<HTMLElement | null>,
  entries: readonly Entry[],
  onMove: (id: string, order: string, place: number) => void,
): Reorder {
  const [taken, setTaken] = useState<string>();
  const [target, setTarget] = useState<number>();

  useEffect(() => (list.current === null ? undefined : holdScrollWhileDragging(list.current)), []);

  /** `before`: the number of the entry that it comes to stand before, as the list is now. */
  const moveTo = (id: string, before: number) => {
    const from = entries.findIndex((entry) => entry.id === id);
    if (from < 0 || before === from || before === from + 1) return;
    const others = entries.filter((entry) => entry.id !== id);
    const at = before > from ? before - 1 : before;
    const order = orderBetween(others[at - 1]?.order ?? '', others[at]?.order ?? '');
    onMove(id, order, at + 1);
  };

  const placeAt = (y: number): number => {
    const rows = [...(list.current?.querySelectorAll(':scope > [data-item]') ?? [])];
    const below = rows.findIndex((row) => {
      const { top, height } = row.getBoundingClientRect();
      return y < top + height / 2;
    });
    return below < 0 ? rows.length : below;
  };

  return {
    taken,
    target,
    take: (event, id) =>
      followDrag(event, {
        onTake: () => setTaken(id),
        onMove: (_x, y) => setTarget(placeAt(y)),
        onDrop: (_x, y) => moveTo(id, placeAt(y)),
        onEnd: () => {
          setTaken(undefined);
          setTarget(undefined);
        },
        scrollers: () => scrollersOf(list.current),
      }),
    moveBy: (id, by) => {
      const from = entries.findIndex((entry) => entry.id === id);
      const before = by > 0 ? from + by + 1 : from + by;
      if (before >= 0 && before <= entries.length) moveTo(id, before);
    },
  };
}

function scrollersOf(element: Element | null): readonly Element[] {
  const scrollers: Element[] = [];
  for (let above = element; above !== null; above = above.parentElement) {
    if (above.scrollHeight > above.clientHeight + 1) scrollers.push(above);
  }
  return scrollers;
}
