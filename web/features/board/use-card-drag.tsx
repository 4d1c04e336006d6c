/** A card taken along by mouse, pen or finger: what follows the pointer, and the column it would land in. */
import type { ComponentChildren, RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { followDrag } from '../../ui/pointer-drag.ts';

export type DraggedCard = { readonly id: string; readonly title: string };

export type CardDrag<Card extends DraggedCard> = {
  /** The card that is taken along. */
  readonly taken: string | undefined;
  /** The column below the pointer, by its name. */
  readonly target: string | undefined;
  readonly take: (event: PointerEvent, card: Card) => void;
  readonly ghost: ComponentChildren;
};

export function useCardDrag<Card extends DraggedCard>(
  board: RefObject<HTMLElement | null>,
  onDrop: (card: Card, column: string) => void,
): CardDrag<Card> {
  const ghost = useRef<HTMLDivElement>(null);
  const [card, setCard] = useState<Card>();
  const [target, setTarget] = useState<string>();

  const take = (event: PointerEvent, taken: Card) =>
    followDrag(event, {
      onTake: () => setCard(taken),
      onMove: (x, y) => {
        ghost.current?.style.setProperty('transform', `translate(${x}px, ${y}px)`);
        setTarget(columnAt(x, y));
      },
      onDrop: (x, y) => {
        const column = columnAt(x, y);
        if (column !== undefined) onDrop(taken, column);
      },
      onEnd: () => {
        setCard(undefined);
        setTarget(undefined);
      },
      scrollers: () =>
        board.current === null
          ? []
          : [board.current, ...board.current.querySelectorAll('[data-scroller]')],
    });

  return {
    taken: card?.id,
    target,
    take,
    ghost: card !== undefined && (
      <div class="board-card board-card--ghost" ref={ghost} aria-hidden="true">
        {card.title}
      </div>
    ),
  };
}

const columnAt = (x: number, y: number): string | undefined =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-column]')?.dataset['column'];
