/** The board by keyboard: arrows lead from card to card, with Shift they take the card along, m asks where to. */
import { cardHeightPx } from './board-column.tsx';

type Moves = {
  readonly shift: (id: string, by: -1 | 1) => void;
  readonly askFor: (id: string) => void;
};

export function boardKeys(event: KeyboardEvent, moves: Moves): void {
  const card = (event.target as Element).closest<HTMLElement>('[data-card]');
  const column = card?.closest<HTMLElement>('[data-column]');
  if (card == null || column == null) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const id = card.dataset['card'] ?? '';
  const index = Number(card.dataset['index']);
  const across = { ArrowLeft: -1, ArrowRight: 1 }[event.key] as -1 | 1 | undefined;
  const along = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (event.key === 'm') moves.askFor(id);
  else if (across !== undefined && event.shiftKey) moves.shift(id, across);
  else if (across !== undefined) focusBeside(column, index, across);
  else if (along !== undefined) focusCard(column, index + along);
  else return;
  event.preventDefault();
}

/** In the next column that has a card, at the same height or at its end. */
function focusBeside(column: HTMLElement, index: number, by: -1 | 1): void {
  const columns = [...(column.parentElement?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
  for (let at = columns.indexOf(column) + by; at >= 0 && at < columns.length; at += by) {
    const next = columns[at];
    const cards = next?.querySelectorAll('[data-card]').length ?? 0;
    if (next !== undefined && cards > 0) return focusCard(next, Math.min(index, cards - 1));
  }
}

/** Brings the card into sight first: what is out of it is not drawn. */
function focusCard(column: HTMLElement, index: number): void {
  const scroller = column.querySelector('[data-scroller]');
  if (scroller === null || index < 0) return;
  const top = index * cardHeightPx;
  scroller.scrollTop = Math.max(
    top + cardHeightPx - scroller.clientHeight,
    Math.min(scroller.scrollTop, top),
  );
  const focus = () =>
    column.querySelector<HTMLElement>(`[data-card][data-index="${index}"]`)?.focus();
  requestAnimationFrame(() => requestAnimationFrame(focus));
}
