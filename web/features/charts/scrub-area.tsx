/** Reading values off a chart: by finger or mouse along it, or by the arrow keys. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { type Frame, placeAt, xOf } from './plot-frame.ts';
import './scrub-area.css';

type ScrubAreaProps = {
  readonly frame: Frame;
  readonly label: string;
  /** The reading that is read. */
  readonly place: number;
  /** What it says, for those who hear it. */
  readonly said: string;
  readonly isScrubbing: boolean;
  readonly onRead: (place: number) => void;
  readonly children: ComponentChildren;
};

/** So many readings at once by Page Up and Page Down. */
const pageLength = 10;

export function ScrubArea(props: ScrubAreaProps) {
  const { frame, place, onRead } = props;
  const area = useRef<HTMLDivElement>(null);
  const readAt = (event: PointerEvent) => {
    const { current } = area;
    if (current !== null)
      onRead(placeAt(frame, event.clientX - current.getBoundingClientRect().left));
  };
  const handleKey = (event: KeyboardEvent) => {
    const to = placeFor(event.key, place, frame.count - 1);
    if (to === undefined) return;
    event.preventDefault();
    onRead(to);
  };
  return (
    <div
      ref={area}
      class="scrub-area"
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={Math.max(1, frame.count)}
      aria-valuenow={place + 1}
      aria-valuetext={props.said}
      data-testid="chart"
      onKeyDown={handleKey}
      onPointerDown={readAt}
      onPointerMove={(event) =>
        (event.pointerType === 'mouse' || event.buttons > 0) && readAt(event)
      }
    >
      <svg
        class="scrub-area__drawing"
        width={frame.width}
        height={frame.height}
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        aria-hidden="true"
        focusable="false"
      >
        {props.children}
        {props.isScrubbing && (
          <line
            class="scrub-area__line"
            data-leave-out
            x1={xOf(frame, place)}
            x2={xOf(frame, place)}
            y1={frame.values.top}
            y2={frame.height - 24}
          />
        )}
      </svg>
    </div>
  );
}

function placeFor(key: string, place: number, last: number): number | undefined {
  const to = targetOf(key, place, last);
  return to === undefined ? undefined : Math.max(0, Math.min(last, to));
}

function targetOf(key: string, place: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return place - 1;
    case 'ArrowRight':
    case 'ArrowUp':
      return place + 1;
    case 'PageUp':
      return place - pageLength;
    case 'PageDown':
      return place + pageLength;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
