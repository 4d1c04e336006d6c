/**
 * The same text once more under a text area, unseen: it makes the area as high as its text, and is where
 * the carets of others can be drawn.
 */
import type { ComponentChildren } from 'preact';
import { personHue } from './avatar.tsx';
import './caret-overlay.css';

export type DrawnCaret = {
  readonly key: number;
  /** Whose: decides the colour. */
  readonly id: string;
  readonly name: string;
  /** UTF-16 offset. */
  readonly offset: number;
};

type CaretOverlayProps = { readonly text: string; readonly carets: readonly DrawnCaret[] };

export function CaretOverlay({ text, carets }: CaretOverlayProps) {
  const pieces: ComponentChildren[] = [];
  let drawnUpTo = 0;
  for (const caret of [...carets].sort((a, b) => a.offset - b.offset)) {
    const offset = Math.min(caret.offset, text.length);
    // A caret that moves is drawn anew, and shows its name anew.
    const key = `${caret.key} ${offset}`;
    pieces.push(text.slice(drawnUpTo, offset), <Caret key={key} id={caret.id} name={caret.name} />);
    drawnUpTo = offset;
  }
  return (
    <div class="caret-overlay" aria-hidden="true">
      {pieces}
      {text.slice(drawnUpTo)}
      {/* A line break at the very end takes up no line of its own without something behind it. */}
      {'\u200b'}
    </div>
  );
}

const Caret = ({ id, name }: Pick<DrawnCaret, 'id' | 'name'>) => (
  <span
    class={`caret-overlay__caret caret-overlay__caret--hue-${personHue(id)}`}
    data-testid="remote-caret"
  >
    <span class="caret-overlay__name">{name}</span>
  </span>
);
